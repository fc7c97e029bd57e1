import { plainText } from '../document/codes.js'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\u2028]+$/u
/** East Asian Width of W or F, by scripts: https://www.unicode.org/reports/tr11/ */
const wide =
  /^(?![\uff61-\uffdc])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Yi}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u

/** Texts whose UTF-16 units are their characters: most of them, and much faster. */
const simple = /^[\x20-\x7e\xa0-\xac\xae-\u02ff]*$/

/** The characters that a reader sees of a text with codes: no codes, no line breaks. */
export function charactersOf(text: string): string[] {
  const words = plainText(text).replaceAll('\n', '')
  if (simple.test(words)) return words.split('')
  return Array.from(segmenter.segment(words), ({ segment }) => segment).filter((character) => !unseen.test(character))
}

/** How wide a line is: a character of Chinese, Japanese or Korean takes two columns. */
export const columnsOf = (text: string): number => charactersOf(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)

/** The lines of a caption, and where each stands in its text. */
export function linesOf(text: string): { text: string; range: [number, number] }[] {
  let start = 0
  return text.split(/[\n\u2028]/).map((line) => {
    const range: [number, number] = [start, start + line.length]
    start = range[1] + 1
    return { text: line, range }
  })
}
