import { breakable, cutPiece, type Block, type Piece } from '../document/block.js'
import type { BreakRule } from '../document/breakRule.js'

/** Where a block may be cut: before its piece of this index, or so many characters into that piece. */
interface Cut {
  piece: number
  offset: number
}

/** The words around a place, by which it is found again: the two texts of a rule. */
export type Surroundings = Pick<BreakRule, 'before' | 'after'>

/** So many words on each side of a place tell which it is, and of long words or scripts without spaces so many characters. */
const wordsAround = 4
const longestAround = 40
/** So far is looked for them, in characters: white space counts too. */
const reach = 160

/** Codes that are trimmed from the ends of a unit, as white space is. */
const blank = new Set(['break', 'comment'])
const space = /[ \t\n\f\r]/

/** A block in its segments, of which every place has a name: its distance from the block's start in what `hear` makes of the pieces. */
export class Segments {
  readonly #block: Block
  readonly #pieces: Piece[]
  readonly #starts: number[] = []
  readonly #depths: number[] = []
  readonly #text: string
  readonly #cuts: Cut[] = []

  constructor(segments: readonly Block[]) {
    this.#block = segments[0]!
    this.#pieces = segments.flatMap(({ pieces }) => pieces)
    let [offset, depth] = [0, 0]
    for (const piece of this.#pieces) {
      this.#starts.push(offset)
      this.#depths.push(depth)
      offset += hear(piece).length
      if (piece.type === 'open') depth++
      if (piece.type === 'close') depth--
    }
    this.#text = this.#pieces.map(hear).join('')
    let piece = 0
    for (const segment of segments.slice(0, -1)) this.#cuts.push({ piece: (piece += segment.pieces.length), offset: 0 })
  }

  /** Where the segments begin, without the first. */
  starts(): number[] {
    return this.#cuts.map((cut) => this.#settle(this.#starts[cut.piece] ?? this.#text.length))
  }

  /** The place so many characters after the first of these pieces, which are pieces of the block or parts of them. */
  placeIn([first]: readonly Piece[], distance: number): number {
    const at = this.#pieces.findIndex((piece) => piece === first || piece.end > first!.start)
    const piece = this.#pieces[at]!
    return this.#settle(this.#starts[at]! + (piece.type === 'text' && breakable(piece) ? first!.start - piece.start : 0) + distance)
  }

  /** The block in two; null where it cannot be cut there: inside of a pair, or in the middle of a character. */
  cut(place: number): Block[] | null {
    const cut = isBetweenCharacters(this.#text, place) ? this.#findCut(place) : null
    return cut && this.#cutAt([cut])
  }

  surroundings(place: number): Surroundings {
    return { before: wordsBefore(this.#text, place), after: wordsAfter(this.#text, place) }
  }

  /** The block with other segments: joined and cut where rules say so, everywhere else as before. */
  apply(rules: BreakRules): Block[] {
    const starts = this.starts()
    const joined = new Set(starts.filter((place) => rules.kindAt(this.surroundings(place)) === 'join'))
    const kept = this.#cuts.filter((_, at) => !joined.has(starts[at]!))
    const taken = new Set(starts)
    const added = this.#splits(rules).filter((place) => !taken.has(place))
    return this.#cutAt([...kept, ...added.flatMap((place) => this.#findCut(place) ?? [])])
  }

  #splits(rules: BreakRules): number[] {
    const places: number[] = []
    for (let place = 1; place < this.#text.length; place++)
      if (!isSpace(this.#text.charCodeAt(place)) && rules.mayBeAt(this.#text, place) && rules.kindAt(this.surroundings(place)) === 'split') places.push(place)
    return places
  }

  /** White space goes to neither side, so a place is named by its end. */
  #settle(place: number): number {
    while (place < this.#text.length && space.test(this.#text[place]!)) place++
    return place
  }

  /** The last place in the white space there that is outside of pairs: closing codes stay before it, opening ones come after it. */
  #findCut(place: number): Cut | null {
    for (let at = place; at > 0 && (at === place || space.test(this.#text[at]!)); at--) {
      const first = firstAt(this.#starts, at)
      for (let piece = Math.max(1, first); this.#starts[piece] === at; piece++) {
        const next = this.#pieces[piece]!
        if (this.#depths[piece] === 0 && (next.type === 'text' || (next.type !== 'close' && !next.glued))) return { piece, offset: 0 }
      }
      const around = this.#pieces[first - 1]
      const offset = at - (this.#starts[first - 1] ?? 0)
      if (around?.type === 'text' && breakable(around) && this.#depths[first - 1] === 0 && offset < around.text.length) return { piece: first - 1, offset }
    }
    return null
  }

  #cutAt(cuts: readonly Cut[]): Block[] {
    const found: Piece[][] = [[]]
    const inOrder = cuts.toSorted((a, b) => a.piece - b.piece || a.offset - b.offset)
    let next = 0
    for (const [at, piece] of this.#pieces.entries()) {
      let from = 0
      for (; inOrder[next]?.piece === at; next++) {
        const { offset } = inOrder[next]!
        if (offset > from && piece.type === 'text') found.at(-1)!.push(cutPiece(piece, from, offset))
        found.push([])
        from = offset
      }
      found.at(-1)!.push(from > 0 && piece.type === 'text' ? cutPiece(piece, from, piece.text.length) : piece)
    }
    return found.map((pieces) => ({ ...this.#block, pieces }))
  }
}

/** Rules by the words around their places. */
export class BreakRules {
  readonly #kinds = new Map<string, BreakRule['kind']>()
  /** The nearest characters on both sides of their places, as a number: most places of a text are told by them to be none. */
  readonly #neighbours = new Set<number>()

  constructor(rules: readonly BreakRule[]) {
    for (const rule of rules) {
      this.#kinds.set(keyOf(rule), rule.kind)
      this.#neighbours.add(neighbours(rule.before + rule.after, rule.before.length))
    }
  }

  kindAt(surroundings: Surroundings): BreakRule['kind'] | null {
    return this.#kinds.get(keyOf(surroundings)) ?? null
  }

  mayBeAt(text: string, place: number): boolean {
    return this.#neighbours.has(neighbours(text, place))
  }
}

/** Whether both are about the same place. */
export const isSamePlace = (one: Surroundings, other: Surroundings): boolean => keyOf(one) === keyOf(other)

const keyOf = ({ before, after }: Surroundings): string => `${before}\0${after}`

const nearest = 5

/** A number that the ends of the words on both sides of a place make, and whether there is white space between them. */
function neighbours(text: string, place: number): number {
  let from = place
  while (from > 0 && isSpace(text.charCodeAt(from - 1))) from--
  let hash = from < place ? 1 : 0
  for (let at = from - 1; at >= 0 && from - at <= nearest && !isSpace(text.charCodeAt(at)); at--) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  for (let at = place; at < text.length && at - place < nearest && !isSpace(text.charCodeAt(at)); at++) hash = (Math.imul(hash, 37) + text.charCodeAt(at)) | 0
  return hash
}

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 12 || code === 13

/** What of a piece counts where places are found: pairs leave no trace, so that words may become bold. */
function hear(piece: Piece): string {
  if (piece.type === 'text') return piece.text
  if (piece.type !== 'single') return ''
  return blank.has(piece.code) ? ' ' : '\ufffc'
}

/** How many characters `hear` makes of a text with its codes. */
export const heardLength = (parts: readonly { type: Piece['type']; text?: string }[]): number =>
  parts.reduce((sum, { type, text }) => sum + (text === undefined ? Number(type === 'single') : text.length), 0)

function wordsBefore(text: string, place: number): string {
  const from = Math.max(0, place - reach)
  const near = fold(text.slice(from, place))
  const words = near.trimEnd().split(' ')
  const some = words.slice(-wordsAround).join(' ')
  const all = from === 0 && words.length <= wordsAround && some.length <= longestAround
  return `${all ? '\n' : ''}${some.slice(-longestAround).replace(/^[\udc00-\udfff]/, '')}${near.endsWith(' ') ? ' ' : ''}`
}

function wordsAfter(text: string, place: number): string {
  const near = fold(text.slice(place, place + reach))
  const words = near.trimEnd().split(' ')
  const some = words.slice(0, wordsAround).join(' ')
  const all = place + reach >= text.length && words.length <= wordsAround && some.length <= longestAround
  return `${some.slice(0, longestAround).replace(/[\ud800-\udbff]$/, '')}${all ? '\n' : ''}`
}

const fold = (text: string): string => text.replace(/[ \t\n\f\r]+/g, ' ')

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })

function isBetweenCharacters(text: string, place: number): boolean {
  const from = Math.max(0, place - longestAround)
  const near = text.slice(from, place + longestAround)
  return place > 0 && place < text.length && characters.segment(near).containing(place - from)?.index === place - from
}

/** The first index of a list that rises whose value is at least this. */
function firstAt(list: readonly number[], value: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
