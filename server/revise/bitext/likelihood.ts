import { plainText } from '../../document/codes.js'
import type { Code, UnitKind } from '../../document/unit.js'
import type { Band } from '../band.js'
import { survivorsOf, type Survivors } from './survivors.js'

/** What pairing looks at in a unit of either document. */
export interface BitextUnit {
  text: string
  codes: readonly Code[]
  kind: UnitKind
  level: number
  key: string | null
}

/** One document: lengths and firm survivors as sums, so that those of neighbours cost nothing. */
class Side {
  readonly units: readonly BitextUnit[]
  readonly survivors: readonly Survivors[]
  /** Characters before each unit. */
  readonly #characters: Float64Array
  /** Firm survivors before each unit that are rare enough to be looked for. */
  readonly #firm: Float64Array

  constructor(units: readonly BitextUnit[]) {
    this.units = units
    this.survivors = units.map(survivorsOf)
    this.#characters = sums(units.map((unit) => plainText(unit.text).length + 1))
    this.#firm = new Float64Array(units.length + 1)
  }

  countFirm(isRare: (key: string) => boolean): void {
    const counts = this.survivors.map(({ firm }) => [...firm].reduce((sum, [key, times]) => sum + (isRare(key) ? times : 0), 0))
    this.#firm.set(sums(counts))
  }

  characters = (from: number, to: number): number => this.#characters[to]! - this.#characters[from]!
  firm = (from: number, to: number): number => this.#firm[to]! - this.#firm[from]!
}

function sums(values: readonly number[]): Float64Array {
  const found = new Float64Array(values.length + 1)
  values.forEach((value, at) => (found[at + 1] = found[at]! + value))
  return found
}

/** How much the length of a translation varies, in squared characters for one of the source (Gale and Church, A Program for Aligning Sentences in Bilingual Corpora, 1993). */
const variance = 6.8
const mostForLength = 5
const mostForSurvivor = 4
const lostSurvivor = 1
/** A survivor that so many pairs of units have in common tells none of them apart. */
const tooCommon = 900

/** How likely units of two documents are translations of each other, as a natural logarithm of odds: by kind, by length and by what survives translation. */
export class Likelihood {
  readonly #source: Side
  readonly #target: Side
  readonly #band: Band
  /** By the cell where both units end: the weights of what they have in common, and how much of it is firm. */
  readonly #common: Float32Array
  readonly #firm: Uint16Array
  #ratio: number

  /** Of the units up to a row and a column of `band`. */
  constructor(source: readonly BitextUnit[], target: readonly BitextUnit[], band: Band) {
    this.#source = new Side(source)
    this.#target = new Side(target)
    this.#band = band
    this.#common = new Float32Array(band.size)
    this.#firm = new Uint16Array(band.size)
    this.#ratio = this.#target.characters(0, target.length) / this.#source.characters(0, source.length)
    this.#compare('soft')
    this.#compare('firm')
  }

  /** Tells it pairs that are right, to learn from them how long translations are. */
  learn(pairs: readonly { source: readonly number[]; target: readonly number[] }[]): void {
    const length = (side: Side, list: readonly number[]): number => (list.length === 0 ? 0 : side.characters(list[0]!, list.at(-1)! + 1))
    const both = pairs.filter(({ source, target }) => source.length > 0 && target.length > 0)
    const [from, to] = [both.reduce((sum, pair) => sum + length(this.#source, pair.source), 0), both.reduce((sum, pair) => sum + length(this.#target, pair.target), 0)]
    if (from > 0) this.#ratio = to / from
  }

  #compare(kind: keyof Survivors): void {
    const places = new Map<string, [Map<number, number>, Map<number, number>]>()
    for (const [side, { survivors }] of [this.#source, this.#target].entries())
      survivors.forEach((list, at) => {
        for (const [key, times] of list[kind]) {
          const known = places.get(key)
          if (known) known[side]!.set(at, times)
          else places.set(key, side === 0 ? [new Map([[at, times]]), new Map()] : [new Map(), new Map([[at, times]])])
        }
      })
    const units = Math.max(this.#band.rows, this.#band.columns)
    const isRare = (key: string): boolean => {
      const [source, target] = places.get(key)!
      return source.size * target.size <= tooCommon
    }
    for (const [key, [source, target]] of places) {
      if (!isRare(key)) continue
      const weight = Math.min(mostForSurvivor, Math.log(1 + units / Math.max(source.size, target.size)))
      for (const [i, times] of source)
        for (const [j, others] of target) {
          const at = this.#band.index(i + 1, j + 1)
          if (at < 0) continue
          this.#common[at]! += weight * Math.min(times, others, 2)
          if (kind === 'firm') this.#firm[at]! += Math.min(times, others)
        }
    }
    if (kind === 'firm') for (const side of [this.#source, this.#target]) side.countFirm(isRare)
  }

  /** Of `m` source units up to row `i` with `n` target units up to column `j`, both at least one. */
  of(i: number, j: number, m: number, n: number): number {
    let kinds = Infinity
    let [common, most, firm] = [0, 0, 0]
    for (let a = i - m; a < i; a++)
      for (let b = j - n; b < j; b++) {
        kinds = Math.min(kinds, kindsWorth(this.#source.units[a]!, this.#target.units[b]!, m + n > 2))
        const at = this.#band.index(a + 1, b + 1)
        if (at < 0) continue
        common += this.#common[at]!
        most = Math.max(most, this.#common[at]!)
        firm += this.#firm[at]!
      }
    const [here, there] = [this.#source.firm(i - m, i), this.#target.firm(j - n, j)]
    const lost = here + there - 2 * Math.min(firm, here, there)
    return kinds + this.#lengths(this.#source.characters(i - m, i), this.#target.characters(j - n, j)) + (common + most) / 2 - lostSurvivor * lost
  }

  /** Between 1, where one is as long as is usual for the other, and −`mostForLength` + 1. */
  #lengths(source: number, target: number): number {
    const usual = target / this.#ratio
    const distance = Math.abs(usual - source) / Math.sqrt((variance * Math.max(1, 1 / this.#ratio) * (source + usual)) / 2)
    return 1 - Math.min(mostForLength, -Math.log(twoTailed(distance)))
  }
}

/** How often a normal variable lies so many deviations from its mean, or farther: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26. */
function twoTailed(distance: number): number {
  const x = distance / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  return Math.max(1e-12, t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x))
}

/** What people run together, or cut in two. */
const prose = new Set<UnitKind>(['paragraph', 'list-item', 'quote', 'caption'])

function kindsWorth(source: BitextUnit, target: BitextUnit, joined: boolean): number {
  const bothProse = prose.has(source.kind) && prose.has(target.kind)
  if (joined && !bothProse) return source.kind === 'table-cell' && target.kind === 'table-cell' ? -3 : -8
  const keys = source.key !== null && target.key !== null ? (source.key === target.key ? 4 : -4) : 0
  if (source.kind !== target.kind) return keys + (bothProse ? -1 : -6)
  if (joined && source.kind === 'list-item') return keys
  return keys + (source.level === target.level ? (source.kind === 'heading' ? 3 : 2) : 0.5)
}
