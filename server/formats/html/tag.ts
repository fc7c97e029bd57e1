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

/** The tag at `at`, as browsers read it, or null where it never ends: https://html.spec.whatwg.org/#tag-open-state. `text[at]` is `<`, before a letter or a slash and a letter. */
export function readTag(text: string, at: number): Tag | null {
  const closing = text[at + 1] === '/'
  const from = at + (closing ? 2 : 1)
  let to = find(nameEnd, text, from)
  if (to === -1) return null
  const tag: Tag = { name: text.slice(from, to).toLowerCase(), closing, start: at, end: to, attributes: [] }
  while ((to = find(solid, text, to)) !== -1) {
    if (text[to] === '>') return { ...tag, end: to + 1 }
    const attribute = readAttribute(text, to)
    if (!attribute) return null
    tag.attributes.push(attribute.attribute)
    to = attribute.next
  }
  return null
}

function readAttribute(text: string, at: number): { attribute: Attribute; next: number } | null {
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
  const end = quoted ? text.indexOf(quote, start + 1) : find(unquotedEnd, text, start)
  if (end === -1) return null
  return quoted ? { attribute: { name, start: start + 1, end, quote }, next: end + 1 } : { attribute: { name, start, end, quote: '' }, next: end }
}
