import { continues, deepest, startAdmonition, startDefinition, startFootnote, startItem, startQuote, type Container } from './containers.js'
import { blockElements } from '../html/elements.js'
import { JsxScanner } from '../mdx/jsx.js'
import { Cursor } from './cursor.js'
import { readDefinition } from './definitions.js'
import { headingText, isUnderline, oneLiner, ruleBreak, trimEnd } from './lines.js'
import { blanked } from './blanked.js'
import type { Leaf, Range, Structure } from './leaf.js'
import { delimiterColumns, rowCells } from './tables.js'
import { VerbatimStarts, type Verbatim } from './verbatim.js'

interface Paragraph extends Range {
  type: 'paragraph'
  /** Where its last line starts, and the line before it ends. */
  lastLine: number
  before: number
  /** How many marks of quotes came before it. */
  marks: number
  /** The element of MDX that it stands in, whose end tag is none of it. */
  element?: string
}

type OpenLeaf = Paragraph | (Verbatim & Range) | { type: 'table'; columns: number }

const task = /\[[ xX]\][ \t]+(?=[^ \t\n])/y

/** Finds the blocks of a Markdown document from `start` on, in linear time: https://spec.commonmark.org/0.31.2/#appendix-a-parsing-strategy */
export const readStructure = (document: string, start: number, mdx: boolean): Structure => new StructureReader(document, mdx).read(start)

class StructureReader {
  private readonly text: string
  private readonly cursor: Cursor
  private readonly stack: Container[] = []
  /** How many of the containers the line goes on with. */
  private matched = 0
  private open: OpenLeaf | null = null
  /** Up to here nothing that is left of the line is a rule. */
  private noRule = -1
  private readonly verbatims: VerbatimStarts
  private readonly marks: number[] = []
  private readonly found: Omit<Structure, 'text' | 'jsx'> = { leaves: [], labels: new Set(), footnotes: new Set(), addresses: [], tooDeep: [] }

  private readonly jsx: JsxScanner
  private readonly mdx: boolean

  constructor(text: string, mdx: boolean) {
    this.text = text
    this.mdx = mdx
    this.cursor = new Cursor(text)
    this.verbatims = new VerbatimStarts(text, !mdx)
    this.jsx = new JsxScanner(text)
  }

  read(start: number): Structure {
    for (let from = start; from < this.text.length; from = this.cursor.lineEnd + 1) {
      this.cursor.line(from)
      this.line()
    }
    this.endLeaf()
    return { ...this.found, text: blanked(this.text, 0, this.text.length, this.marks, 0), jsx: this.jsx }
  }

  private readonly mark = (at: number): void => void this.marks.push(at)

  private line(): void {
    const { cursor, stack } = this
    this.matched = 0
    while (this.matched < stack.length && continues(stack[this.matched]!, cursor, this.mark)) this.matched++
    if (this.open?.type === 'verbatim' && this.matched === stack.length) return this.verbatimLine(this.open)
    while (!cursor.blank && this.nearMargin) {
      if (this.tooDeep() || (this.mdx && this.startJsx()) || this.startLeaf()) return
      if (!this.startContainer()) break
    }
    if (cursor.blank) this.end()
    else this.textLine()
  }

  /** What is indented further is code, but in MDX. */
  private get nearMargin(): boolean {
    return this.mdx || this.cursor.indent < 4
  }

  private get paragraph(): Paragraph | null {
    return this.open?.type === 'paragraph' && this.matched === this.stack.length ? this.open : null
  }

  /** Ends what the line does not go on with. */
  private end(): void {
    this.endLeaf()
    this.stack.length = this.matched
  }

  /** A block begins here. */
  private begin(): void {
    this.end()
    const around = this.stack.at(-1)
    if (around) around.empty = false
  }

  private startContainer(): boolean {
    const { cursor } = this
    const character = this.text[cursor.solid]!
    if (!/[-+*>\d:[!?=]/.test(character)) return false
    // A term is one line.
    const term = this.open?.type !== 'paragraph' || this.open.before === -1 || this.stack.at(-1)?.type === 'definition'
    const footnote = character === '[' ? startFootnote(cursor) : null
    const admonition = '!?='.includes(character) ? startAdmonition(cursor) : null
    const container =
      startQuote(cursor, this.mark) ??
      footnote?.container ??
      admonition?.container ??
      (character === ':' && term ? startDefinition(cursor) : null) ??
      startItem(cursor, this.paragraph !== null)
    if (!container) return false
    this.begin()
    this.stack.push(container)
    this.matched = this.stack.length
    if (footnote) this.found.footnotes.add(footnote.label)
    if (admonition) this.inline(admonition.title, 'label')
    return true
  }

  private tooDeep(): boolean {
    const { solid, lineEnd } = this.cursor
    if (this.matched < deepest || !/^(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])/.test(this.text.slice(solid, solid + 11))) return false
    this.begin()
    this.found.tooDeep.push({ start: solid, end: lineEnd })
    this.open = { type: 'verbatim', html: false, ends: null, start: solid, end: lineEnd }
    return true
  }

  /** Tags and expressions that fill their lines, imports and exports. */
  private startJsx(): boolean {
    const { cursor, text } = this
    const { solid } = cursor
    const character = text[solid]!
    if ('ie'.includes(character) && this.matched === 0 && !this.paragraph && text[solid - 1] !== ' ') {
      const end = this.jsx.module(solid)
      if (end === -1) return false
      this.begin()
      cursor.line(end)
      return true
    }
    if (!'<{'.includes(character)) return false
    const end = this.jsx.flow(solid)
    if (end === -1) return this.startElement()
    this.begin()
    this.leafOf('html', { start: solid, end }, 'html')
    cursor.line(end)
    return true
  }

  /** An element of HTML that is a block holds a text of its own. */
  private startElement(): boolean {
    const { cursor } = this
    const tag = this.text[cursor.solid] === '<' ? this.jsx.tag(cursor.solid) : null
    if (!tag || tag.closing || tag.empty || !blockElements.has(tag.name)) return false
    this.begin()
    this.leafOf('html', tag, 'html')
    cursor.line(tag.end)
    this.open = { ...this.paragraphAt(tag.end), element: tag.name }
    return true
  }

  private paragraphAt(start: number): Paragraph {
    return { type: 'paragraph', start, end: this.cursor.lineEnd, lastLine: start, before: -1, marks: this.marks.length }
  }

  private startLeaf(): boolean {
    const { cursor, text } = this
    const { solid, lineEnd } = cursor
    if (!/[-#`~<=*_:|${[]/.test(text[solid]!)) return false
    const verbatim = this.verbatims.at(solid, lineEnd, this.open?.type === 'paragraph')
    if (verbatim) {
      this.begin()
      this.open = { ...verbatim, start: solid, end: lineEnd }
      if (verbatim.html) this.verbatimLine(this.open)
      return true
    }
    const heading = headingText(text, solid, lineEnd)
    if (heading) return this.only(heading, heading.level)
    if (this.underline() || this.tableStart()) return true
    if (solid >= this.noRule) this.noRule = ruleBreak(text, solid, lineEnd)
    if (this.noRule === -1) return this.only(null)
    const line = this.paragraph && !':{'.includes(text[solid]!) ? null : oneLiner(text, solid, lineEnd, this.stack.at(this.matched - 1)?.type === 'quote')
    return line !== null && this.only(line)
  }

  /** A block of one line. */
  private only(range: Range | null, level = 0): true {
    this.begin()
    if (range) this.inline(range, level > 0 ? 'heading' : 'label', level)
    return true
  }

  /** The line under a heading. */
  private underline(): boolean {
    const { paragraph, cursor } = this
    if (!paragraph || !isUnderline(this.text, cursor.solid, cursor.lineEnd)) return false
    this.defineLinks(paragraph)
    this.open = null
    if (paragraph.start === paragraph.end) return false
    this.inline(headingText(this.text, paragraph.start, paragraph.end, true)!, 'heading', this.text[cursor.solid] === '=' ? 1 : 2)
    return true
  }

  private tableStart(): boolean {
    const { paragraph, cursor, text } = this
    const columns = paragraph ? delimiterColumns(text, cursor.solid, cursor.lineEnd) : 0
    if (!paragraph || columns === 0) return false
    const header = rowCells(text, paragraph.lastLine, paragraph.end)
    if (header.length !== columns) return false
    if (paragraph.before === -1) this.open = null
    else paragraph.end = paragraph.before
    this.begin()
    for (const cell of header) this.inline(cell, 'cell')
    this.open = { type: 'table', columns }
    return true
  }

  /** A line of text that begins nothing: it goes on with a paragraph, also where containers do not, or with a table. */
  private textLine(): void {
    const { cursor, open } = this
    const end = trimEnd(this.text, cursor.solid, cursor.lineEnd)
    if (open?.type === 'paragraph') {
      open.before = open.end
      open.lastLine = cursor.solid
      open.end = cursor.lineEnd
    } else if (open?.type === 'table' && this.matched === this.stack.length) {
      for (const cell of rowCells(this.text, cursor.solid, end).slice(0, open.columns)) this.inline(cell, 'cell')
    } else {
      const around = this.stack.at(this.matched - 1)
      task.lastIndex = cursor.solid
      const start = around?.type === 'item' && around.empty && task.test(this.text) ? task.lastIndex : cursor.solid
      this.begin()
      if (this.nearMargin) this.open = this.paragraphAt(start)
    }
  }

  private verbatimLine(leaf: Verbatim & Range): void {
    const { cursor } = this
    if (leaf.ends === null && cursor.blank) return this.endLeaf()
    leaf.end = cursor.lineEnd
    if (leaf.ends && (leaf.html || cursor.indent < 4) && leaf.ends(cursor.rest)) this.endLeaf()
  }

  private endLeaf(): void {
    const { open } = this
    this.open = null
    if (open?.type === 'verbatim' && open.html) this.leafOf('html', open, 'html')
    if (open?.type !== 'paragraph') return
    this.defineLinks(open)
    const end = trimEnd(this.text, open.start, open.end)
    const close = `</${open.element}>`
    this.inline({ start: open.start, end: this.text.startsWith(close, end - close.length) ? end - close.length : end }, 'paragraph')
  }

  /** Takes the definitions of links from the start of a paragraph. */
  private defineLinks(paragraph: Paragraph): void {
    if (this.text[paragraph.start] !== '[') return
    const base = paragraph.start
    const text = blanked(this.text, base, paragraph.end, this.marks, paragraph.marks)
    const absent = new Set<string>()
    for (let at = 0, definition = readDefinition(text, 0, absent); definition; definition = readDefinition(text, at, absent)) {
      const { key, address, title, end } = definition
      this.found.labels.add(key)
      this.found.addresses.push({ start: base + address.start, end: base + address.end })
      if (title) this.leafOf('title', { start: base + title.start, end: base + title.end }, 'title')
      at = end
      while (text[at] === ' ' || text[at] === '\t') at++
      paragraph.start = base + at
    }
  }

  private inline({ start, end }: Range, context: Leaf['context'], level = 0): void {
    this.leafOf('inline', { start, end }, context, level)
  }

  private leafOf(type: Leaf['type'], { start, end }: Range, context: Leaf['context'], heading = 0): void {
    if (start >= end) return
    const { leaves } = this.found
    if (type === 'title') leaves.push({ type, start, end, kind: 'attribute', level: 0, context })
    else if (context === 'heading') leaves.push({ type, start, end, kind: 'heading', level: heading, context })
    else {
      const around = this.stack.findLast((container) => container.kind)?.kind ?? 'paragraph'
      const kind = context === 'cell' ? 'table-cell' : around
      const level = kind === 'list-item' ? this.stack.filter((container) => container.kind === 'list-item').length : 0
      leaves.push({ type, start, end, kind, level, context })
    }
  }
}
