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
  name: string
  closing: boolean
  /** Whether it ends as `/>`, which closes an element of XML, and of SVG and MathML in HTML. */
  selfClosing: boolean
  start: number
  end: number
  attributes: Attribute[]
}

const nameEnd = /[\s/>]/g
const attributeNameEnd = /[\s/>=]/g
const unquotedEnd = /[\s>]/g
const solid = /[^\s/]/g
const visible = /[^\s]/g

function find(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}

/** The tag at `at`, as browsers read it, or null where it never ends: https://html.spec.whatwg.org/#tag-open-state. `text[at]` is `<`, before a letter or a slash and a letter. With `templates`, their blocks may stand in it. */
export function readTag(text: string, at: number, templates?: Templates): Tag | null {
  const closing = text[at + 1] === '/'
  const from = at + (closing ? 2 : 1)
  const to = find(nameEnd, text, from)
  if (to === -1) return null
  const { attributes, end } = readAttributes(text, to, templates)
  if (end === -1) return null
  const last = attributes.at(-1)
  const selfClosing = text[end - 2] === '/' && (last === undefined || last.quote !== '' || last.end < end - 1)
  return { name: text.slice(from, to).toLowerCase(), closing, selfClosing, start: at, end, attributes }
}

/** The attributes from `at` on, and where the tag ends; -1 where it does not. Blocks of a template language between them are left out. */
export function readAttributes(text: string, at: number, templates?: Templates): { attributes: Attribute[]; end: number } {
  const attributes: Attribute[] = []
  for (let to = find(solid, text, at); to !== -1; to = find(solid, text, to)) {
    if (text[to] === '>') return { attributes, end: to + 1 }
    const after = templates?.end(to) ?? -1
    if (after !== -1) {
      to = after
      continue
    }
    const attribute = readAttribute(text, to, templates)
    if (!attribute) break
    attributes.push(attribute.attribute)
    to = attribute.next
  }
  return { attributes, end: -1 }
}

function readAttribute(text: string, at: number, templates?: Templates): { attribute: Attribute; next: number } | null {
  // A name may begin with `=`.
  const to = find(attributeNameEnd, text, at + 1)
  if (to === -1) return null
  const name = text.slice(at, to).toLowerCase()
  const equals = find(visible, text, to)
  if (equals === -1) return null
  if (text[equals] !== '=') return { attribute: { name, start: to, end: to, quote: '' }, next: to }
  const start = find(visible, text, equals + 1)
  if (start === -1) return null
  const quote = text[start]
  if (quote === '>') return { attribute: { name, start, end: start, quote: '' }, next: start }
  const quoted = quote === '"' || quote === "'"
  const end = quoted ? closingQuote(text, quote, start + 1, templates) : find(unquotedEnd, text, start)
  if (end === -1) return null
  return quoted ? { attribute: { name, start: start + 1, end, quote }, next: end + 1 } : { attribute: { name, start, end, quote: '' }, next: end }
}

/** The quote that ends a value; one inside a template's block does not. */
function closingQuote(text: string, quote: string, from: number, templates?: Templates): number {
  let end = text.indexOf(quote, from)
  for (let block = templates?.within(from, end); block; block = templates?.within(block.end, end)) if (block.end > end) end = text.indexOf(quote, block.end)
  return end
}
