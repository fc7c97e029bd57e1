import { Band } from './band.js'
import { pairBand } from './bitext/lattice.js'
import { Likelihood, type BitextUnit } from './bitext/likelihood.js'

export type { BitextUnit } from './bitext/likelihood.js'

/** Units of a source and of its translation that belong together: indexes, in order. One side is empty where nothing was found for the other. */
export interface BitextPair {
  source: number[]
  target: number[]
  /** 0…1: how likely the pair is right, given everything around it. */
  confidence: number
}

const narrow = 150
/** Past so many cells the band grows no further. */
const mostCells = 30_000_000

/**
 * Pairs a document with a translation that was made elsewhere, in order; every unit of both is in exactly one pair.
 * The most probable sequence of pairs by kind, length, and what survives translation; within a band around the diagonal, which grows as long as that sequence touches its edge.
 */
export function pairBitext(source: readonly BitextUnit[], target: readonly BitextUnit[]): BitextPair[] {
  for (let width = narrow; ; width *= 4) {
    const band = new Band(source.length, target.length, width)
    const likelihood = new Likelihood(source, target, band)
    likelihood.learn(pairBand(band, likelihood).pairs)
    const { pairs, touchesEdge } = pairBand(band, likelihood)
    if (!touchesEdge || width > target.length || band.size * 4 > mostCells) return pairs
  }
}
