import { Band } from './band.js'
import { heaviestRise } from './order.js'
import type { Gap, Pairing } from './pairing.js'
import { rareMatches } from './rare.js'
import { contains, pairWorth, Pieces, splitWorth } from './score.js'

/** Comparisons of units that a gap may take for each of its old units, in words compared with words at once. */
const stepsForUnit = 20_000
const cellsForGap = 2_000_000

/** Pairs edited, split and merged units between units that are paired: first where a gap is the same on both sides (in moved sections too), then between those that kept their order. */
export function pairInGaps(pairing: Pairing): void {
  for (const gap of tightGaps(pairing)) pairGap(pairing, gap)
  for (const gap of pairing.gaps()) pairGap(pairing, gap)
}

/** Gaps between neighbours in the new version whose partners are neighbours in the old one but for what is free between them. */
export function tightGaps(pairing: Pairing): Gap[] {
  const { old, new: now } = pairing
  const found: Gap[] = []
  for (let from = 0; from < now.units.length; from++) {
    if (now.groups[from] !== null) continue
    let to = from
    while (to < now.units.length && now.groups[to] === null) to++
    const left = from === 0 ? -1 : now.groups[from - 1]!.old.at(-1)!
    const right = to === now.units.length ? old.units.length : now.groups[to]!.old[0]!
    let end = left + 1
    while (end < right && old.groups[end] === null) end++
    if (end === right && left + 1 < right) found.push({ old: old.free(left + 1, right), new: now.free(from, to) })
    from = to
  }
  return found
}

function pairGap(pairing: Pairing, gap: Gap): void {
  const band = bandFor(pairing, gap)
  if (gap.new.length <= band) return pairBand(pairing, gap, band)
  let [oldFrom, newFrom] = [0, 0]
  for (const anchor of [...anchors(pairing, gap), { old: gap.old.length, new: gap.new.length }]) {
    const inner = { old: gap.old.slice(oldFrom, anchor.old), new: gap.new.slice(newFrom, anchor.new) }
    if (inner.old.length > 0 && inner.new.length > 0) pairBand(pairing, inner, bandFor(pairing, inner))
    if (anchor.old < gap.old.length) pairing.pair([gap.old[anchor.old]!], [gap.new[anchor.new]!])
    oldFrom = anchor.old + 1
    newFrom = anchor.new + 1
  }
}

/** Pairs of a large gap that share rare words and keep their order, as indexes into its lists. */
function anchors(pairing: Pairing, gap: Gap): { old: number; new: number }[] {
  const oldPlace = new Map(gap.old.map((at, place) => [at, place]))
  const newPlace = new Map(gap.new.map((at, place) => [at, place]))
  const matches = rareMatches(pairing, gap.old, gap.new)
    .filter((match) => match.similarity >= 0.6 && match.support > 1)
    .map((match) => ({ old: oldPlace.get(match.old)!, new: newPlace.get(match.new)!, worth: match.worth }))
    .sort((a, b) => a.new - b.new || b.old - a.old)
  const rising = heaviestRise(
    matches.map((match) => match.old),
    matches.map((match) => match.worth),
  )
  return matches.filter((_, at) => rising[at] === 1)
}

/** How many new units each old one is compared with. */
function bandFor(pairing: Pairing, gap: Gap): number {
  const sample = (version: Pairing['old'], list: readonly number[]): number => list.reduce((sum, at) => sum + version.texts[at]!.length, 0) / 6 / list.length
  const [a, b] = [sample(pairing.old, gap.old), sample(pairing.new, gap.new)]
  const steps = Math.ceil((a + 1) / 30) * (b + 10)
  const slope = Math.ceil(gap.new.length / gap.old.length)
  return Math.max(9, 2 * slope + 1, Math.min(Math.floor(stepsForUnit / steps), Math.floor(cellsForGap / gap.old.length)))
}

const skipOld = 1
const skipNew = 2
const pairBoth = 3
/** `splitBy + n`: one old unit became n new ones; `mergeBy + n`: n old ones became one. */
const splitBy = 100
const mergeBy = 200

/**
 * Pairs the units of a gap in order such that the worth of all links together is the highest possible: dynamic programming over both lists as in Gale and Church (1993),
 * by common words instead of lengths, within a band around the diagonal.
 */
function pairBand(pairing: Pairing, gap: Gap, width: number): void {
  const table = new Table(gap.old.length, gap.new.length, width)
  compareAll(pairing, gap, table)
  for (let i = 0; i <= gap.old.length; i++)
    for (let j = table.first(i); j <= table.last(i); j++) {
      if (i > 0) table.offer(i, j, table.best(i - 1, j), skipOld)
      if (j > 0) table.offer(i, j, table.best(i, j - 1), skipNew)
      if (i === 0 || j === 0) continue
      const before = table.best(i - 1, j - 1)
      const worth = before === -Infinity ? 0 : pairWorth(pairing, gap.old[i - 1]!, gap.new[j - 1]!, table.common(i, j))
      if (worth > 0) table.offer(i, j, before + worth, pairBoth)
      offerPieces(pairing, gap, table, i, j)
    }
  trace(pairing, gap, table)
}

/** Splits and mergers that end at a cell. */
function offerPieces(pairing: Pairing, gap: Gap, table: Table, i: number, j: number): void {
  const [old, now] = [pairing.old.words(gap.old[i - 1]!), pairing.new.words(gap.new[j - 1]!)]
  const common = table.common(i, j)
  if (j > 1 && contains(old, now, common)) {
    const pieces = new Pieces(old)
    for (let n = 1; n <= j && pieces.take(pairing.new.words(gap.new[j - n]!), table.common(i, j + 1 - n)); n++) {
      const before = table.best(i - 1, j - n)
      if (n > 1 && before > -Infinity && pieces.mayBeAll()) table.offer(i, j, before + splitWorth(pairing, old, pieces.list), splitBy + n)
    }
  }
  if (i > 1 && contains(now, old, common)) {
    const pieces = new Pieces(now)
    for (let n = 1; n <= i && pieces.take(pairing.old.words(gap.old[i - n]!), table.common(i + 1 - n, j)); n++) {
      const before = table.best(i - n, j - 1)
      if (n > 1 && before > -Infinity && pieces.mayBeAll()) table.offer(i, j, before + splitWorth(pairing, now, pieces.list), mergeBy + n)
    }
  }
}

function compareAll(pairing: Pairing, gap: Gap, table: Table): void {
  const words = gap.new.map((at) => pairing.new.words(at))
  const oldWords = gap.old.map((at) => pairing.old.words(at))
  for (let i = 1; i <= gap.old.length; i++) {
    pairing.comparison.setWords(oldWords[i - 1]!, pairing.vocabulary.size)
    for (let j = Math.max(1, table.first(i)); j <= table.last(i); j++) table.setCommon(i, j, pairing.comparison.common(words[j - 1]!))
  }
}

function trace(pairing: Pairing, gap: Gap, table: Table): void {
  let [i, j] = [gap.old.length, gap.new.length]
  while (i > 0 || j > 0) {
    const move = table.move(i, j)
    const olds = move === skipOld || move === pairBoth || (move > splitBy && move < mergeBy) ? 1 : move === skipNew ? 0 : move - mergeBy
    const news = move === skipNew || move === pairBoth || move > mergeBy ? 1 : move === skipOld ? 0 : move - splitBy
    if (olds > 0 && news > 0) pairing.pair(gap.old.slice(i - olds, i), gap.new.slice(j - news, j))
    i -= olds
    j -= news
  }
}

/** The table of the dynamic programming, of which only a band exists; outside it everything is worth −∞. */
class Table {
  readonly #band: Band
  readonly #best: Float64Array
  readonly #move: Uint8Array
  readonly #common: Int32Array

  constructor(rows: number, columns: number, width: number) {
    this.#band = new Band(rows, columns, width)
    this.#best = new Float64Array(this.#band.size).fill(-Infinity)
    this.#best[0] = 0
    this.#move = new Uint8Array(this.#band.size)
    this.#common = new Int32Array(this.#band.size)
  }

  first(row: number): number {
    return this.#band.first(row)
  }

  last(row: number): number {
    return this.#band.last(row)
  }

  best(row: number, column: number): number {
    return this.#best[this.#band.index(row, column)] ?? -Infinity
  }

  move(row: number, column: number): number {
    return this.#move[this.#band.index(row, column)] ?? skipOld
  }

  common(row: number, column: number): number {
    return this.#common[this.#band.index(row, column)] ?? 0
  }

  setCommon(row: number, column: number, words: number): void {
    this.#common[this.#band.index(row, column)] = words
  }

  offer(row: number, column: number, worth: number, move: number): void {
    const at = this.#band.index(row, column)
    if (worth <= this.#best[at]!) return
    this.#best[at] = worth
    this.#move[at] = move
  }
}
