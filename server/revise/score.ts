import { joinWords, share } from '../document/similarity.js'
import type { AlignableUnit } from './link.js'
import type { Pairing } from './pairing.js'

/** What a link explains is worth its words; what it leaves unexplained costs, so that below this share of common words no link is better than none. */
const worthless = 0.3
/** Units that are equal are worth more than all their words edited. */
const exactBonus = 0.3
/** A share of common words that two units in the same place need to be taken for one. */
const neededInPlace = 0.4
const neededWhenShort = 0.5
const shortUnit = 8
/** In a unit of so few words letters are compared too. */
const fewWords = 4

/** How much of a unit's place speaks for its being another unit's successor: about 1. */
function placeFactor(a: AlignableUnit, b: AlignableUnit): number {
  let factor = a.kind === b.kind ? 1 : 0.85
  if (a.level !== b.level) factor *= 0.97
  if (a.path.at(-1) !== b.path.at(-1)) factor *= 0.97
  if (a.key !== null && b.key !== null) factor *= a.key === b.key ? 1.2 : 0.8
  return factor
}

/** What it is worth to take an old unit and a new one for the same, given the number of words they have in common; 0 where they should not be. */
export function pairWorth(pairing: Pairing, old: number, now: number, common: number): number {
  const [a, b] = [pairing.old.words(old).length, pairing.new.words(now).length]
  const longest = Math.max(a, b)
  const equal = pairing.old.textIds[old] === pairing.new.textIds[now]
  if (!equal && longest > fewWords && share(common, a, b) < worthless) return 0
  const place = placeFactor(pairing.old.units[old]!, pairing.new.units[now]!)
  if (equal) return (place - worthless + exactBonus) * Math.max(1, (a + b) / 2)
  const alike = place * Math.max(share(common, a, b), longest > fewWords ? 0 : pairing.shortSimilarity(old, now))
  if (alike < (longest < shortUnit ? neededWhenShort * 0.94 : neededInPlace)) return 0
  return (alike - worthless) * ((a + b) / 2)
}

/** Each further piece must be worth more than its chance words. */
const pieceCost = 1
export const maxPieces = 8
/** The share of common words that a whole and its pieces need together. */
const neededOfPieces = 0.6
/** The share of a piece's words that the whole must have, and no other piece with it. */
const neededOfPiece = 0.5

/** Whether a unit can be a piece of the whole, given the number of words they have in common. */
export const contains = (whole: Int32Array, piece: Int32Array, common: number): boolean => common > 1 && common >= neededOfPiece * piece.length && piece.length < whole.length

/** Pieces of one unit, as they are gathered from the last to the first. */
export class Pieces {
  readonly list: Int32Array[] = []
  readonly #whole: Int32Array
  readonly #commons: number[] = []

  constructor(whole: Int32Array) {
    this.#whole = whole
  }

  /** Adds a piece before the others; answers whether it can be one. */
  take(piece: Int32Array, common: number): boolean {
    if (this.list.length === maxPieces || !contains(this.#whole, piece, common)) return false
    this.list.unshift(piece)
    this.#commons.unshift(common)
    return true
  }

  /** Rules out, without comparing texts, pieces that have more in common with the whole alone than leaves room for the others. */
  mayBeAll(): boolean {
    const fullest = this.#commons.indexOf(Math.max(...this.#commons))
    const room = this.#whole.length - this.#commons[fullest]!
    return this.list.every((piece, at) => at === fullest || room >= neededOfPiece * piece.length)
  }
}

/** What it is worth to take the pieces for a split of the whole (or the whole for a merger of the pieces); 0 or less where they should not be. */
export function splitWorth(pairing: Pairing, whole: Int32Array, pieces: readonly Int32Array[]): number {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (2 * Math.min(whole.length, size) < neededOfPieces * (whole.length + size)) return -Infinity
  const common = pairing.commonWords(whole, joinWords(pieces))
  const alike = share(common, whole.length, size)
  if (alike < neededOfPieces) return -Infinity
  const own = (at: number): number => common - pairing.commonWords(whole, joinWords(pieces.filter((_, other) => other !== at)))
  if (pieces.some((piece, at) => own(at) < neededOfPiece * piece.length)) return -Infinity
  return (alike - worthless) * ((whole.length + size) / 2) - pieceCost * (pieces.length - 1)
}
