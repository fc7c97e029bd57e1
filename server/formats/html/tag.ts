import type { Templates } from './templates.js'

/** An attribute and the stretch of its value, without quotes. Without a value, `start` and `end` are equal. */
export interface Attribute {
  name: string
  start: number
  end: number
  quote: '"' | "'" | ''
}

/** A start or end tag. `name` is in lower case. */
export interface Tag {
  type: 'tag'
  name: string
  closing: boolean
  /** Whether it ends as `/>`, which closes an element of XML, and of SVG and MathML in HTML. */
  selfClosing: boolean
  start: number
  end: number
  attributes: readonly Attribute[]
}

const none: readonly Attribute[] = []

const [slash, equals, greater] = [0x2f, 0x3d, 0x3e]

/** https://infra.spec.whatwg.org/#ascii-whitespace */
const isSpace = (character: number): boolean => character === 0x20 || character === 0x0a || character === 0x09 || character === 0x0d || character === 0x0c

/** The first place from `at` on that is no white space, or the end of the text. */
function afterSpaces(text: string, at: number): number {
  while (isSpace(text.charCodeAt(at))) at++
  return at
}

/** Where the name that begins at `at` ends: an element's, or with `equalSign` an attribute's. */
function nameEnd(text: string, at: number, equalSign: boolean): number {
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === greater || character === slash || isSpace(character) || (equalSign && character === equals)) break
  }
  return at
}

/** The tag at `at`, as browsers read it, or null where it never ends: https://html.spec.whatwg.org/#tag-open-state. `text[at]` is `<`, before a letter or a slash and a letter. With `templates`, their blocks may stand in it. */
export function readTag(text: string, at: number, templates?: Templates): Tag | null {
  const closing = text.charCodeAt(at + 1) === slash
  const from = at + (closing ? 2 : 1)
  const to = nameEnd(text, from, false)
  const name = text.slice(from, to).toLowerCase()
  if (text.charCodeAt(to) === greater) return { type: 'tag', name, closing, selfClosing: false, start: at, end: to + 1, attributes: none }
  const attributes: Attribute[] = []
  const end = readAttributes(text, to, attributes, templates)
  if (end === -1) return null
  const last = attributes.at(-1)
  const selfClosing = text.charCodeAt(end - 2) === slash && (last === undefined || last.quote !== '' || last.end < end - 1)
  return { type: 'tag', name, closing, selfClosing, start: at, end, attributes }
}

/** Adds the attributes from `at` on to `attributes`, and answers where the tag ends; -1 where it does not. Blocks of a template language between them are left out. */
export function readAttributes(text: string, at: number, attributes: Attribute[], templates?: Templates): number {
  for (;;) {
    const character = text.charCodeAt(at)
    if (character === greater) return at + 1
    if (character === slash || isSpace(character)) {
      at++
      continue
    }
    if (at >= text.length) return -1
    const after = templates?.end(at) ?? -1
    at = after === -1 ? readAttribute(text, at, attributes, templates) : after
    if (at === -1) return -1
  }
}

/** Adds the attribute at `at`, and answers where it ends; -1 where it does not. */
function readAttribute(text: string, at: number, attributes: Attribute[], templates?: Templates): number {
  // A name may begin with `=`.
  const to = nameEnd(text, at + 1, true)
  const name = text.slice(at, to).toLowerCase()
  const sign = afterSpaces(text, to)
  if (text.charCodeAt(sign) !== equals) {
    attributes.push({ name, start: to, end: to, quote: '' })
    return to
  }
  const start = afterSpaces(text, sign + 1)
  if (start >= text.length) return -1
  const quote = text[start]
  if (quote === '"' || quote === "'") {
    const end = closingQuote(text, quote, start + 1, templates)
    if (end === -1) return -1
    attributes.push({ name, start: start + 1, end, quote })
    return end + 1
  }
  let end = start
  while (end < text.length && text.charCodeAt(end) !== greater && !isSpace(text.charCodeAt(end))) end++
  attributes.push({ name, start, end, quote: '' })
  return end
}

/** The quote that ends a value; one inside a template's block does not. */
function closingQuote(text: string, quote: string, from: number, templates?: Templates): number {
  let end = text.indexOf(quote, from)
  for (let block = templates?.within(from, end); block; block = templates?.within(block.end, end)) if (block.end > end) end = text.indexOf(quote, block.end)
  return end
}
