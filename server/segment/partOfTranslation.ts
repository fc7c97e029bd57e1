import { compareCodes, parseText, plainText, serializeText, type TextPart } from '../document/codes.js'
import { sentenceStarts } from './sentenceStarts.js'

/** A text in a language, with numbered codes. */
interface Said {
  text: string
  locale: string
}

/**
 * The sentences of a translation that stand for `part` of its source; null where that cannot be told: `part` is no run of whole sentences,
 * the translation has another number of sentences, or its codes lie across them.
 */
export function partOfTranslation(source: Said, translation: Said, part: string): string | null {
  const [whole, wanted] = [heard(source.text), heard(part).trim()]
  const start = whole.startsWith(wanted) ? 0 : whole.indexOf(wanted)
  if (wanted.length >= whole.trim().length || wanted === '' || start === -1 || whole.includes(wanted, start + 1)) return null
  const [from, to] = [startsOf(whole, source.locale), startsOf(heard(translation.text), translation.locale)]
  const first = from.indexOf(start)
  const end = start + wanted.length
  const last = from.findIndex((next) => next >= end)
  if (from.length !== to.length || first === -1 || whole.slice(end, from[last]).trim() !== '') return null
  const text = stretch(translation.text, to[first]!, to[last]!, codesBefore(source.text, start))
  return compareCodes(part, text).length === 0 ? text : null
}

const heard = (text: string): string => plainText(text).replaceAll('\n', ' ')

/** Where sentences begin, and at last where the text ends. */
const startsOf = (text: string, locale: string): number[] => [0, ...sentenceStarts(text, locale), text.length]

/** How many codes begin before an offset of the heard text. */
function codesBefore(text: string, end: number): number {
  let [at, count] = [0, 0]
  for (const part of parseText(text)) {
    if (at >= end) break
    if (part.type === 'text') at += part.text.length
    else if (part.type !== 'close') count++
  }
  return count
}

/** What stands between two offsets of the heard text, its codes numbered from one on after so many that are left out before it. */
function stretch(text: string, start: number, end: number, earlier: number): string {
  const kept: TextPart[] = []
  let at = 0
  for (const part of parseText(text)) {
    if (part.type === 'text') {
      kept.push({ type: 'text', text: part.text.slice(Math.max(0, start - at), Math.max(0, end - at)) })
      at += part.text.length
    } else if (part.type === 'close' ? at > start && at <= end : at >= start && at < end) kept.push({ ...part, id: part.id - earlier })
  }
  return serializeText(kept).trim()
}
