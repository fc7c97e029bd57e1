import { isName, wordChange, type Change, type Term } from '../changes.js'
import type { RepairOptions, RepairStep } from '../repair.js'
import { meaningOf, renamings } from './calendar.js'
import { endOf, markIn } from './marks.js'
import { numbersIn, spellLike, type WrittenNumber } from './number.js'

interface Edit {
  start: number
  end: number
  text: string
}

/** The changes of a translation that follow those of its source, collected and then made at once. */
export class Patch {
  readonly steps: RepairStep[] = []
  readonly #edits: Edit[] = []
  readonly #target: string
  /** The former source, without codes. */
  readonly #source: readonly Term[]
  readonly #newLast: Term | undefined
  readonly #options: RepairOptions

  /** `newLast` ends the new source. */
  constructor(source: readonly Term[], newLast: Term | undefined, target: string, options: RepairOptions) {
    this.#source = source
    this.#newLast = newLast
    this.#target = target
    this.#options = options
  }

  /** The translation with all changes made; null where two of them are at one place. */
  text(): string | null {
    let text = ''
    let end = 0
    for (const edit of this.#edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
      if (edit.start < end) return null
      text += this.#target.slice(end, edit.start) + edit.text
      end = edit.end
    }
    return text + this.#target.slice(end)
  }

  edit(edit: Edit, step: RepairStep): true {
    this.#edits.push(edit)
    this.steps.push(step)
    return true
  }

  /** Follows a change of words and marks; false where that is not possible for certain. */
  follow({ deleted, inserted }: Change): boolean {
    const both = [...deleted, ...inserted]
    if (both.every(({ kind }) => kind === 'mark') && this.#isAtEnd(deleted, inserted)) return this.#endMark(phrase(deleted), phrase(inserted))
    if (deleted.length !== inserted.length && !both.every(isSoft)) return this.#phrase(deleted, inserted)
    const [edits, steps] = [this.#edits.length, this.steps.length]
    if (Array.from({ length: Math.max(deleted.length, inserted.length) }, (_, at) => at).every((at) => this.#followOne(deleted[at], inserted[at]))) return true
    this.#edits.length = edits
    this.steps.length = steps
    return this.#phrase(deleted, inserted)
  }

  #followOne(old: Term | undefined, now: Term | undefined): boolean {
    const step = { before: old?.text ?? '', after: now?.text ?? '' }
    if (old?.kind === 'url' || now?.kind === 'url') return old !== undefined && now !== undefined && this.#verbatim(old, now.text, 'url')
    if ((old ?? now)!.kind === 'mark' || now?.kind === 'mark') return this.#mark(old, now)
    if (!old || !now) return false
    const change = wordChange(old, now)
    if (change === 'case' || change === 'spelling') return this.#unchanged(step)
    if (change === 'number') return this.#number(old, now) || this.#verbatim(old, now.text, 'name')
    return this.#date(old, now) || this.#known(old.text, now.text) || (staysAsItIs(old) && this.#verbatim(old, now.text, 'name'))
  }

  #unchanged(step: Omit<RepairStep, 'reason'>): true {
    this.steps.push({ reason: 'unchanged', ...step })
    return true
  }

  #isAtEnd(deleted: readonly Term[], inserted: readonly Term[]): boolean {
    const ends = (list: readonly Term[], last: Term | undefined): boolean => list.length === 0 || list.at(-1) === last
    return ends(deleted, this.#source.at(-1)) && ends(inserted, this.#newLast)
  }

  /** Exchanges what ends the text; `was` and `is` may be empty. */
  #endMark(was: string, is: string): boolean {
    const step = { before: was, after: is }
    if (!endMark.test(is || '.')) return this.#unchanged(step)
    const end = this.#target.length - endOf(this.#target, was)
    if (was !== '' && end === this.#target.length) return false
    return this.edit({ start: end, end: this.#target.length, text: is === '' ? '' : markIn(is, this.#options.to) }, { reason: 'punctuation', ...step })
  }

  #mark(old: Term | undefined, now: Term | undefined): boolean {
    if ([old, now].every((term) => term === undefined || isSoft(term) || quotation.test(term.text))) return this.#unchanged({ before: old?.text ?? '', after: now?.text ?? '' })
    return old !== undefined && now !== undefined && this.#verbatim(old, now.text, 'punctuation')
  }

  #number(old: Term, now: Term): boolean {
    const { from, to } = this.#options
    const [was, is] = [numbersIn(old.text, from)[0], numbersIn(now.text, from)[0]]
    if (was?.raw !== old.text || is?.raw !== now.text) return false
    const equal = (term: Term): boolean => term.kind === 'word' && numbersIn(term.text, from)[0]?.value === was.value
    const place = this.#place(
      old,
      equal,
      numbersIn(this.#target, to).filter(({ value }) => value === was.value),
    )
    if (!place) return false
    const plural = pluralDiffers(was, is, to)
    return this.edit({ ...place, text: spellLike(is, place, to) }, { reason: 'number', before: old.text, after: now.text, ...(plural && { plural }) })
  }

  #date(old: Term, now: Term): boolean {
    const { from, to } = this.#options
    const [was, is] = [meaningOf(old.text, from), meaningOf(now.text, from)]
    if (was === null || is === null || was.split(' ')[0] !== is.split(' ')[0]) return false
    for (const [name, other] of renamings(was, is, to)) {
      const place = this.#place(old, (term) => term.text === old.text, occurrences(this.#target, name))
      if (place) return this.edit({ ...place, text: other }, { reason: 'date', before: old.text, after: now.text })
    }
    return false
  }

  /** Words of the source that stand in the translation as they are. */
  #verbatim(old: Term, now: string, reason: RepairStep['reason']): boolean {
    const place = this.#place(old, (term) => term.text === old.text, occurrences(this.#target, old.text))
    return place !== null && this.edit({ ...place, text: now }, { reason, before: old.text, after: now })
  }

  #known(old: string, now: string): boolean {
    const [replacement] = this.#options.recall?.(now) ?? []
    if (replacement === undefined) return false
    for (const translation of this.#options.recall?.(old) ?? []) {
      const [place, ...more] = occurrences(this.#target, translation)
      if (place && more.length === 0) return this.edit({ ...place, text: replacement }, { reason: 'name', before: old, after: now })
    }
    return false
  }

  /** Several words in the place of several others: where they are known, or were left as they are. */
  #phrase(deleted: readonly Term[], inserted: readonly Term[]): boolean {
    if (deleted.length === 0 || inserted.length === 0) return false
    const [was, is] = [phrase(deleted), phrase(inserted)]
    if (this.#known(was, is)) return true
    const isOnce = occurrences(phrase(this.#source), was).length === 1
    const [place, ...more] = occurrences(this.#target, was)
    return isOnce && deleted.some(staysAsItIs) && place !== undefined && more.length === 0 && this.edit({ ...place, text: is }, { reason: 'name', before: was, after: is })
  }

  /** Which of the places in the translation stands for this term: they are told apart by their order, where there are as many. */
  #place<Place>(term: Term, isEqual: (other: Term) => boolean, places: readonly Place[]): Place | null {
    const equals = this.#source.filter(isEqual)
    return equals.length === places.length ? (places[equals.indexOf(term)] ?? null) : null
  }
}

const endMark = /^[.?!:;,]$/

const quotation = /^["'`«»‹›„‚“”‘’(){}[\]–—-]$/
const isSoft = (term: Term): boolean => term.kind === 'mark' && /^[.,;:!()[\]\-·、。，；：！،؛।]$/u.test(term.text)

/** A name, or something that nobody translates: with a digit, a capital or a low line inside. */
const staysAsItIs = (term: Term): boolean => term.kind === 'url' || isName(term) || /[\p{N}_]|\p{Ll}\p{Lu}|\p{Lu}{2}/u.test(term.text)

const phrase = (list: readonly Term[]): string => list.map((term, at) => (at > 0 && term.start > list[at - 1]!.start + list[at - 1]!.text.length ? ' ' : '') + term.text).join('')

/** Where words stand in a text, not as a part of longer ones. */
export function occurrences(text: string, words: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  if (words === '') return found
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length
    if (!joins(text.slice(Math.max(0, at - 1), at), words[0]!) && !joins(words.at(-1)!, text.slice(end, end + 1))) found.push({ start: at, end })
  }
  return found
}

/** Letters of a script with spaces, or digits, directly beside each other are one word. */
const joins = (before: string, after: string): boolean => spaced.test(before) && spaced.test(after)
const spaced = /^(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}_]$/u

function pluralDiffers(was: WrittenNumber, is: WrittenNumber, locale: string): true | undefined {
  const rules = new Intl.PluralRules(locale)
  return rules.select(Number(was.value)) === rules.select(Number(is.value)) ? undefined : true
}
