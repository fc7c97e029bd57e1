import { share } from '../document/similarity.js'
import type { Pairing, Version } from './pairing.js'

/** A word, or two in a row, in more units than this tells nothing about which is which. */
const rareIn = 24
/** The rarest of them that are looked up for a unit (and a quarter of the words of long ones, which may be several units in one), and the units most often met that are compared. */
const lookUps = 12
const compared = 6
const maxSlotBits = 22
const frequent = 2 ** 30

export interface Match {
  old: number
  new: number
  similarity: number
  /** Words in common, and those in which they differ against it. */
  worth: number
  common: number
  /** Rare words and pairs of words that both have; a single one may be chance. */
  support: number
}

/** For every new unit the old ones that share most of its rare words, with what they have in common; of units that are paired, with free ones only. */
export function rareMatches(pairing: Pairing, olds: readonly number[], news: readonly number[]): Match[] {
  if (olds.length === 0 || news.length === 0) return []
  const index = new RareIndex(pairing.old, olds)
  const matches: Match[] = []
  for (const at of news) {
    const words = pairing.new.words(at)
    const candidates = index.mostMet(words)
    if (candidates.length === 0) continue
    pairing.comparison.setWords(words, pairing.vocabulary.size)
    for (const { unit: old, support } of candidates) {
      if (pairing.new.groups[at] && pairing.old.groups[old]) continue
      const size = pairing.old.words(old).length
      const common = pairing.comparison.common(pairing.old.words(old))
      const similarity = share(common, words.length, size)
      matches.push({ old, new: at, similarity, worth: (similarity - 0.3) * (size + words.length), common, support })
    }
  }
  return matches
}

/** An inverted index over the words and pairs of words that occur in few units, in flat arrays. Features are found by their hash; those that fall into one slot are taken for frequent ones. */
class RareIndex {
  readonly #units: readonly number[]
  readonly #mask: number
  /** The feature of a slot, as a second hash; 0 where there is none. */
  readonly #features: Int32Array
  /** How many units have the feature, by slot. */
  readonly #counts: Int32Array
  /** Where the places of a slot's units begin in `#postings`; they end where the next ones begin. */
  readonly #starts: Int32Array
  readonly #postings: Int32Array
  readonly #votes: Float64Array
  readonly #support: Uint8Array

  constructor(version: Version, units: readonly number[]) {
    const size = units.reduce((sum, at) => sum + 2 * version.words(at).length, 0)
    const slots = 2 ** Math.min(maxSlotBits, Math.max(8, Math.ceil(Math.log2(size * 4 + 1))))
    this.#units = units
    this.#mask = slots - 1
    this.#features = new Int32Array(slots)
    this.#counts = new Int32Array(slots)
    this.#votes = new Float64Array(units.length)
    this.#support = new Uint8Array(units.length)
    const each = (visit: (slot: number, place: number) => void): void => {
      const last = new Int32Array(slots).fill(-1)
      units.forEach((at, place) => {
        eachFeature(version.words(at), (feature) => {
          const slot = this.#slot(feature)
          if (last[slot] !== place) visit(slot, place)
          last[slot] = place
          this.#features[slot] ||= feature
          if (this.#features[slot] !== feature) this.#counts[slot] = frequent
        })
      })
    }
    each((slot) => this.#counts[slot]!++)
    this.#starts = new Int32Array(slots + 1)
    for (let slot = 0; slot < slots; slot++) this.#starts[slot + 1] = this.#starts[slot]! + (this.#counts[slot]! <= rareIn ? this.#counts[slot]! : 0)
    this.#postings = new Int32Array(this.#starts[slots]!)
    const ends = this.#starts.slice()
    each((slot, place) => {
      if (this.#counts[slot]! <= rareIn) this.#postings[ends[slot]!++] = place
    })
  }

  #slot(feature: number): number {
    return (Math.imul(feature, 0x27d4eb2f) >>> 9) & this.#mask
  }

  /** Units that share most of the rarest features of a text. */
  mostMet(words: Int32Array): { unit: number; support: number }[] {
    const rare: number[] = []
    const [features, counts] = [this.#features, this.#counts]
    eachFeature(words, (feature) => {
      const slot = this.#slot(feature)
      if (features[slot] === feature && counts[slot]! <= rareIn) rare.push(slot)
    })
    // Among equals by slot, which is as good as by lot, lest the beginning of the text be looked up alone.
    rare.sort((a, b) => counts[a]! - counts[b]! || a - b)
    const met: number[] = []
    for (const slot of rare.slice(0, lookUps + words.length / 4))
      for (let at = this.#starts[slot]!; at < this.#starts[slot + 1]!; at++) {
        const place = this.#postings[at]!
        if (this.#votes[place] === 0) met.push(place)
        this.#votes[place]! += 1 / this.#counts[slot]!
        this.#support[place]!++
      }
    met.sort((a, b) => this.#votes[b]! - this.#votes[a]! || a - b)
    const best = met.slice(0, compared).map((place) => ({ unit: this.#units[place]!, support: this.#support[place]! }))
    for (const place of met) this.#votes[place] = this.#support[place] = 0
    return best
  }
}

/** Visits the words of a text and its pairs of neighbouring words, as numbers that hardly ever coincide and are never 0. */
function eachFeature(words: Int32Array, visit: (feature: number) => void): void {
  let before = 0
  for (let at = 0; at < words.length; at++) {
    const word = Math.imul(words[at]! + 1, 0x9e3779b1) | 1
    visit(word)
    if (at > 0) visit(Math.imul(before ^ (before >>> 15), 0x85ebca6b) ^ word || 1)
    before = word
  }
}
