import { destinationEnd, labelEnd, labelKey, skipSpace, titleEnd } from './links.js'

/** A link reference definition; ranges in the text it was read from. */
export interface Definition {
  key: string
  end: number
  address: { start: number; end: number }
  title: { start: number; end: number } | null
}

/** Reads the definition at `at` in a paragraph: https://spec.commonmark.org/0.31.2/#link-reference-definitions. `absent` remembers quotes that do not occur any more. */
export function readDefinition(text: string, at: number, absent: Set<string>): Definition | null {
  if (text[at] !== '[') return null
  const close = labelEnd(text, at + 1)
  if (close === -1 || text[close + 1] !== ':') return null
  const key = labelKey(text.slice(at + 1, close))
  const from = skipSpace(text, close + 2)
  const to = destinationEnd(text, from)
  if (key === '' || to === -1 || (to === from && text[from] !== '<')) return null
  const address = text[from] === '<' ? { start: from + 1, end: to - 1 } : { start: from, end: to }
  const titled = withTitle(text, to, absent)
  if (titled) return { key, address, ...titled }
  const end = lineEnd(text, to)
  return end === -1 ? null : { key, address, end, title: null }
}

function withTitle(text: string, from: number, absent: Set<string>): Pick<Definition, 'end' | 'title'> | null {
  const start = skipSpace(text, from)
  const close = start === from ? -1 : titleEnd(text, start, absent)
  const end = close === -1 ? -1 : lineEnd(text, close + 1)
  return end === -1 ? null : { end, title: { start: start + 1, end: close } }
}

/** The end of the line, where nothing but white space is left of it, or -1. */
function lineEnd(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at++
  return at >= text.length ? text.length : text[at] === '\n' ? at + 1 : -1
}
