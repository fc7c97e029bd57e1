import { diffArrays } from 'diff'
import type { Code } from '../document/unit.js'
import { tokens } from '../document/words.js'

/** How much a change of wording matters to its translations. */
export const grades = ['none', 'cosmetic', 'minor', 'major'] as const
export type GradeLevel = (typeof grades)[number]

/** Most important first. */
const reasonOrder = ['many-words', 'number', 'name', 'url', 'few-words', 'spelling', 'codes', 'punctuation', 'case', 'typography', 'code-data', 'white-space'] as const
export type GradeReason = (typeof reasonOrder)[number]

export interface Grade {
  level: GradeLevel
  /** Why, most important first; each has a text `grade.<reason>` in locales/. */
  reasons: GradeReason[]
}

/** A text with numbered codes, and what the codes stand for where that is known. */
export interface GradedText {
  text: string
  codes?: readonly Code[]
}

/** Past so many tokens put in and taken out a change is major whatever they are; it also bounds the time of the comparison. */
const maxEdits = 200
/** So many words may change in a unit of so many and the translation only need a touch. */
const fewWords = 2
const longUnit = 8

/**
 * Grades a change of wording. `none`: white space only · `cosmetic`: typography, punctuation that does not change the sense, case of a sentence start, data of codes ·
 * `minor`: numbers, names, addresses, spelling, codes, one or two words of a long unit · `major`: all else.
 */
export function grade(before: GradedText, after: GradedText): Grade {
  const found = new Findings()
  if (before.text !== after.text) gradeText(before.text, after.text, found)
  if (codeDataDiffers(before.codes ?? [], after.codes ?? [])) found.add('code-data', 'cosmetic')
  return found.grade()
}

class Findings {
  readonly #reasons = new Set<GradeReason>()
  #level = 0

  add(reason: GradeReason, level: GradeLevel): void {
    this.#reasons.add(reason)
    this.#level = Math.max(this.#level, grades.indexOf(level))
  }

  grade(): Grade {
    return { level: grades[this.#level]!, reasons: reasonOrder.filter((reason) => this.#reasons.has(reason)) }
  }
}

function gradeText(before: string, after: string, found: Findings): void {
  const [old, now] = [foldSpace(before), foldSpace(after)]
  if (old === now) return found.add('white-space', 'none')
  const [plainOld, plainNow] = [foldTypography(old), foldTypography(now)]
  if (plainOld === plainNow) return found.add('typography', 'cosmetic')
  const [oldTerms, nowTerms] = [terms(plainOld), terms(plainNow)]
  const changes = compare(oldTerms, nowTerms)
  if (!changes) return found.add('many-words', 'major')
  if (typographic(old) !== typographic(now) && foldTypography(typographic(old)) === foldTypography(typographic(now))) found.add('typography', 'cosmetic')
  const total = Math.max(countWords(oldTerms), countWords(nowTerms))
  const changed = { words: 0, names: 0 }
  for (const change of changes) gradeChange(change, found, changed)
  const sum = changed.words + changed.names
  if (sum === 0) return
  if (sum > fewWords || total < longUnit) return found.add('many-words', 'major')
  if (changed.names > 0) found.add('name', 'minor')
  if (changed.words > 0) found.add('few-words', 'minor')
}

const foldSpace = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** One spelling for what typographers choose between: quotation marks, apostrophes, dashes and the spaces around them, ellipses, invisible marks of direction and breaking. */
function foldTypography(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]/gu, '')
    .replace(/[‘’‚‛ʼ′‹›`´]/gu, "'")
    .replace(/[“”„‟«»″「」『』〝〞〟]|''/gu, '"')
    .replace(/ ?(?:[‒–—―−]|--+) ?| - /gu, '-')
    .replace(/…/gu, '...')
    .replace(/" | "/gu, ' " ')
    .replace(/ +/gu, ' ')
    .trim()
}

/** The quotation marks, apostrophes, dashes and ellipses of a text. */
const typographic = (text: string): string => text.replace(/[^\p{Pi}\p{Pf}\p{Pd}"'„‚…`´]/gu, '')

interface Term {
  text: string
  kind: 'word' | 'code' | 'url' | 'mark'
  /** Whether a sentence begins with it. */
  first: boolean
}

const urlPattern = /\b(?:https?:\/\/|www\.|mailto:)[^\s<>"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu

/** Words, codes, addresses and marks of a text, without white space. */
function terms(text: string): Term[] {
  const found: Term[] = []
  let first = true
  const add = (term: string, kind: Term['kind']): void => {
    found.push({ text: term, kind, first })
    if (kind === 'word' || kind === 'url') first = false
    else if (/^[.!?:。！？؟।]$/u.test(term)) first = true
  }
  const addWords = (stretch: string): void => {
    for (const token of tokens(stretch, 'und')) if (/\S/u.test(token.text)) add(token.text, token.word ? 'word' : /^<.+>$/u.test(token.text) ? 'code' : 'mark')
  }
  let end = 0
  for (const match of text.matchAll(urlPattern)) {
    addWords(text.slice(end, match.index))
    add(match[0], 'url')
    end = match.index + match[0].length
  }
  addWords(text.slice(end))
  return found
}

const countWords = (list: readonly Term[]): number => list.reduce((count, term) => count + (term.kind === 'word' ? 1 : 0), 0)

interface Change {
  deleted: Term[]
  inserted: Term[]
}

/** What differs, or null where it is more than `maxEdits` tokens. */
function compare(old: Term[], now: Term[]): Change[] | null {
  const runs = diffArrays(old, now, { comparator: (a, b) => a.text === b.text, maxEditLength: maxEdits })
  if (!runs) return null
  const changes: Change[] = []
  let open: Change | null = null
  for (const run of runs) {
    if (!run.added && !run.removed) open = null
    else {
      if (!open) changes.push((open = { deleted: [], inserted: [] }))
      open[run.added ? 'inserted' : 'deleted'].push(...run.value)
    }
  }
  return changes
}

function gradeChange({ deleted, inserted }: Change, found: Findings, changed: { words: number; names: number }): void {
  const of = (list: Term[], kind: Term['kind']): Term[] => list.filter((term) => term.kind === kind)
  if (of(deleted, 'code').length + of(inserted, 'code').length > 0) found.add('codes', 'minor')
  if (of(deleted, 'url').length + of(inserted, 'url').length > 0) found.add('url', 'minor')
  const changedMarks = [...of(deleted, 'mark'), ...of(inserted, 'mark')]
  if (changedMarks.length > 0) found.add('punctuation', changedMarks.every((term) => softMark.test(term.text)) ? 'cosmetic' : 'minor')
  const [oldWords, newWords] = [of(deleted, 'word'), of(inserted, 'word')]
  for (let at = 0; at < Math.max(oldWords.length, newWords.length); at++) {
    const kind = wordChange(oldWords[at], newWords[at])
    if (kind === 'word') changed.words++
    else if (kind === 'name') changed.names++
    else found.add(kind, kind === 'case' ? 'cosmetic' : 'minor')
  }
}

/** Marks that can come and go without a change of sense. Questions, quotation marks, signs and symbols cannot. */
const softMark = /^[.,;:!()[\]\-·、。，；：！،؛।]$/u

function wordChange(old: Term | undefined, now: Term | undefined): 'case' | 'number' | 'spelling' | 'name' | 'word' {
  if (!old || !now) return 'word'
  const [a, b] = [old.text, now.text]
  if (a.toLowerCase() === b.toLowerCase()) return old.first || now.first ? 'case' : 'spelling'
  if (/\p{N}/u.test(a) && /\p{N}/u.test(b)) return 'number'
  if (isTypingSlip(a, b)) return 'spelling'
  return isName(old) && isName(now) ? 'name' : 'word'
}

const isName = (term: Term): boolean => /^\p{Lu}/u.test(term.text) && (!term.first || /^\p{Lu}{2}/u.test(term.text))

/** One letter (in long words two) put in, left out or exchanged after the first: a first letter is rarely mistyped, but makes `unable` of `able`. */
function isTypingSlip(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.min(a.length, b.length) < 4) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [old, now] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const swapped = old.length === 2 && old === [...now].reverse().join('')
  return swapped || Math.max(old.length, now.length) <= (a.length >= 8 ? 2 : 1)
}

function codeDataDiffers(before: readonly Code[], after: readonly Code[]): boolean {
  const old = new Map(before.map((code) => [code.id, code]))
  return after.some((code) => {
    const was = old.get(code.id)
    return was !== undefined && (was.type !== code.type || was.open !== code.open || was.close !== code.close || was.label !== code.label)
  })
}
