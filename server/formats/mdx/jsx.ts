import type { Attribute, Tag } from '../html/tag.js'

/** A tag of JSX; its name keeps its case, and is empty for a fragment. */
export interface JsxTag extends Tag {
  /** Whether it ends as `/>`. */
  empty: boolean
}

const nameAt = /[\p{L}_$][\p{L}\p{N}_$.:-]*/uy
const spaceAt = /\s*/y
const importStart = /^import(?:\s*["'{*]|\s+[\w$]+\s*(?:,|from\b)|\s+type\b)/
const exportStart = /^export(?:\s*[{*]|\s+(?:default|const|let|var|function|class|async|type|interface)\b)/

const closers: Record<string, string> = { '{': '}', '(': ')', '[': ']' }

/** Finds JSX tags, expressions and modules of MDX. What it looks for in vain is bounded for the whole document, so that it takes linear time. */
export class JsxScanner {
  private readonly text: string
  private budget: number

  constructor(text: string) {
    this.text = text
    this.budget = 8 * text.length + 1000
  }

  /** Where the expression `{…}` at `at` ends, or -1. */
  expression(at: number): number {
    return this.text[at] === '{' ? this.balanced(at, (open) => open === 0) : -1
  }

  /** The tag at `at`, which is `<`; null where it is none. */
  tag(at: number): JsxTag | null {
    const closing = this.text[at + 1] === '/'
    let to = at + (closing ? 2 : 1)
    nameAt.lastIndex = to
    const name = nameAt.exec(this.text)?.[0] ?? ''
    if (name === '' && this.text[to] !== '>') return null
    to += name.length
    const attributes: Attribute[] = []
    for (;;) {
      const before = to
      to = this.space(to)
      const next = this.text[to]
      if (next === '>') return { type: 'tag', name, closing, empty: false, selfClosing: false, start: at, end: to + 1, attributes }
      if (next === '/' && this.text[this.space(to + 1)] === '>')
        return { type: 'tag', name, closing, empty: true, selfClosing: true, start: at, end: this.space(to + 1) + 1, attributes }
      const end = next === '{' ? this.expression(to) : before < to ? this.attribute(to, attributes) : -1
      if (end === -1) return this.vain(at, to)
      to = end
    }
  }

  /** The tags between two offsets, but those in expressions. */
  tags(start: number, end: number): JsxTag[] {
    const found: JsxTag[] = []
    for (let at = start; at < end;) {
      const tag = this.text[at] === '<' ? this.tag(at) : null
      if (tag) found.push(tag)
      const expression = tag ? -1 : this.expression(at)
      at = tag?.end ?? (expression === -1 ? at + 1 : expression)
    }
    return found
  }

  private attribute(at: number, attributes: Attribute[]): number {
    nameAt.lastIndex = at
    const name = nameAt.exec(this.text)?.[0]
    if (name === undefined) return -1
    const end = at + name.length
    const equals = this.space(end)
    if (this.text[equals] !== '=') return end
    const start = this.space(equals + 1)
    const quote = this.text[start]
    if (quote === '{') return this.expression(start)
    if (quote !== '"' && quote !== "'") return -1
    const close = this.text.indexOf(quote, start + 1)
    if (close === -1) return this.vain(start, this.text.length) ?? -1
    attributes.push({ name, start: start + 1, end: close, quote })
    return close + 1
  }

  /** Where tags and expressions end that fill their lines, from `at` on; -1 where anything else stands there. */
  flow(at: number): number {
    for (let to = at; ;) {
      const end = this.text[to] === '<' ? (this.tag(to)?.end ?? -1) : this.expression(to)
      if (end === -1) return -1
      to = end
      while (this.text[to] === ' ' || this.text[to] === '\t') to++
      if (to >= this.text.length || this.text[to] === '\n') return to
    }
  }

  /** Where imports and exports end that begin with the line at `at`: before a blank line outside of brackets. */
  module(at: number): number {
    const line = this.text.slice(at, at + 200)
    if (!importStart.test(line) && !exportStart.test(line)) return -1
    const blank = /\n[ \t]*(?=\n|$)/g
    blank.lastIndex = at
    const first = blank.exec(this.text)?.index ?? this.text.length
    const end = this.balanced(at, (open, to) => open === 0 && this.text[to] === '\n' && /^\n[ \t]*(?:\n|$)/.test(this.text.slice(to, to + 100)))
    return end === -1 ? first : end - 1
  }

  /** Goes over code until `done`, which is asked behind every bracket and at every line end; strings and comments count as one. Answers where that is, plus one. */
  private balanced(start: number, done: (open: number, at: number) => boolean): number {
    const open: string[] = []
    const { text } = this
    const limit = Math.min(text.length, start + this.budget)
    for (let at = start; at < limit; at++) {
      const character = text[at]!
      const close = closers[character]
      if (open.at(-1) === '`') {
        if (character === '\\') at++
        else if (character === '`') open.pop()
        else if (character === '$' && text[at + 1] === '{') {
          open.push('}')
          at++
        }
        continue
      }
      if (close) open.push(close)
      else if (character === '`') open.push('`')
      else if (character === '"' || character === "'") at = this.stringEnd(at, character)
      else if (character === '/' && text[at + 1] === '*') at = this.after('*/', at + 2) - 1
      else if (character === '/' && text[at + 1] === '/') at = this.after('\n', at + 2) - 2
      else if (character === open.at(-1)) open.pop()
      else if (character !== '\n') continue
      if (done(open.length, at)) return at + 1
    }
    this.vain(start, limit)
    return -1
  }

  /** A string ends on its line; a lone quote stands in words. */
  private stringEnd(at: number, quote: string): number {
    for (let end = at + 1; end < this.text.length && this.text[end] !== '\n'; end++) {
      if (this.text[end] === '\\') end++
      else if (this.text[end] === quote) return end
    }
    return at
  }

  private after(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from)
    return found === -1 ? this.text.length : found + mark.length
  }

  private space(at: number): number {
    spaceAt.lastIndex = at
    return spaceAt.test(this.text) ? spaceAt.lastIndex : at
  }

  private vain(from: number, to: number): null {
    this.budget = Math.max(0, this.budget - (to - from))
    return null
  }
}
