import type { Code } from './unit.js'

/** A run of a unit's text: literal words, or one side of a numbered code. */
export type TextPart = { type: 'text'; text: string } | CodePart

/** One side of a numbered code, or a code that has but one. */
interface CodePart {
  type: 'open' | 'close' | 'single'
  id: number
}

export type CodeFaultType = 'missing' | 'extra' | 'crossed' | 'unclosed' | 'unopened' | 'misplaced'

/** What is wrong with the codes of a translation. `code` is the tag as people type it: `<1>`, `</1>` or `<2/>`. */
export interface CodeFault {
  type: CodeFaultType
  id: number
  code: string
}

/** A numbered code with the backslashes before it: an odd number of them makes it a literal text. */
const tagPattern = /(?<!\\)(\\*)<(?:([1-9]\d{0,5})(\/?)|\/([1-9]\d{0,5}))>/g

export const tag = (part: CodePart): string => (part.type === 'open' ? `<${part.id}>` : part.type === 'close' ? `</${part.id}>` : `<${part.id}/>`)

/** Text with numbered codes → its runs, literal texts unescaped and never adjacent. The inverse of `serializeText`. */
export function parseText(text: string): TextPart[] {
  const parts: TextPart[] = []
  let literal = ''
  let end = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const found = tagAt(text, at)
    if (!found) continue
    let slashes = at
    while (slashes > end && text[slashes - 1] === '\\') slashes--
    literal += text.slice(end, slashes + ((at - slashes) >> 1))
    end = found.end
    if ((at - slashes) % 2 === 1) {
      literal += text.slice(at, end)
      continue
    }
    if (literal !== '') parts.push({ type: 'text', text: literal })
    literal = ''
    parts.push(found.part)
  }
  literal += text.slice(end)
  if (literal !== '') parts.push({ type: 'text', text: literal })
  return parts
}

const [slash, zero, nine, greater] = ['/', '0', '9', '>'].map((character) => character.charCodeAt(0)) as [number, number, number, number]
const mostDigits = 6

/** The code whose tag stands at `at`, where a `<` does. */
function tagAt(text: string, at: number): { part: CodePart; end: number } | null {
  const closing = text.charCodeAt(at + 1) === slash
  const from = at + (closing ? 2 : 1)
  let [to, id] = [from, 0]
  for (let digit = text.charCodeAt(to); digit >= zero && digit <= nine && to < from + mostDigits; digit = text.charCodeAt(to)) {
    id = 10 * id + digit - zero
    to++
  }
  if (to === from || text.charCodeAt(from) === zero) return null
  const single = !closing && text.charCodeAt(to) === slash
  const end = single ? to + 1 : to
  return text.charCodeAt(end) === greater ? { part: { type: closing ? 'close' : single ? 'single' : 'open', id }, end: end + 1 } : null
}

/** Runs → text with numbered codes. A literal `<1>` becomes `\<1>`; backslashes directly before it, or before a code, are doubled. */
export function serializeText(parts: readonly TextPart[]): string {
  let text = ''
  let literal = ''
  for (const part of parts) {
    if (part.type === 'text') literal += part.text
    else {
      text += escapeText(literal).replace(/(?<!\\)\\+$/, '$&$&') + tag(part)
      literal = ''
    }
  }
  return text + escapeText(literal)
}

/** A literal text so that nothing in it is taken for a numbered code. */
export function escapeText(literal: string): string {
  return literal.includes('<') ? literal.replace(tagPattern, (whole, slashes: string) => `${slashes}\\${whole}`) : literal
}

/** A text with other numbers for its codes. */
export const renumberCodes = (text: string, number: (id: number) => number): string =>
  text.includes('<') ? serializeText(parseText(text).map((part) => (part.type === 'text' ? part : { ...part, id: number(part.id) }))) : text

/** What remains of a text for reading, counting and searching: no codes, literal texts unescaped. */
export function plainText(text: string): string {
  if (!text.includes('<')) return text
  return parseText(text)
    .map((part) => (part.type === 'text' ? part.text : ''))
    .join('')
}

/**
 * What is wrong with the codes of `target`, given those of `source`; nothing where every code occurs as often as in the source and pairs nest.
 * With `codes` it also finds misplaced ones: inside a pair that holds plain text only, or away from the code that they belong to (an image's text, a link's title).
 */
export function compareCodes(source: string, target: string, codes: readonly Code[] = []): CodeFault[] {
  if (!source.includes('<') && !target.includes('<')) return []
  const [asked, found] = [parseText(source).filter(isCode), parseText(target)]
  const nested = nesting(found, codes)
  if (areSame(asked, found.filter(isCode))) return nested
  const wanted = new Map<string, { id: number; count: number }>()
  for (const part of asked) {
    const entry = wanted.get(tag(part))
    if (entry) entry.count++
    else wanted.set(tag(part), { id: part.id, count: 1 })
  }
  const faults: CodeFault[] = []
  for (const part of found.filter(isCode)) {
    const entry = wanted.get(tag(part))
    if (entry && entry.count > 0) entry.count--
    else faults.push({ type: 'extra', id: part.id, code: tag(part) })
  }
  for (const [code, { id, count }] of wanted) for (let n = 0; n < count; n++) faults.push({ type: 'missing', id, code })
  const missing = new Set(faults.flatMap((fault) => (fault.type === 'missing' ? [fault.id] : [])))
  return [...faults, ...nested.filter((fault) => !missing.has(fault.id))]
}

const isCode = (part: TextPart): part is CodePart => part.type !== 'text'

const areSame = (some: readonly CodePart[], others: readonly CodePart[]): boolean =>
  some.length === others.length && some.every(({ type, id }, at) => type === others[at]!.type && id === others[at]!.id)

function nesting(parts: readonly TextPart[], codes: readonly Code[]): CodeFault[] {
  const special = new Map(codes.filter(({ after, plain }) => after !== undefined || plain).map((code) => [code.id, code]))
  const faults: CodeFault[] = []
  const open: number[] = []
  const fault = (type: CodeFaultType, part: CodePart) => faults.push({ type, id: part.id, code: tag(part) })
  parts.forEach((part, index) => {
    if (part.type === 'text') return
    if (part.type !== 'close') {
      const around = open.at(-1)
      const before = parts[index - 1]
      const after = special.get(part.id)?.after
      const misplaced = after !== undefined && !(before && before.type !== 'text' && before.type !== 'open' && before.id === after)
      if (misplaced || (around !== undefined && special.get(around)?.plain)) fault('misplaced', part)
      if (part.type === 'open') open.push(part.id)
      return
    }
    const at = open.lastIndexOf(part.id)
    if (at === -1) fault('unopened', part)
    else {
      if (at !== open.length - 1) fault('crossed', part)
      open.splice(at, 1)
    }
  })
  for (const id of open) faults.push({ type: 'unclosed', id, code: `<${id}>` })
  return faults
}
