import type { CodeType } from './codeType.js'
import type { UnitKind } from './unit.js'

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
  code: CodeType
  label?: string
  /** How it is spelled, where that is not its stretch of the document. */
  raw?: string
  /** Of an `open`: see `Code.plain`. */
  plain?: true
  /** Of an `open` or `single`: it stands directly after the code before it, as an attribute in its tag; see `Code.after`. */
  glued?: true
  /**
   * Of an `open`: the pair holds an attribute's text, which is a unit of its own where the rest of the block says nothing. This is its `context` then;
   * where its close alone has a `raw`, followed by a space and that, and the slot takes the close along.
   */
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
  /** Never cut into sentences: what is shown together, as the lines of a caption. */
  whole?: true
}

/** A value has one line of text and one slot; what is shown together stays together. */
export const isWhole = ({ whole, kind }: Block): boolean => whole === true || kind === 'metadata' || kind === 'attribute'

/** Whether the piece maps to the document offset by offset. */
export const breakable = (piece: TextPiece): boolean => piece.text.length === piece.end - piece.start

/** A part of a breakable piece. */
export const cutPiece = (piece: TextPiece, from: number, to: number): TextPiece => ({
  type: 'text',
  text: piece.text.slice(from, to),
  start: piece.start + from,
  end: piece.start + to,
})
