import { diffArrays } from 'diff'
import { tokens } from '../document/words.js'

/** Past so many tokens put in and taken out nothing is compared; it bounds the time. */
const maxEdits = 200

/** A word, code, address or mark of a text. */
export interface Term {
  text: string
  kind: 'word' | 'code' | 'url' | 'mark'
  /** Whether a sentence begins with it. */
  first: boolean
  /** Where it stands, in UTF-16 units. */
  start: number
}

const urlPattern = /\b(?:https?:\/\/|www\.|mailto:)[^\s<>"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu

/** Words, codes, addresses and marks of a text, without white space. */
export function terms(text: string): Term[] {
  const found: Term[] = []
  let first = true
  const add = (term: string, kind: Term['kind'], start: number): void => {
    found.push({ text: term, kind, first, start })
    if (kind === 'word' || kind === 'url') first = false
    else if (/^[.!?:。！？؟।]$/u.test(term)) first = true
  }
  const addWords = (from: number, to: number): void => {
    let start = from
    for (const { text: token, word } of tokens(text.slice(from, to), 'und')) {
      if (/\S/u.test(token)) add(token, word ? 'word' : /^<.+>$/u.test(token) ? 'code' : 'mark', start)
      start += token.length
    }
  }
  let end = 0
  for (const match of text.matchAll(urlPattern)) {
    addWords(end, match.index)
    add(match[0], 'url', match.index)
    end = match.index + match[0].length
  }
  addWords(end, text.length)
  return found
}

/** What stands in the place of what. */
export interface Change {
  deleted: Term[]
  inserted: Term[]
}

/** What differs, in order; null where it is more than `maxEdits` tokens. */
export function changesBetween(old: Term[], now: Term[]): Change[] | null {
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

/** What happened to a word: another letter case at the start of a sentence, another number, a slip of typing, another name, another word. */
export function wordChange(old: Term | undefined, now: Term | undefined): 'case' | 'number' | 'spelling' | 'name' | 'word' {
  if (!old || !now) return 'word'
  const [a, b] = [old.text, now.text]
  if (a.toLowerCase() === b.toLowerCase()) return old.first || now.first ? 'case' : 'spelling'
  if (/\p{N}/u.test(a) && /\p{N}/u.test(b)) return 'number'
  if (isTypingSlip(a, b)) return 'spelling'
  return isName(old) && isName(now) ? 'name' : 'word'
}

export const isName = (term: Term): boolean => /^\p{Lu}/u.test(term.text) && (!term.first || /^\p{Lu}{2}/u.test(term.text))

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
