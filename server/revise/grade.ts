import type { Code } from '../document/unit.js'
import { changesBetween, terms, wordChange, type Change, type Term } from './changes.js'

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
  const changes = changesBetween(oldTerms, nowTerms)
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

const countWords = (list: readonly Term[]): number => list.reduce((count, term) => count + (term.kind === 'word' ? 1 : 0), 0)

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

function codeDataDiffers(before: readonly Code[], after: readonly Code[]): boolean {
  const old = new Map(before.map((code) => [code.id, code]))
  return after.some((code) => {
    const was = old.get(code.id)
    return was !== undefined && (was.type !== code.type || was.open !== code.open || was.close !== code.close || was.label !== code.label)
  })
}
