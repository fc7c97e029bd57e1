import type { Band } from '../band.js'
import type { BitextPair } from '../bitext.js'
import type { Likelihood } from './likelihood.js'

/** How many units of each side make a pair, and how likely people translate so, against one for one. */
const beads = [
  { m: 1, n: 1, weight: 0 },
  { m: 1, n: 0, weight: -3.5 },
  { m: 0, n: 1, weight: -3.5 },
  { m: 1, n: 2, weight: -2.5 },
  { m: 2, n: 1, weight: -2.5 },
  { m: 1, n: 3, weight: -4 },
  { m: 3, n: 1, weight: -4 },
  { m: 1, n: 4, weight: -5 },
  { m: 4, n: 1, weight: -5 },
] as const

/** The likelihood of a bead is made of things that depend on each other: so much of it counts for how sure we are. */
const certainty = 0.5

/** The most probable pairs, by dynamic programming over both lists (Viterbi), with their probability among all sequences (forward–backward). */
export function pairBand(band: Band, likelihood: Likelihood): { pairs: BitextPair[]; touchesEdge: boolean } {
  const best = new Float64Array(band.size).fill(-Infinity)
  const move = new Uint8Array(band.size)
  const forward = new Float64Array(band.size).fill(-Infinity)
  const backward = new Float64Array(band.size).fill(-Infinity)
  /** By cell and bead: what the bead that ends there is worth. */
  const worth = new Float32Array(band.size * beads.length).fill(-Infinity)
  for (let i = 0; i <= band.rows; i++)
    for (let j = band.first(i); j <= band.last(i); j++) {
      const at = band.index(i, j)
      if (i === 0 && j === 0) best[at] = forward[at] = 0
      for (const [bead, { m, n, weight }] of beads.entries()) {
        const from = i < m || j < n ? -1 : band.index(i - m, j - n)
        if (from < 0) continue
        const value = (worth[at * beads.length + bead] = weight + (m > 0 && n > 0 ? likelihood.of(i, j, m, n) : 0))
        if (best[from]! + value > best[at]!) {
          best[at] = best[from]! + value
          move[at] = bead
        }
        forward[at] = addLogs(forward[at]!, forward[from]! + certainty * value)
      }
    }
  const end = band.index(band.rows, band.columns)
  backward[end] = 0
  for (let i = band.rows; i >= 0; i--)
    for (let j = band.last(i); j >= band.first(i); j--) {
      const at = band.index(i, j)
      for (const [bead, { m, n }] of beads.entries()) {
        const from = i < m || j < n ? -1 : band.index(i - m, j - n)
        if (from >= 0) backward[from] = addLogs(backward[from]!, backward[at]! + certainty * worth[at * beads.length + bead]!)
      }
    }
  const pairs: BitextPair[] = []
  let touchesEdge = false
  let [i, j] = [band.rows, band.columns]
  while (i > 0 || j > 0) {
    const at = band.index(i, j)
    const { m, n } = beads[move[at]!]!
    const from = band.index(i - m, j - n)
    const confidence = Math.min(1, Math.exp(forward[from]! + certainty * worth[at * beads.length + move[at]!]! + backward[at]! - forward[end]!))
    pairs.push({ source: range(i - m, i), target: range(j - n, j), confidence })
    touchesEdge ||= (j === band.first(i) && j > 0) || (j === band.last(i) && j < band.columns)
    i -= m
    j -= n
  }
  return { pairs: pairs.reverse(), touchesEdge }
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)

/** log(eᵃ + eᵇ) */
function addLogs(a: number, b: number): number {
  if (a === -Infinity) return b
  if (b === -Infinity) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
