import { abbreviationsOf, ordinalLanguages } from './abbreviations.js'

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(locale: string): Intl.Segmenter {
  let found = segmenters.get(locale)
  if (!found) segmenters.set(locale, (found = new Intl.Segmenter(locale, { granularity: 'sentence' })))
  return found
}

/** So much text is segmented at once: the platform's time grows with the square of the length. */
const stretch = 4000

/** Offsets inside the text where a sentence begins, after https://www.unicode.org/reports/tr29/#Sentence_Boundaries with corrections for abbreviations, initials, ordinals and quoted speech. */
export function sentenceStarts(text: string, locale: string): number[] {
  const starts: number[] = []
  let begun = 0
  for (const start of platformStarts(text, locale)) {
    // What has no word in it is no sentence: “…” or a closing bracket.
    if (!says.test(text.slice(begun, start)) || !isStart(text, start, locale)) continue
    starts.push(start)
    begun = start
  }
  if (!says.test(text.slice(begun))) starts.pop()
  return starts
}

const says = /[\p{L}\p{N}]/u

/** Where the platform says that sentences begin. */
function platformStarts(text: string, locale: string): number[] {
  const starts: number[] = []
  for (let from = 0; from < text.length;) {
    const found = Array.from(segmenter(locale).segment(text.slice(from, from + stretch)), ({ index }) => from + index)
    const inside = found.slice(1)
    for (const start of inside) starts.push(start)
    // The last sentence of a stretch may go on in the next.
    from = from + stretch >= text.length ? text.length : (inside.at(-1) ?? from + stretch)
  }
  return starts
}

function isStart(text: string, start: number, locale: string): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  if (before.endsWith('\u2029')) return true
  const after = text.slice(start, start + 10)
  // “Go!” he said.
  if (/^[^\p{L}\p{N}]*\p{Ll}/u.test(after)) return false
  const match = /(?:^|[\s("'“‘«¿¡/-])([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.º-]*)\.[\s\u00a0]*$/u.exec(before)
  if (!match) return true
  const word = match[1]!
  const number = /^[^\p{L}\p{N}]{0,2}\p{N}/u.test(after)
  const { never, beforeNumber } = abbreviationsOf(locale)
  if (never.has(word.toLowerCase()) || (number && beforeNumber.has(word.toLowerCase()))) return false
  // Initials: J. Smith, J.R.R. Tolkien, the U.S. Senate. “I” more often ends a sentence.
  if (/^\p{Lu}(?:\.-?\p{Lu})*$/u.test(word) && word !== 'I' && /^\p{Lu}[\p{Ll}.]/u.test(after)) return false
  // The number of a heading or an article: “1. Scope”.
  if (/^\d{1,3}$/.test(word) && before.trim() === `${word}.` && start < 8) return false
  return !(/^\d{1,2}$/.test(word) && ordinalLanguages.has(locale.split('-')[0]!) && /^\p{L}/u.test(after))
}
