import type { Code } from './unit.js'

/** A run of a unit's text: literal words, or one side of a numbered code. */
export type TextPart = { type: 'text'; text: string } | { type: 'open' | 'close' | 'single'; id: number }

export type CodeFaultType = 'missing' | 'extra' | 'crossed' | 'unclosed' | 'unopened' | 'misplaced'

/** What is wrong with the codes of a translation. `code` is the tag as people type it: `<1>`, `</1>` or `<2/>`. */
export interface CodeFault {
  type: CodeFaultType
  id: number
  code: string
}

/** A numbered code with the backslashes before it: an odd number of them makes it a literal text. */
const tagPattern = /(?<!\\)(\\*)<(?:([1-9]\d{0,5})(\/?)|\/([1-9]\d{0,5}))>/g

export const tag = (part: Exclude<TextPart, { type: 'text' }>): string => (part.type === 'open' ? `<${part.id}>` : part.type === 'close' ? `</${part.id}>` : `<${part.id}/>`)

/** Text with numbered codes → its runs, literal texts unescaped and never adjacent. The inverse of `serializeText`. */
export function parseText(text: string): TextPart[] {
  if (!text.includes('<')) return text === '' ? [] : [{ type: 'text', text }]
  const parts: TextPart[] = []
  let literal = ''
  let end = 0
  for (const match of text.matchAll(tagPattern)) {
    const [whole, slashes = '', opened, single, closed] = match
    literal += text.slice(end, match.index) + '\\'.repeat(slashes.length >> 1)
    end = match.index + whole.length
    if (slashes.length % 2 === 1) {
      literal += whole.slice(slashes.length)
      continue
    }
    if (literal !== '') parts.push({ type: 'text', text: literal })
    literal = ''
    parts.push(closed === undefined ? { type: single === '/' ? 'single' : 'open', id: Number(opened) } : { type: 'close', id: Number(closed) })
  }
  literal += text.slice(end)
  if (literal !== '') parts.push({ type: 'text', text: literal })
  return parts
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
  const wanted = new Map<string, { id: number; count: number }>()
  for (const part of parseText(source)) {
    if (part.type === 'text') continue
    const entry = wanted.get(tag(part))
    if (entry) entry.count++
    else wanted.set(tag(part), { id: part.id, count: 1 })
  }
  const faults: CodeFault[] = []
  const found = parseText(target)
  for (const part of found) {
    if (part.type === 'text') continue
    const entry = wanted.get(tag(part))
    if (entry && entry.count > 0) entry.count--
    else faults.push({ type: 'extra', id: part.id, code: tag(part) })
  }
  for (const [code, { id, count }] of wanted) for (let n = 0; n < count; n++) faults.push({ type: 'missing', id, code })
  const missing = new Set(faults.flatMap((fault) => (fault.type === 'missing' ? [fault.id] : [])))
  return [...faults, ...nesting(found, new Map(codes.map((code) => [code.id, code]))).filter((fault) => !missing.has(fault.id))]
}

function nesting(parts: readonly TextPart[], codes: ReadonlyMap<number, Code>): CodeFault[] {
  const faults: CodeFault[] = []
  const open: number[] = []
  parts.forEach((part, index) => {
    if (part.type === 'text') return
    const fault = (type: CodeFaultType) => faults.push({ type, id: part.id, code: tag(part) })
    if (part.type !== 'close') {
      const around = open.at(-1)
      const before = parts[index - 1]
      const after = codes.get(part.id)?.after
      const misplaced = after !== undefined && !(before && before.type !== 'text' && before.type !== 'open' && before.id === after)
      if (misplaced || (around !== undefined && codes.get(around)?.plain)) fault('misplaced')
      if (part.type === 'open') open.push(part.id)
      return
    }
    const at = open.lastIndexOf(part.id)
    if (at === -1) fault('unopened')
    else {
      if (at !== open.length - 1) fault('crossed')
      open.splice(at, 1)
    }
  })
  for (const id of open) faults.push({ type: 'unclosed', id, code: `<${id}>` })
  return faults
}
