import type { CodeType } from '../../document/codeType.js'
import { decodeHTMLStrict } from 'entities'
import type { Piece } from '../../document/block.js'
import { JsxScanner } from '../mdx/jsx.js'
import { BacktickRuns } from './backtickRuns.js'
import { flanking, pairEmphasis, type Delimiter } from './emphasis.js'
import { attributesAt, backslashMath, dollarMath, templateTag, wikilinkAt, type Protected } from './extensions.js'
import { settle, type Bracket, type Found, type Item } from './items.js'
import { trimEnd } from './lines.js'
import { labelKey, readLinkTail, type Tail } from './links.js'
import { Lookahead } from './lookahead.js'
import { keptRegionEnd, pairTags, readInlineTag } from './tags.js'
import { readTitle } from './title.js'

/** What inline text can refer to: labels of link definitions (see `labelKey`), and of footnotes; with `mdx` it is MDX, and these are the attributes that people read. */
export interface InlineOptions {
  hasLabel: (key: string) => boolean
  hasFootnote: (label: string) => boolean
  mdx?: readonly string[]
}

const special = /[\\`*_~[\]!<&\n${]/g
const punctuation = /[!-/:-@[-`{-~]/
const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y
const autolink = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9][A-Za-z0-9.-]*)>/y
const footnote = /\[\^([^\]\s]{1,999})\]/y
const lineBreak = /\n[ \t]*/y

/**
 * Reads inline Markdown in linear time, after https://spec.commonmark.org/0.31.2/#phase-2-inline-structure with GFM's strikethrough and footnote options.
 * `text` from `start` to `end` is the block's content, markers of the blocks around it blanked. The pieces lie side by side over the whole of it.
 */
export function readInline(text: string, start: number, end: number, options: InlineOptions): Piece[] {
  const content = text.slice(start, end)
  special.lastIndex = 0
  if (!special.test(content)) return start < end ? [{ type: 'text', text: content, start, end }] : []
  return new InlineReader(text, start, end, options).read()
}

class InlineReader {
  private readonly items: Item[] = []
  private readonly delimiters: Delimiter[] = []
  private readonly brackets: Bracket[] = []
  /** Brackets below this one open no link: there is a link inside them. */
  private inactive = 0
  private readonly text: string
  private at: number
  private readonly end: number
  private readonly options: InlineOptions
  private runs: BacktickRuns | null = null
  private lookaheads: Map<string, Lookahead> | null = null
  private attributed = false
  private readonly jsx: JsxScanner | null
  /** What is known not to occur any more: so nothing looks for it twice. */
  private absent: Set<string> | null = null

  constructor(text: string, start: number, end: number, options: InlineOptions) {
    this.text = end === text.length ? text : text.slice(0, end)
    this.at = start
    this.end = end
    this.options = options
    this.jsx = options.mdx ? new JsxScanner(this.text) : null
  }

  read(): Piece[] {
    while (this.at < this.end) {
      special.lastIndex = this.at
      const next = special.test(this.text) ? special.lastIndex - 1 : this.end
      this.literal(next)
      if (next < this.end) this.special(this.text[next]!)
    }
    pairEmphasis(this.delimiters)
    const found: Found[] = []
    for (const item of this.items)
      if (item.type === 'delimiter' || item.type === 'bracket') settle(item, found)
      else found.push(item)
    return this.withAttributes(pairTags(this.text, found, this.options.mdx))
  }

  /** Attributes belong to the code before them; without one they are text. */
  private withAttributes(found: Piece[]): Piece[] {
    if (!this.attributed) return found
    return found.map((piece, index) => {
      const before = found[index - 1]
      if (piece.type !== 'single' || piece.code !== 'attributes' || (before && before.type !== 'text' && before.type !== 'open')) return piece
      return { type: 'text', text: this.text.slice(piece.start, piece.end), start: piece.start, end: piece.end }
    })
  }

  private special(character: string): void {
    if (character === '\\') this.backslash()
    else if (character === '`') this.codeSpan()
    else if (character === '*' || character === '_' || character === '~') this.delimiter(character)
    else if (character === '[') this.openBracket(false)
    else if (character === '!' && this.text[this.at + 1] === '[') this.openBracket(true)
    else if (character === '$') this.protect(dollarMath(this.text, this.at, this.next))
    else if (character === '{') this.brace()
    else if (character === '!') this.literal(this.at + 1)
    else if (character === ']') this.closeBracket()
    else if (character === '<') this.angle()
    else if (character === '&') this.reference()
    else this.lineBreak()
  }

  /** Text up to `to` as it stands. */
  private literal(to: number): void {
    if (to <= this.at) return
    const last = this.items.at(-1)
    if (last?.type === 'text' && !last.layout && last.text.length === last.end - last.start) {
      last.text += this.text.slice(this.at, to)
      last.end = to
    } else this.items.push({ type: 'text', text: this.text.slice(this.at, to), start: this.at, end: to })
    this.at = to
  }

  private step(text: string, to: number): void {
    this.items.push({ type: 'text', text, start: this.at, end: to })
    this.at = to
  }

  private single(code: CodeType, to: number, label?: string): void {
    this.items.push(label === undefined ? { type: 'single', code, start: this.at, end: to } : { type: 'single', code, label, start: this.at, end: to })
    this.at = to
  }

  /** Where a mark stands next. */
  private readonly next = (mark: string, from: number): number => {
    this.lookaheads ??= new Map()
    const known = this.lookaheads.get(mark)
    const lookahead = known ?? new Lookahead(this.text, mark)
    if (!known) this.lookaheads.set(mark, lookahead)
    return lookahead.from(from)
  }

  private protect(found: Protected | null): void {
    if (found) this.single(found.code, found.end, found.label)
    else this.literal(this.at + 1)
  }

  private jsxTag(scanner: JsxScanner): void {
    const tag = scanner.tag(this.at)
    if (!tag) return this.literal(this.at + 1)
    this.items.push({ type: 'tag', tag, start: tag.start, end: tag.end })
    this.at = tag.end
  }

  private expression(scanner: JsxScanner): void {
    const end = scanner.expression(this.at)
    const content = end === -1 ? '' : this.text.slice(this.at + 1, end - 1)
    if (end === -1) this.literal(this.at + 1)
    else if (content === '/**/') this.step('', end)
    else this.single(/^\s*\/\*/.test(content) ? 'comment' : 'expression', end, content.trim())
  }

  private brace(): void {
    if (this.jsx) return this.expression(this.jsx)
    const template = templateTag(this.text, this.at, this.next)
    const last = this.items.at(-1)
    const attributes = template || !last || last.type === 'text' ? null : attributesAt(this.text, this.at)
    if (!attributes) return this.protect(template)
    this.attributed = true
    this.items.push({ type: 'single', code: 'attributes', label: attributes.label, glued: true, start: this.at, end: attributes.end })
    this.at = attributes.end
  }

  private backslash(): void {
    const next = this.text[this.at + 1]
    const math = next === '(' || next === '[' ? backslashMath(this.text, this.at, this.next) : null
    if (math) return this.protect(math)
    if (next === '\n') this.single('break', this.skipLine(this.at + 1))
    else if (next !== undefined && punctuation.test(next)) this.step(next, this.at + 2)
    else this.literal(this.at + 1)
  }

  private skipLine(at: number): number {
    lineBreak.lastIndex = at
    return lineBreak.test(this.text) ? lineBreak.lastIndex : at + 1
  }

  private lineBreak(): void {
    const to = this.skipLine(this.at)
    const last = this.items.at(-1)
    let spaces = 0
    if (last?.type === 'text' && last.text.length === last.end - last.start) {
      const kept = last.text.slice(0, trimEnd(last.text, 0, last.text.length))
      spaces = last.text.length - kept.length
      if (kept === '') this.items.pop()
      else this.items[this.items.length - 1] = { ...last, text: kept, end: last.end - spaces }
    }
    const hard = spaces >= 2 && this.text.slice(this.at - 2, this.at) === '  '
    this.at -= spaces
    if (hard) this.single('break', to)
    else {
      this.items.push({ type: 'text', text: ' ', layout: true, start: this.at, end: to })
      this.at = to
    }
  }

  private codeSpan(): void {
    let open = this.at
    while (this.text[open] === '`') open++
    this.runs ??= new BacktickRuns(this.text)
    const close = this.runs.next(open - this.at, open)
    if (close === -1) this.literal(open)
    else this.single('code', close + open - this.at, this.text.slice(open, close).trim())
  }

  private delimiter(character: string): void {
    let to = this.at
    while (this.text[to] === character) to++
    if (character === '~' && to - this.at > 2) return this.literal(to)
    const { canOpen, canClose } = flanking(this.text, this.at, to)
    if (!canOpen && !canClose) return this.literal(to)
    const delimiter: Delimiter = { type: 'delimiter', character, start: this.at, end: to, length: to - this.at, canOpen, canClose, opens: null, closes: null }
    this.items.push(delimiter)
    this.delimiters.push(delimiter)
    this.at = to
  }

  private openBracket(image: boolean): void {
    footnote.lastIndex = this.at
    const note = image ? null : footnote.exec(this.text)
    if (note && this.options.hasFootnote(note[1]!)) return this.single('footnote', footnote.lastIndex, note[1]!)
    const wikilink = this.text.startsWith('[[', image ? this.at + 1 : this.at) ? wikilinkAt(this.text, this.at) : null
    if (wikilink && !this.options.hasLabel(labelKey(wikilink.label))) return this.wikilink(wikilink)
    const around = this.brackets.at(-1)
    if (around) around.nested = true
    const bracket: Bracket = { type: 'bracket', image, start: this.at, end: this.at + (image ? 2 : 1), delimiters: this.delimiters.length, nested: false }
    this.items.push(bracket)
    this.brackets.push(bracket)
    this.at = bracket.end
  }

  private wikilink(found: NonNullable<ReturnType<typeof wikilinkAt>>): void {
    if (!found.words) return this.protect(found)
    const { start, end } = found.words
    this.items.push({ type: 'open', code: 'link', label: found.label, start: this.at, end: start })
    for (const piece of readInline(this.text, start, end, this.options)) this.items.push(piece)
    this.items.push({ type: 'close', code: 'link', start: end, end: found.end })
    this.at = found.end
  }

  private closeBracket(): void {
    const bracket = this.brackets.pop()
    const active = bracket !== undefined && (bracket.image || this.brackets.length >= this.inactive)
    if (this.inactive > this.brackets.length) this.inactive = this.brackets.length
    const tail = active ? readLinkTail(this.text, bracket, this.at, (this.absent ??= new Set()), this.options.hasLabel) : null
    if (!tail) return this.literal(this.at + 1)
    if (bracket!.delimiters < this.delimiters.length) pairEmphasis(this.delimiters.splice(bracket!.delimiters))
    bracket!.link = { label: tail.label }
    if (!bracket!.image) this.inactive = this.brackets.length
    this.closeLink(bracket!, tail)
  }

  private closeLink(bracket: Bracket, { end, raw, title }: Tail): void {
    const code = bracket.image ? 'image' : 'link'
    if (!title) this.items.push(raw === undefined ? { type: 'close', code, start: this.at, end } : { type: 'close', code, raw, start: this.at, end })
    else {
      const before = title.start - 1 - /[ \t\n]*$/.exec(this.text.slice(this.at, title.start - 1))![0].length
      this.items.push({ type: 'close', code, start: this.at, end: before })
      this.items.push({ type: 'open', code: 'title', start: before, end: title.start, glued: true, plain: true, alone: 'title' })
      for (const piece of readTitle(this.text, title.start, title.end)) this.items.push(piece)
      this.items.push({ type: 'close', code: 'title', start: title.end, end })
    }
    this.at = end
  }

  private angle(): void {
    if (this.jsx) return this.jsxTag(this.jsx)
    autolink.lastIndex = this.at
    const link = autolink.exec(this.text)
    if (link) return this.single('link', autolink.lastIndex, link[1]!)
    if (this.text.startsWith('<!---->', this.at)) return this.step('', this.at + 7)
    const kept = keptRegionEnd(this.text, this.at, this.next)
    if (kept !== -1) return this.single('comment', kept, this.text.slice(this.at, kept))
    const tag = readInlineTag(this.text, this.at, (this.absent ??= new Set()))
    if (!tag) return this.literal(this.at + 1)
    this.items.push(tag)
    this.at = tag.end
  }

  private reference(): void {
    reference.lastIndex = this.at
    const match = reference.exec(this.text)
    const decoded = match ? decodeHTMLStrict(match[0]) : ''
    if (match && decoded !== match[0]) this.step(decoded, reference.lastIndex)
    else this.literal(this.at + 1)
  }
}
