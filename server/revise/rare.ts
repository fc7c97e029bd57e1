import { share } from '../document/similarity.js'
import type { Pairing } from './pairing.js'

/** A word in more free units than this tells nothing about which is which. */
const rareWord = 24
/** The rarest words of a unit that are looked up, and the units most often met that are compared. */
const lookUps = 12
const compared = 5
export interface Match {
  old: number
  new: number
  similarity: number
  /** Words in common, and those in which they differ against it. */
  worth: number
  common: number
}

/** For every new unit the old ones that share most of its rare words. */
export function rareMatches(pairing: Pairing, olds: readonly number[], news: readonly number[]): Match[] {
  const postings = new Map<number, number[]>()
  for (const at of olds)
    for (const word of new Set(pairing.old.words(at))) {
      const list = postings.get(word)
      if (list) list.push(at)
      else postings.set(word, [at])
    }
  const matches: Match[] = []
  for (const at of news) {
    const words = pairing.new.words(at)
    const candidates = mostMet(words, postings)
    if (candidates.length === 0) continue
    pairing.comparison.setWords(words, pairing.vocabulary.size)
    for (const old of candidates) {
      const size = pairing.old.words(old).length
      const common = pairing.comparison.common(pairing.old.words(old))
      const similarity = share(common, words.length, size)
      matches.push({ old, new: at, similarity, worth: (similarity - 0.3) * (size + words.length), common })
    }
  }
  return matches
}

function mostMet(words: Int32Array, postings: ReadonlyMap<number, readonly number[]>): number[] {
  const rare: (readonly number[])[] = []
  for (const word of new Set(words)) {
    const list = postings.get(word)
    if (list && list.length <= rareWord) rare.push(list)
  }
  rare.sort((a, b) => a.length - b.length)
  const votes = new Map<number, number>()
  for (const list of rare.slice(0, lookUps)) for (const at of list) votes.set(at, (votes.get(at) ?? 0) + 1 / list.length)
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, compared)
    .map(([at]) => at)
}
