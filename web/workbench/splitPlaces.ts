import { tokens } from '../../server/document/words.js'

/** Where a source text with codes can be split: `at` counts UTF-16 units. `word`: at the start of a word, a code or what else stands behind a space. */
export interface SplitPlace {
  at: number
  word: boolean
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The places outside of pairs of codes, in order: where words begin, and between their characters. */
export function splitPlaces(source: string, locale: string): SplitPlace[] {
  const places: SplitPlace[] = []
  let [at, depth, afterSpace] = [0, 0, false]
  for (const { text, word } of tokens(source, locale)) {
    const code = /^<(\/?)\d+(\/?)>$/.exec(text)
    const blank = text.trim() === ''
    if (at > 0 && depth === 0 && !blank && !code?.[1]) places.push({ at, word: word || code !== null || afterSpace })
    if (word && depth === 0) for (const { index } of characters.segment(text)) if (index > 0) places.push({ at: at + index, word: false })
    if (code?.[1]) depth--
    else if (code && !code[2]) depth++
    at += text.length
    afterSpace = blank
  }
  return places
}

/** The place of words that is nearest to the middle; −1 where there is none. */
export function middlePlace(places: readonly SplitPlace[], length: number): number {
  const words = places.some(({ word }) => word)
  let best = -1
  for (const [index, { at, word }] of places.entries()) if ((word || !words) && (best === -1 || Math.abs(at - length / 2) < Math.abs(places[best]!.at - length / 2))) best = index
  return best
}

/** The next place in a direction, or the same where there is none: of words, or of characters. */
export function nextPlace(places: readonly SplitPlace[], from: number, direction: 1 | -1, byCharacter: boolean): number {
  for (let index = from + direction; places[index]; index += direction) if (byCharacter || places[index]!.word) return index
  return from
}
