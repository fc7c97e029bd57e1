/** A run of a text. Joined, the tokens of a text give it back. A numbered code is one token and no word. */
export interface Token {
  text: string
  word: boolean
}

/**
 * Codes; words after the rules of UAX 29 (apostrophes inside a word, points and commas inside a number); white space; any other character with its marks.
 * https://www.unicode.org/reports/tr29/#Word_Boundaries
 */
const code = String.raw`(?<!\\)<(?:[1-9]\d{0,5}\/?|\/[1-9]\d{0,5})>`
const word = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_\u200c\u200d]|['’·:״׳](?=\p{L})|[.,'’٫٬](?=\p{N})(?<=\p{N}.))*`
const tokenPattern = new RegExp(String.raw`${code}|${word}|\s+|[^]\p{M}*`, 'gu')
const codeOrWord = new RegExp(`${code}|${word}`, 'gu')
const wordStart = /^[\p{L}\p{N}_]/u

/** Scripts that write words without spaces between them: only a dictionary finds the words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tai_Le}\p{sc=New_Tai_Lue}\p{sc=Tai_Tham}]/u
/** The longest run that the dictionary sees at once: its time grows with the square of the length. */
const runLength = 500

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(locale: string): Intl.Segmenter {
  let found = segmenters.get(locale)
  if (!found) segmenters.set(locale, (found = new Intl.Segmenter(locale, { granularity: 'word' })))
  return found
}

/** Cuts a text with numbered codes into words, codes, spaces and single other characters, in order. */
export function tokens(text: string, locale: string): Token[] {
  const found: Token[] = []
  for (const [token] of text.matchAll(tokenPattern)) {
    const word = wordStart.test(token)
    if (!word || !unspaced.test(token)) found.push({ text: token, word })
    else for (const part of dictionaryWords(token, locale)) found.push({ text: part.segment, word: part.isWordLike ?? true })
  }
  return found
}

/** How many words a text with numbered codes has. In scripts without spaces, by the dictionary of the platform. */
export function countWords(text: string, locale: string): number {
  let count = 0
  for (const [found] of text.matchAll(codeOrWord)) {
    if (found.startsWith('<')) continue
    if (unspaced.test(found)) for (const part of dictionaryWords(found, locale)) count += part.isWordLike === false ? 0 : 1
    else count++
  }
  return count
}

/** A run of a script without spaces in its words, piece by piece. */
function* dictionaryWords(run: string, locale: string): Generator<Intl.SegmentData> {
  for (let at = 0; at < run.length; at += runLength) yield* segmenter(locale).segment(run.slice(at, at + runLength))
}
