import { parseText, plainText } from '../../document/codes.js'
import type { Code } from '../../document/unit.js'
import { digitValue } from '../repair/number.js'

/** What a translation usually keeps of its source, each with how often a unit has it. */
export interface Survivors {
  /** Numbers, addresses and the data of codes: where one side lacks them, that speaks against the pair. */
  firm: Map<string, number>
  /** Names, and words that are left as they are: where one side lacks them, that says little. */
  soft: Map<string, number>
}

const address = /\b(?:https?:\/\/|www\.)[^\s<>"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu
const number = /\p{Nd}+(?:[.,٫٬'’\u00a0\u202f]\p{Nd}+)*/gu
const latinWord = /[\p{sc=Latin}][\p{sc=Latin}\p{M}\p{Nd}_]+/gu

export function survivorsOf({ text, codes }: { text: string; codes: readonly Code[] }): Survivors {
  const found: Survivors = { firm: new Map(), soft: new Map() }
  const plain = plainText(text).normalize('NFC')
  const words = plain.replace(address, (whole) => count(found.firm, withoutLanguage(whole)))
  for (const [digits] of words.matchAll(number)) count(found.firm, `#${digitsOf(digits)}`)
  for (const [word] of words.matchAll(latinWord)) count(found.soft, word.toLowerCase())
  const data = new Map(codes.map((code) => [code.id, code]))
  for (const part of parseText(text)) {
    if (part.type === 'text' || part.type === 'close') continue
    const code = data.get(part.id)
    count(found.soft, `<${code?.type ?? part.type}>`)
    if (code?.label) count(found.firm, `<${withoutLanguage(code.label)}>`)
  }
  return found
}

function count(list: Map<string, number>, key: string): string {
  list.set(key, (list.get(key) ?? 0) + 1)
  return ' '
}

/** Localized documents link to `/fr/…` where the source links to `/en/…` or `/…`. */
const withoutLanguage = (label: string): string => label.replace(/^\//, '').replace(/(?<=^|[^/]\/|\.)[a-z]{2,3}(?:-[a-z]{2,4})?\//i, '')

/** The digits of a number as ASCII, whatever the script and the separators. */
const digitsOf = (text: string): string => text.replace(/\P{Nd}/gu, '').replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
