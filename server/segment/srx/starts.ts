import { wordEdge } from './escape.js'
import { platformStarts } from '../platformStarts.js'
import { inStretches } from '../stretches.js'
import { readSrx, type SrxFile, type SrxRule } from './read.js'

/** Rules that apply to a language, ready to be asked. */
export interface SrxRules extends Pick<SrxFile, 'isolatedBefore' | 'isolatedAsSpace' | 'platformBreaks'> {
  locale: string
  rules: readonly AskedRule[]
  whole: RegExp | null
}

/**
 * A rule that breaks finds its places one after the other, where there are any: looking back from a place for `\w+[.?!]` is fast, looking on from every letter of a long word is not.
 * Rules that forbid, of which there may be hundreds in a row, are asked about a place, together.
 */
type AskedRule = { breaks: true; any: RegExp; finder: RegExp } | { breaks: false; testers: readonly RegExp[] }

const files = new Map<string, { file: SrxFile; rules: Map<string, SrxRules> }>()
/** Files that are kept ready; a project has few. */
const kept = 8

/** The rules of an SRX file for a language, compiled once. Refuses `srx-invalid`. */
export function srxRules(text: string, locale: string): SrxRules {
  let known = files.get(text)
  if (!known) {
    known = { file: readSrx(text), rules: new Map() }
    if (files.size >= kept) files.delete(files.keys().next().value!)
    files.set(text, known)
  }
  let rules = known.rules.get(locale)
  if (!rules) known.rules.set(locale, (rules = compile(known.file, locale)))
  return rules
}

function compile(file: SrxFile, locale: string): SrxRules {
  const fitting = file.maps.filter(({ language }) => language.test(locale))
  const rules = (file.cascade ? fitting : fitting.slice(0, 1)).flatMap((map) => map.rules)
  return { ...file, locale, rules: askedRules(rules), whole: file.whole === null ? null : new RegExp(file.whole, 'gv') }
}

function askedRules(rules: readonly SrxRule[]): AskedRule[] {
  const asked: AskedRule[] = []
  for (let at = 0; at < rules.length; at++) {
    const { breaks, before, after } = rules[at]!
    if (breaks) asked.push({ breaks, any: new RegExp(`(?<=${before})(?=${after})`, 'v'), finder: new RegExp(`(?:${before})(?=${after})`, 'gv') })
    else {
      const end = rules.findIndex((rule, index) => index > at && rule.breaks)
      asked.push({ breaks, testers: testersOf(rules.slice(at, end === -1 ? undefined : end)) })
      at = end === -1 ? rules.length : end - 1
    }
  }
  return asked
}

/** Expressions longer than this are no longer compiled to machine code. */
const longestExpression = 15_000

/** Rules with the same text behind the place become one expression, as each of its own takes its time: nearly all are “a word and a full stop, before a space”. */
function testersOf(rules: readonly SrxRule[]): RegExp[] {
  const alike = new Map<string, string[]>()
  for (const { before, after } of rules) {
    const start = before.startsWith(wordEdge) ? wordEdge : ''
    const key = `${start}\n${after}`
    const befores = alike.get(key) ?? alike.set(key, []).get(key)!
    befores.push(before.slice(start.length))
  }
  return [...alike].flatMap(([key, befores]) => {
    const [start, after] = key.split('\n')
    return chunksOf(befores).map((chunk) => new RegExp(`(?<=${start}(?:${chunk.join('|')}))(?=${after})`, 'vy'))
  })
}

function chunksOf(expressions: readonly string[]): string[][] {
  const chunks: string[][] = [[]]
  let length = 0
  for (const expression of expressions) {
    if (length + expression.length > longestExpression && length > 0) {
      chunks.push([])
      length = 0
    }
    chunks.at(-1)!.push(expression)
    length += expression.length + 1
  }
  return chunks
}

/**
 * Offsets inside the text where a segment begins. At every place the first rule that fits decides; a rule that breaks finds its places from left to right, the longest match first,
 * as other programs do: `[。！]+` breaks behind the last of them. Others are asked only where one breaks.
 */
export const srxStarts = (text: string, rules: SrxRules): number[] => inStretches(text, (stretch) => startsIn(stretch, rules))

function startsIn(text: string, { rules, platformBreaks, whole, locale }: SrxRules): number[] {
  const found = new Set<number>()
  const take = (places: Iterable<number>, earlier: readonly AskedRule[]) => {
    for (const place of places) if (place > 0 && place < text.length && !found.has(place) && !earlier.some((rule) => forbids(rule, text, place))) found.add(place)
  }
  for (const [index, rule] of rules.entries()) if (rule.breaks && rule.any.test(text)) take(placesOf(rule.finder, text), rules.slice(0, index))
  if (platformBreaks)
    take(
      platformStarts(text, locale).map((start) => endBefore(text, start)),
      rules,
    )
  if (whole) keepWhole(whole, text, found)
  return [...found].sort((a, b) => a - b)
}

/** Rules of such a file speak of places before the white space. */
const endBefore = (text: string, start: number): number => text.slice(0, start).trimEnd().length

function* placesOf(finder: RegExp, text: string): Generator<number> {
  finder.lastIndex = 0
  for (let match = finder.exec(text); match; match = finder.exec(text)) {
    const place = match.index + match[0].length
    yield place
    if (match[0] === '') finder.lastIndex = place + (text.codePointAt(place)! > 0xffff ? 2 : 1)
  }
}

function forbids(rule: AskedRule, text: string, place: number): boolean {
  if (rule.breaks) return false
  return rule.testers.some((tester) => {
    tester.lastIndex = place
    return tester.test(text)
  })
}

function keepWhole(whole: RegExp, text: string, found: Set<number>): void {
  for (const { index, 0: range } of text.matchAll(whole)) {
    const end = index + range.length
    for (const place of found) if (place >= index && place < end) found.delete(place)
    for (const edge of [index, end]) if (edge > 0 && edge < text.length) found.add(edge)
  }
}
