import type { CodeType } from '../../document/codeType.js'
import type { TextPiece } from '../../document/block.js'
import type { Look, Looks } from './looks.js'

/** A run of a paragraph. Its children's places are told by it: between runs, inside of one, inside of its text. */
export interface Run {
  start: number
  end: number
  /** Where its first child begins and its last one ends, its properties aside. */
  first: number
  last: number
  look: Look
  key: string
}

/** An attribute that people read: the stretch between its quotes. */
export interface Alternative {
  start: number
  end: number
}

/** What a paragraph consists of, in reading order. */
export type Item =
  /** Words. Pieces lie side by side from `start` to `end`; both are inside of the run's text element. */
  | { type: 'text'; pieces: TextPiece[]; start: number; end: number; run: Run }
  | Atom
  /** Sides of what holds runs: a hyperlink, an insertion. `raw` is how it is spelled between runs. */
  | { type: 'open'; code: CodeType; label?: string; start: number; end: number; raw: string }
  | { type: 'close'; start: number; end: number; raw: string }
  /** What cannot be inside of a slot, as it has slots of its own: a text box. */
  | { type: 'barrier'; start: number; end: number; run?: Run }

/** Something that stands in the text as one: a tab, a picture, a field. */
export interface Atom {
  type: 'atom'
  code: CodeType
  label?: string
  start: number
  end: number
  /** The runs where it begins and where it ends; none where it stands between runs. */
  first?: Run
  last?: Run
  /** At the edge of a paragraph it is no part of the text. */
  loose?: true
  /** The character that it is another spelling of. */
  character?: string
  alternatives?: readonly Alternative[]
  /** Of a complex field: its marks, and the words of its instruction. */
  field?: 'begin' | 'separate' | 'end' | 'instruction'
}

/** An item and the places where what it is spelled with begins and ends: between runs, or inside of a text element. */
export type Placed<T extends Item = Item> = T & { left: number; right: number }

/** What the spelling of a paragraph needs to know of its part. */
export interface Tags {
  /** The name of runs, with the document's prefix. */
  run: string
  looks: Looks
}

/** How an atom is spelled between runs: in a run of its own. */
export const spellAtom = (text: string, { start, end, first }: Pick<Atom, 'start' | 'end' | 'first'>, { run }: Tags): string =>
  first ? `<${run}>${first.look}${text.slice(start, end)}</${run}>` : text.slice(start, end)

export const isBlank = ({ pieces }: Extract<Item, { type: 'text' }>): boolean => pieces.every((piece) => piece.text.trim() === '')
