/** A number as it is written in a text, in UTF-16 units. */
export interface WrittenNumber {
  start: number
  end: number
  raw: string
  /** Its digits in ASCII, `.` before decimals, without groups: equal for one number in two languages. */
  value: string
}

/** How a language writes numbers. */
interface Notation {
  decimal: string
  group: string
}

const notations = new Map<string, Notation>()

function notationOf(locale: string): Notation {
  const known = notations.get(locale)
  if (known) return known
  const parts = new Intl.NumberFormat(locale, { useGrouping: true, numberingSystem: 'latn' }).formatToParts(1234567.5)
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  const notation = { decimal: of('decimal'), group: of('group') }
  notations.set(locale, notation)
  return notation
}

/** A letter that others stand beside without a space: a number may begin right after it. */
const unspaced = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`
const letter = String.raw`(?:(?!${unspaced})\p{L}|[\p{N}_])`
/** Not the digits of a word or a version. */
const number = new RegExp(String.raw`(?<!${letter})\p{Nd}+(?:[.,٫٬'’\u00a0\u202f]\p{Nd}+)*(?!${letter})`, 'gu')

/** Every number of a text, in order; those in numbered codes and in words are none. */
export function numbersIn(text: string, locale: string): WrittenNumber[] {
  return [...text.matchAll(number)]
    .filter(({ index }) => !/<\/?$/.test(text.slice(Math.max(0, index - 2), index)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, raw: match[0], value: valueOf(match[0], locale) }))
}

const separators = /[^\p{Nd}]/gu
const spaces = /[\u00a0\u202f]/g

/** `1,234.5` in English, `1.234,5` in German and `١٬٢٣٤٫٥` in Arabic are all `1234.5`; what is no such number (a date, a version) keeps its separators. */
function valueOf(raw: string, locale: string): string {
  const { decimal, group } = notationOf(locale)
  const plain = raw
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/٫/g, decimal)
    .replace(/٬/g, group)
    .replace(/’/g, "'")
  const [whole, decimals, ...more] = plain.split(decimal)
  const groups = whole!.replace(spaces, ' ').split(group.replace(spaces, ' ').replace(/’/g, "'"))
  const isGrouped = groups.slice(1).every((part) => part.length === 3 || part.length === 2) && groups[0]!.length <= 3
  if (more.length > 0 || !groups.concat(decimals ?? []).every((part) => /^\d+$/.test(part)) || (groups.length > 1 && !isGrouped)) return plain
  return groups.join('') + (decimals === undefined ? '' : `.${decimals}`)
}

/** Decimal digits of every script stand in runs of ten that begin with zero. */
export function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!
  if (code < 0x80) return code - 0x30
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return value
}

/** A number of the source as the translation writes the one that it takes the place of: digits of the same script, grouped where either is. */
export function spellLike(now: WrittenNumber, place: WrittenNumber, locale: string): string {
  const { decimal, group } = notationOf(locale)
  const isPlain = /^\d+(?:\.\d+)?$/.test(now.value)
  const [whole, decimals] = isPlain ? now.value.split('.') : [now.value]
  const isGrouped =
    isPlain && whole!.length > 3 && [now, place].some(({ raw, value }) => raw.replace(separators, '').length > 3 && raw.replace(separators, '') !== raw && /^\d{4,}/.test(value))
  const digits = (isGrouped ? whole!.replace(/\B(?=(\d{3})+$)/g, group) : whole!) + (decimals === undefined ? '' : decimal + decimals)
  const zero = /\p{Nd}/u.exec(place.raw)![0]
  const base = zero.codePointAt(0)! - digitValue(zero)
  const spelled = digits.replace(/\d/g, (digit) => String.fromCodePoint(base + Number(digit)))
  return base === 0x30 ? spelled : spelled.replace(/\./g, '٫').replace(/,/g, '٬')
}
