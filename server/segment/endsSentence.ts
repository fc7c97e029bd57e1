import type { LanguageRules } from './language.js'

/** A place where a sentence may end. Offsets in the text. */
export interface Ending {
  text: string
  /** Where the sentence begins that may end here. */
  begun: number
  /** Where its marks begin: terminators, then closing quotes and brackets. */
  index: number
  marks: string
  space: string
  /** Where the next sentence would begin. */
  end: number
}

/** What the next sentence may begin with before its first letter or digit: quotes, brackets, dashes, bullets. */
const opening = /^[\p{Ps}\p{Pi}\p{Pf}\p{Pd}"'¿¡*•\s]*/u
const longWord = /^\p{Ll}{7,}$/u
const initials = /^\p{L}(?:\.-?\p{L})*$/u

/** Whether a sentence ends here. */
export function endsSentence(ending: Ending, rules: LanguageRules): boolean {
  const { text, marks, space, end } = ending
  if (marks === '' || /\u2029|\n[ \t\r]*\n/.test(space)) return true
  const after = text.slice(end, end + 60)
  if (after === '') return false
  const next = after.replace(opening, '')
  const isNative = [...marks].some((mark) => !'.!?…‥．'.includes(mark) && /[\p{Sentence_Terminal}།༎]/u.test(mark))
  if (isNative) return !(space === '' && /[」』）”]$/u.test(marks) && rules.afterQuote?.test(after))
  if (marks.startsWith('．')) return !/^\p{Nd}/u.test(after)
  if (space === '') return isGlued(ending, next, rules)
  if (/^[,;:،؛)]/u.test(after)) return false
  const word = wordBefore(text.slice(Math.max(ending.begun, ending.index - 40), ending.index))
  const isOmission = /^(?:\.{3}|…)\p{L}/u.test(after)
  // Without a capital letter, only a long word is surely none that is shortened.
  if (isOmission || /^\p{Ll}/u.test(next)) return marks === '.' && (isOmission || longWord.test(word)) && !isAbbreviation(word, rules)
  if (/[!?]/.test(marks) || [...rules.terminators].some((mark) => marks.startsWith(mark))) return true
  if (/^(?:…|‥|\.\.)/.test(marks) || /^\.[ \u00a0]\./.test(marks)) return endsInDots(ending)
  return endsInFullStop(ending, word, next, rules)
}

/** No space between two sentences: after a full stop only where what follows begins one for certain (“so.Then he”, “so.Mr. Smith”), and never in an address. */
function isGlued({ text, index, marks }: Ending, next: string, { starters, goesOn }: LanguageRules): boolean {
  const before = text.slice(Math.max(0, index - 40), index)
  if (!/^[.!?]$/.test(marks) || /[/@=&]\S*$/.test(before)) return false
  if (marks !== '.') return /^[\p{Lu}\p{Lo}]\p{L}/u.test(next)
  const [, first, stop] = /^(\p{Lu}\p{L}*)(\.?)\s/u.exec(next) ?? []
  if (first === undefined || !/[\p{Ll}\p{Nd}]{2}$/u.test(before)) return false
  if (stop === '.') return goesOn.has(first.toLowerCase())
  return starters.has(first.toLowerCase()) || starters.has(first) || (/^[IVXLC]{2,}$/.test(first) && /\p{L}$/u.test(before))
}

/** Three dots in the middle of a sentence stand between spaces, or in brackets: “so … then”, “[...]”. */
function endsInDots({ text, index, marks }: Ending): boolean {
  const before = text[index - 1] ?? ''
  if (/[[(]/u.test(before) && /[\])]/u.test(marks)) return false
  const dots = marks.replace(/[^.…]/g, '')
  return dots.length > 3 || !/\s/.test(before)
}

function endsInFullStop({ text, begun, index, marks }: Ending, word: string, next: string, rules: LanguageRules): boolean {
  const bare = word.toLowerCase()
  // “1. Scope”: the number of what begins here.
  if (/^(?:\p{L}|[IVXLC]+|[\p{Nd}.]+)$/u.test(word) && !/[\p{L}\p{N}]/u.test(text.slice(begun, index - word.length))) return false
  if (marks !== '.') return true
  if (rules.beforeNumber.has(bare) && /^(?:\p{N}|[IVXLC]+(?!\p{L}))/u.test(next)) return false
  if (rules.goesOn.has(bare)) return false
  if (rules.mayEnd.has(bare)) return text.slice(begun, index).trim().split(/\s+/).length > 3
  const inName = rules.inNames.has(bare) || initials.test(word) || (rules.ordinals && /^\d{1,3}$/.test(word) && /^\p{L}/u.test(next))
  return !inName || startsSentence(next, rules)
}

/** Whether a word follows that begins sentences, rather than a name: in an alphabet with capital letters, with one. */
function startsSentence(next: string, { starters }: LanguageRules): boolean {
  const first = /^\p{Lu}\p{L}*(?!\p{L}|(?<=^\p{L})\.)/u.exec(next)?.[0]
  return first !== undefined && (starters.has(first.toLowerCase()) || starters.has(first))
}

const isAbbreviation = (word: string, rules: LanguageRules): boolean =>
  initials.test(word) || [rules.goesOn, rules.beforeNumber, rules.inNames, rules.mayEnd].some((list) => list.has(word.toLowerCase()))

const ofWord = /[\p{L}\p{M}\p{N}\p{Cf}º°/"'’׳״\-.]/u

/** The word at the end of a text, with full stops inside it: “p.m”. Marks of direction are no part of it. */
function wordBefore(text: string): string {
  let start = text.length
  while (start > 0 && ofWord.test(text[start - 1]!)) start--
  return text.slice(start).replace(/\p{Cf}|^[."'’-]+/gu, '')
}
