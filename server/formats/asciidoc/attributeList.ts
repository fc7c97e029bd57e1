/** An attribute in brackets: `NOTE`, `title="Good to know"`. The range is that of its value, without quotes. */
export interface Attribute {
  /** Null of one that its position names, counted from 1. */
  name: string | null
  position: number
  quote: '' | '"' | "'"
  start: number
  end: number
}

const name = /([\p{L}\p{N}_][\p{L}\p{N}_.-]*)[ \t]*=[ \t]*/uy
const space = /[ \t\n]*/y

/** What stands between the brackets of a block or macro, after https://docs.asciidoctor.org/asciidoc/latest/attributes/positional-and-named-attributes/. */
export function readAttributes(text: string, start: number, end: number): Attribute[] {
  const source = text.slice(0, end)
  const found: Attribute[] = []
  const unclosed = new Set<string>()
  for (let at = start, position = 1; at < end; at++) {
    at = skip(source, at)
    name.lastIndex = at
    const named = name.exec(source)
    if (named) at += named[0].length
    const value = readValue(source, at, unclosed)
    found.push({ name: named?.[1] ?? null, position: named ? 0 : position++, ...value })
    const comma = source.indexOf(',', value.end + value.quote.length)
    at = comma === -1 ? end : comma
  }
  return found
}

function skip(source: string, at: number): number {
  space.lastIndex = at
  space.test(source)
  return space.lastIndex
}

function readValue(source: string, at: number, unclosed: Set<string>): Pick<Attribute, 'quote' | 'start' | 'end'> {
  const quote = source[at]
  if ((quote === '"' || quote === "'") && !unclosed.has(quote)) {
    let close = source.indexOf(quote, at + 1)
    while (close !== -1 && source[close - 1] === '\\') close = source.indexOf(quote, close + 1)
    if (close !== -1) return { quote, start: at + 1, end: close }
    unclosed.add(quote)
  }
  const comma = source.indexOf(',', at)
  let end = comma === -1 ? source.length : comma
  while (end > at && /[ \t\n]/.test(source[end - 1]!)) end--
  return { quote: '', start: at, end }
}

/** The style that a block's first attribute names: `source` of `[source%linenums,ruby]`, also where roles and options follow it. */
export const styleOf = (first: string): string => /^[^#.%,]*/.exec(first)![0].trim()
