import type { Code, Problem, UnitKind } from '../document/unit.js'

/** Settings of a reader. Kept in a project's settings; the same bytes and options give the same units. */
export interface FormatOptions {
  /** Names of front-matter fields whose values are translated; nested ones as `author.bio`. */
  frontMatter?: readonly string[]
}

/**
 * A run of a block in reading order; the pieces of a block lie side by side, without gaps. `start` and `end` are offsets in the text that the reader was given.
 * A `text` piece whose `text` is as long as its range maps offset by offset; any other (an entity, a line break with its indentation) is one unbreakable step.
 */
export type Piece = TextPiece | CodePiece

export interface TextPiece {
  type: 'text'
  text: string
  /** A line break with its indentation, written as one space: layout, unlike a space that is spelled out (`&#32;`). */
  layout?: true
  start: number
  end: number
}

export interface CodePiece {
  type: 'open' | 'close' | 'single'
  /** strong, emphasis, link, image, code, break, html, … */
  code: string
  label?: string
  /** How it is spelled, where that is not its stretch of the document. */
  raw?: string
  /** Of an `open`: see `Code.plain`. */
  plain?: true
  /** Of an `open` or `single`: it stands directly after the code before it, as an attribute in its tag; see `Code.after`. */
  glued?: true
  /** Of an `open`: the pair holds an attribute's text, which is a unit of its own where the rest of the block says nothing. This is its `context` then. */
  alone?: string
  start: number
  end: number
}

/** What a reader finds translatable as a whole, before it is cut into sentences. */
export interface Block {
  pieces: Piece[]
  kind: UnitKind
  level: number
  path: string[]
  key: string | null
  note: string | null
  context: string
}

export interface FormatReading {
  /** In reading order of their slots: ordered, disjoint. */
  blocks: Block[]
  problems: Problem[]
}

/** A document format: how its translatable text is found, and how a translation is spelled in it. */
export interface Format {
  id: string
  /** Its name as people know it; a proper name, the same in every language. */
  name: string
  /** With the dot, lower case. */
  extensions: readonly string[]
  /** The encoding that the document declares in itself (HTML's `meta`), from its first bytes read as Latin-1. */
  declaredEncoding?(head: string): string | undefined
  /** `text` has line feeds as its only line ends. Never throws, never takes more than linear time: says what it understood and lists problems. */
  read(text: string, options: FormatOptions): FormatReading
  /** The spelling of `target` (text with numbered codes) for its slot, such that reading it again gives exactly `target`. `raw` spells a code's side as it stands in the document. */
  spell(target: string, slot: { codes: readonly Code[]; context: string }): string
  /** What remains of a text that the format cannot say exactly (a blank line inside a paragraph of plain text). Without it, any text can be said. */
  sayable?(target: string): string
  /** How a character that the document's encoding lacks is written, where the format can: `&#8364;`. */
  characterReference?(codePoint: number): string
}
