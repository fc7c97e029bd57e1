import type { CodeType } from '../../document/codeType.js'
import { decodeHTMLStrict } from 'entities'
import type { Piece } from '../../document/block.js'
import { Ahead } from './ahead.js'
import { readAttributes } from './attributeList.js'
import { longestName, macroNames, macros, schemes, url } from './macros.js'
import { Marks } from './marks.js'
import { nest, type Item } from './nest.js'
import { readValue } from './value.js'

export interface InlineOptions {
  /** Whether a line's end is a line break. */
  breaks: boolean
  /** The separators of the tables around, which a backslash makes literal. */
  separators: string
}

/** A macro whose text is being read, and what ends it. */
interface Open {
  item: Item & { type: 'open' }
  close: ']' | '>>' | '))'
  name: string
}

const special = /[\\*_`#^~+${[\]<>(&:\n)]/g
export const characterReference = /&(?:[a-zA-Z]{2,31}\d{0,2}|#\d{2,6}|#x[\da-fA-F]{2,5});/y
const attributeReference = /\{(?:[\p{L}\p{N}_][\p{L}\p{N}_-]*|(?:set|counter2?):[^}\n]{1,500})\}/uy
const anchor = /\[\[\[?[\p{L}_:][\p{L}\p{N}_\-:.]{0,200}(?:, *[^\]\n]{1,500})?\]\]\]?/uy
const reference = /<<[\p{L}\p{N}_#/.:{][^<>,]{0,1000}(?:>>|(, *))/uy
const hiddenTerm = /\(\(\([^()]{1,1000}\)\)\)/y
/** With the indentation of the next line, but for a space that makes a line break of its own: ` +`. */
const lineBreak = /\n(?:(?! \+(?:\n|$))[ \t]*(?:> ?)?)?/y
/** Nobody nests macros deeper. */
const deepest = 20

/**
 * Reads inline AsciiDoc in linear time: https://docs.asciidoctor.org/asciidoc/latest/text/ and https://docs.asciidoctor.org/asciidoc/latest/macros/
 * The pieces lie side by side over the whole of `text` from `start` to `end`.
 */
export function readInline(text: string, start: number, end: number, options: InlineOptions): Piece[] {
  return new InlineReader(text, start, end, options).read()
}

class InlineReader {
  private readonly items: Item[] = []
  private readonly marks = new Map<string, number[]>()
  private readonly open: Open[] = []
  private readonly text: string
  private readonly start: number
  private readonly end: number
  private readonly options: InlineOptions
  private at: number
  private readonly ahead: Ahead

  constructor(text: string, start: number, end: number, options: InlineOptions) {
    this.text = end === text.length ? text : text.slice(0, end)
    this.start = start
    this.end = end
    this.options = options
    this.at = start
    this.ahead = new Ahead(this.text, start)
  }

  read(): Piece[] {
    while (this.at < this.end) {
      special.lastIndex = this.at
      const next = special.exec(this.text)
      if (!next) break
      this.at = next.index
      this.special(next[0])
    }
    if (this.text.endsWith(' +') && this.end - 2 >= this.start) this.items.push({ type: 'single', code: 'break', start: this.end - 2, end: this.end })
    const marks = new Marks(this.text, this.start, this.marks)
    marks.pair()
    return nest(this.text, this.start, this.end, this.items, marks)
  }

  private special(character: string): void {
    if (character === '\\') this.backslash()
    else if (character === '+' || character === '$') this.passthrough(character)
    else if (character === '{') this.step(attributeReference, (found) => (found === '{empty}' ? '' : null), 'variable')
    else if (character === '&') this.step(characterReference, decodeHTMLStrict)
    else if (character === '[') this.step(anchor, () => null, 'anchor')
    else if (character === '<') this.reference()
    else if (character === '(') this.term()
    else if (character === ']') this.close(']')
    else if (character === '>') this.close('>>')
    else if (character === ')') this.close('))')
    else if (character === ':') this.macro()
    else if (character === '\n') this.lineBreak()
    else {
      const known = this.marks.get(character)
      if (known) known.push(this.at)
      else this.marks.set(character, [this.at])
      this.at++
    }
  }

  /** Whether a backslash makes what begins here literal: then it is dropped. */
  private escaped(start: number): boolean {
    if (this.text[start - 1] !== '\\' || start - 1 < this.lastEnd()) return false
    this.items.push({ type: 'text', text: '', start: start - 1, end: start })
    return true
  }

  private lastEnd(): number {
    return this.items.at(-1)?.end ?? this.start
  }

  /** What the pattern finds here, as the text that `read` makes of it, or as a code. */
  private step(pattern: RegExp, read: (found: string) => string | null, code: CodeType = 'variable'): void {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    const text = found === undefined ? '' : read(found)
    if (found === undefined || text === found) this.at++
    else if (this.escaped(this.at)) this.at += found.length
    else if (text === null) this.single(code, this.at, this.at + found.length, found)
    else {
      this.items.push({ type: 'text', text, start: this.at, end: this.at + found.length })
      this.at += found.length
    }
  }

  private single(code: CodeType, start: number, end: number, label?: string): void {
    this.items.push({ type: 'single', code, start, end, ...(label === undefined ? {} : { label }) })
    this.at = end
  }

  private backslash(): void {
    const next = this.text[this.at + 1]
    const literal = (next === ']' && this.open.some(({ close }) => close === ']')) || (next !== undefined && this.options.separators.includes(next))
    if (literal) this.items.push({ type: 'text', text: next!, start: this.at, end: this.at + 2 })
    this.at += literal ? 2 : 1
  }

  private lineBreak(): void {
    lineBreak.lastIndex = this.at
    lineBreak.test(this.text)
    const to = lineBreak.lastIndex
    let from = this.at
    while (from > this.lastEnd() && /[ \t]/.test(this.text[from - 1]!)) from--
    if (this.text[this.at - 1] === '+' && this.text[this.at - 2] === ' ' && this.at - 2 >= this.lastEnd()) this.single('break', this.at - 2, to)
    else if (this.options.breaks) this.single('break', from, to)
    else {
      this.items.push({ type: 'text', text: ' ', layout: true, start: from, end: to })
      this.at = to
    }
  }

  /** `+literal+`, `++literal++`, `+++raw+++`, `$$literal$$`. */
  private passthrough(character: string): void {
    for (const fence of character === '+' ? ['+++', '++'] : ['$$']) {
      if (!this.text.startsWith(fence, this.at)) continue
      const close = this.ahead.mark(fence, this.at + fence.length)
      if (close !== -1) return this.literal(this.at, close + fence.length)
    }
    if (this.text[this.at + 1] === character) {
      while (this.text[this.at] === character) this.at++
      return
    }
    const open = this.at
    const before = open === this.start ? ' ' : this.text[open - 1]!
    const close = character === '+' && !/[\p{L}\p{N}_;:]/u.test(before) && !/[ \t\n\f\v]/.test(this.text[open + 1] ?? ' ') ? this.ahead.plus(open + 2) : -1
    if (close === -1) this.at++
    else this.literal(open, close + 1)
  }

  private literal(start: number, end: number): void {
    if (this.escaped(start)) this.at = end
    else this.single('code', start, end, this.text.slice(start, end).replace(/^[+$]+|[+$]+$/g, ''))
  }

  /** `<<id>>` or `<<id,text>>`. */
  private reference(): void {
    reference.lastIndex = this.at
    const found = reference.exec(this.text)
    if (!found) this.at++
    else if (this.escaped(this.at)) this.at = reference.lastIndex
    else if (found[1] === undefined) this.single('link', this.at, reference.lastIndex, found[0].slice(2, -2))
    else this.begin('xref', 'link', this.at, reference.lastIndex, '>>', found[0].slice(2, -found[1].length))
  }

  /** `((visible term))` or `(((hidden,term)))`. */
  private term(): void {
    hiddenTerm.lastIndex = this.at
    const hidden = hiddenTerm.test(this.text)
    if (hidden || this.text[this.at + 1] === '(') {
      if (this.escaped(this.at)) this.at += 2
      else if (hidden) this.single('index', this.at, hiddenTerm.lastIndex, this.text.slice(this.at + 3, hiddenTerm.lastIndex - 3))
      else this.begin('((', 'index', this.at, this.at + 2, '))')
    } else this.at++
  }

  private begin(name: string, code: CodeType, start: number, end: number, close: Open['close'], label?: string): void {
    this.at = end
    if (this.open.length >= deepest) return
    const item = { type: 'open' as const, code, start, end, unclosed: true as const, ...(label === undefined ? {} : { label }) }
    this.items.push(item)
    this.open.push({ item, close, name })
  }

  private macro(): void {
    const names = this.text.slice(Math.max(this.lastEnd(), this.at - longestName), this.at)
    const name = /[a-z\d]+$/.exec(names)?.[0] ?? ''
    const known = macroNames.find((key) => name.endsWith(key) && this.matches(macros.get(key)!.target))
    const scheme = schemes.find((key) => name.endsWith(key))
    if (known) this.named(known, this.at - known.length)
    else if (scheme && this.matches(url)) this.address(this.at - scheme.length)
    else this.at++
  }

  private matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    return pattern.test(this.text)
  }

  private named(name: string, start: number): void {
    const { code, target, holds } = macros.get(name)!
    target.lastIndex = this.at
    target.test(this.text)
    const open = target.lastIndex
    const label = this.text.slice(this.at + 1, open - 1)
    const close = this.ahead.bracket(open)
    if (close === -1) this.at++
    else if (this.escaped(start)) this.at = open
    else if (holds === 'text' && close > open) this.begin(name, code, start, open, ']', label)
    else if (holds === 'attributes' && close > open) this.image(start, open, close, label)
    else this.single(code, start, close + 1, label || this.text.slice(open, close))
  }

  private image(start: number, open: number, close: number, label: string): void {
    const alt = readAttributes(this.text, open, close).find(({ position, name }) => position === 1 || name === 'alt')
    if (!alt || alt.start === alt.end) return this.single('image', start, close + 1, label)
    this.items.push({ type: 'open', code: 'image', label, start, end: alt.start, plain: true, alone: `inline${alt.quote}` })
    for (const piece of readValue(this.text, alt.start, alt.end)) this.items.push(piece)
    this.items.push({ type: 'close', code: 'image', start: alt.end, end: close + 1 })
    this.at = close + 1
  }

  /** `https://example.org` or `https://example.org[text]`. */
  private address(start: number): void {
    let to = url.lastIndex
    const before = start === this.start ? ' ' : this.text[start - 1]!
    const close = this.text[to] === '[' ? this.ahead.bracket(to + 1) : -1
    if (before === '\\') {
      this.escaped(start)
      this.at = to
    } else if (!/[ \t\n<>()[\];"']/.test(before)) this.at++
    else if (close > to + 1) this.begin('link', 'link', start, to + 1, ']', this.text.slice(start, to))
    else if (close !== -1) this.single('link', start, close + 1, this.text.slice(start, to))
    else if (/["']/.test(before)) this.at++
    else if (before === '<' && start > this.lastEnd() && this.text[to] === '>') this.single('link', start - 1, to + 1, this.text.slice(start, to))
    else {
      to -= /(?:[.?!]?\)|[?!]|\)?[;:])?$/.exec(this.text.slice(start, to))![0].length
      if (this.text.slice(start, to).endsWith('://')) this.at++
      else this.single('link', start, to, this.text.slice(start, to))
    }
  }

  /** Ends the innermost macro that this mark ends. */
  private close(mark: Open['close']): void {
    const from = this.at
    const fits = this.text.startsWith(mark, from) && !(mark === '))' && this.text.startsWith(')))', from))
    let index = this.open.length - 1
    if (mark === ']') while (index >= 0 && this.open[index]!.close !== mark) index--
    const macro = this.open[index]
    if (!fits || macro?.close !== mark || macro.item.end === from) {
      this.at++
      return
    }
    this.open.length = index
    this.at = from + mark.length
    this.finish(macro, from)
  }

  /** The macro's text, without the attributes that may stand around it. */
  private finish({ item, name, close }: Open, end: number): void {
    const content = this.text.slice(item.end, end)
    const hasAttributes = close === ']' && (name === 'mailto' ? content.includes(',') : (name === 'link' || name === 'xref') && content.includes('='))
    const first = hasAttributes ? readAttributes(this.text, item.end, end).find(({ position }) => position === 1) : undefined
    const from = first?.start ?? item.end
    const last = first?.end ?? end
    const to = name === 'link' && this.text[last - 1] === '^' ? last - 1 : last
    if (from >= to || (hasAttributes && !first)) {
      this.dropFrom(item.start)
      return this.single(item.code, item.start, this.at, item.label)
    }
    this.dropFrom(to)
    Object.assign(item, { end: from, unclosed: undefined })
    this.items.push({ type: 'close', code: item.code, start: to, end: this.at })
  }

  /** Forgets what was read from here on. */
  private dropFrom(position: number): void {
    while (this.items.length > 0 && this.items.at(-1)!.start >= position) this.items.pop()
    for (const marks of this.marks.values()) while (marks.length > 0 && marks.at(-1)! >= position) marks.pop()
  }
}
