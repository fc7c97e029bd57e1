import type { Block } from '../document/block.js'
import type { Code, Problem } from '../document/unit.js'

/** Settings of a reader. Kept in a project's settings; the same bytes and options give the same units. */
export interface FormatOptions {
  /** Names of front-matter fields whose values are translated; nested ones as `author.bio`. */
  frontMatter?: readonly string[]
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
