/** What stands after the text of a link: from its `]` on. */
export interface Tail {
  end: number
  /** The link's target or label, for people. */
  label: string
  /** How the close is spelled, where it has to name its label although the document does not. */
  raw?: string
  title?: { start: number; end: number }
}

/** Labels are equal without regard to case and white space: https://spec.commonmark.org/0.31.2/#matches */
export const labelKey = (label: string): string =>
  label
    .trim()
    .replace(/[ \t\n]+/g, ' ')
    .toLowerCase()
    .toUpperCase()

const longestLabel = 999

/** The tail of the link or image that `bracket` opened and the `]` at `at` closes, or null where it is none. `absent` remembers quotes that do not occur any more. */
export function readLinkTail(text: string, bracket: { end: number; nested: boolean }, at: number, absent: Set<string>, hasLabel: (key: string) => boolean): Tail | null {
  const inline = text[at + 1] === '(' ? inlineTail(text, at + 2, absent) : null
  if (inline) return inline
  const full = text[at + 1] === '[' ? labelEnd(text, at + 2) : -1
  if (full > at + 2) {
    const label = text.slice(at + 2, full)
    return hasLabel(labelKey(label)) ? { end: full + 1, label } : null
  }
  if (bracket.nested || at - bracket.end > longestLabel) return null
  const label = text.slice(bracket.end, at)
  if (!hasLabel(labelKey(label))) return null
  return { end: full === at + 2 ? full + 1 : at + 1, label, raw: `][${label.replace(/[ \t]*\n[ \t]*/g, ' ')}]` }
}

/** Where the label that starts at `from` ends, or -1. */
export function labelEnd(text: string, from: number): number {
  for (let at = from; at < text.length && at - from <= longestLabel; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '[') return -1
    else if (text[at] === ']') return at
  }
  return -1
}

function inlineTail(text: string, from: number, absent: Set<string>): Tail | null {
  let at = skipSpace(text, from)
  const destination = destinationEnd(text, at)
  if (destination === -1) return null
  const label = text[at] === '<' ? text.slice(at + 1, destination - 1) : text.slice(at, destination)
  at = skipSpace(text, destination)
  if (text[at] === ')') return { end: at + 1, label }
  if (at === destination) return null
  const title = titleEnd(text, at, absent)
  if (title === -1) return null
  const end = skipSpace(text, title + 1)
  return text[end] === ')' ? { end: end + 1, label, ...(title > at + 1 ? { title: { start: at + 1, end: title } } : {}) } : null
}

/** Where the address that starts at `at` ends, pointed brackets included, or -1. */
export const destinationEnd = (text: string, at: number): number => (text[at] === '<' ? bracketed(text, at) : bare(text, at))

export function skipSpace(text: string, at: number): number {
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\n') at++
  return at
}

function bracketed(text: string, at: number): number {
  for (at++; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '>') return at + 1
    else if (text[at] === '<' || text[at] === '\n') return -1
  }
  return -1
}

const deepestParentheses = 32

function bare(text: string, at: number): number {
  let depth = 0
  for (; at < text.length; at++) {
    const character = text[at]!
    if (character <= ' ' || character === '\x7f') break
    if (character === '\\' && at + 1 < text.length && text[at + 1]! > ' ') at++
    else if (character === '(' && ++depth > deepestParentheses) return -1
    else if (character === ')' && depth-- === 0) return at
  }
  return depth > 0 ? -1 : at
}

const closers: Record<string, string> = { '"': '"', "'": "'", '(': ')' }

/** Where the title that starts at `at` has its closing quote, or -1. `absent` remembers quotes that do not occur any more. */
export function titleEnd(text: string, at: number, absent: Set<string>): number {
  const close = closers[text[at] ?? '']
  if (close === undefined || absent.has(close)) return -1
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') end++
    else if (text[end] === close) return end
    else if (close === ')' && text[end] === '(') return -1
  }
  absent.add(close)
  return -1
}
