import { styleOf } from './attributeList.js'
import { Leaves, type Leaf, type Place } from './leaves.js'
import * as pattern from './lines.js'
import { isDirective, Lines, listItem, macroName, underlinedLevel, underlineLength } from './lines.js'
import { columnStyles, readCells } from './table.js'

/** What the lines above a block say of it. */
interface Meta {
  style: string
  breaks: boolean
  named: ReadonlyMap<string, string>
}

const none: Meta = { style: '', breaks: false, named: new Map() }
/** Nobody nests deeper. */
const deepest = 30
const verbatimStyles = new Set(['source', 'listing', 'literal', 'stem', 'asciimath', 'latexmath', 'pass', 'comment'])
const verbatimFence = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3}.*)$/

/** Finds the texts of an AsciiDoc document from `start` on, in reading order; of attribute entries, those that `entries` names. */
export function readBlocks(text: string, start: number, entries: ReadonlySet<string>): Leaves {
  const leaves = new Leaves(text, entries)
  new BlockReader(leaves, new Lines(text, start, text.length), { kind: 'paragraph', separators: '', depth: 0 }).read(0)
  return leaves
}

/** Reads lines one after the other. Blocks inside of others are read by readers of their own. */
class BlockReader {
  private readonly leaves: Leaves
  private readonly lines: Lines
  private readonly place: Place
  private meta = none
  /** The markers of the lists that are open, from the outermost. */
  private lists: string[] = []
  /** Whether a blank line came since the last block, and a `+` after it. */
  private apart = true
  private attached = false
  /** Whether no term of a list waits for its description. */
  private described = true
  private begun = false

  constructor(leaves: Leaves, lines: Lines, place: Place) {
    this.leaves = leaves
    this.lines = lines
    this.place = place
  }

  read(from: number, to = this.lines.count): void {
    if (this.place.depth > deepest) return this.leaves.problem('too-deep', 'Blocks nest too deeply here; the text stays as it is.', this.lines.start(from), this.lines.end(to - 1))
    for (let at = from; at < to;) {
      const line = this.lines.line(at)
      if (line === '') {
        this.apart = true
        this.attached = false
        at++
      } else at = this.before(line, at, to) ?? this.block(line, at, to)
    }
  }

  /** Reads what stands before a block or between blocks; where it ends, or undefined where there is none. */
  private before(line: string, at: number, to: number): number | undefined {
    const start = this.lines.start(at)
    const end = this.lines.end(at)
    if (pattern.commentLine.test(line)) this.leaves.comment(line)
    else if (line === '+') {
      this.attached = true
      this.apart = false
    } else if (pattern.blockAnchor.test(line)) {
      const comma = line.indexOf(',')
      if (comma !== -1) this.leaves.value(start + comma + 1, end - 2, 'reftext', this.place)
    } else if (pattern.attributeLine.test(line)) this.attributeLine(start, end)
    else if (pattern.blockTitle.test(line)) this.leaves.inline(start + 1, end, this.place, { kind: 'caption' })
    else if (pattern.attributeEntry.test(line)) return this.attributeEntry(line, at, to)
    else if (!isDirective(line) && !pattern.layoutBreak.test(line)) return undefined
    return at + 1
  }

  private attributeLine(start: number, end: number): void {
    this.leaveLists()
    const first = styleOf(this.leaves.text.slice(start + 1, end - 1))
    const found = this.leaves.attributes(start + 1, end - 1, this.place, first === 'quote' || first === 'verse' ? [2, 3] : [])
    const value = (from: number, to: number) => this.leaves.text.slice(from, to)
    const named = new Map(found.flatMap((attribute) => (attribute.name === null ? [] : [[attribute.name, value(attribute.start, attribute.end)]])))
    const shorthand = found.find(({ position }) => position === 1)
    const options = `${named.get('options') ?? ''} ${named.get('opts') ?? ''} ${shorthand ? value(shorthand.start, shorthand.end) : ''}`
    this.meta = {
      style: first === '' && found.length > 1 && found[0]!.name === null && value(start + 1, end - 1).startsWith(',') ? 'source' : first || this.meta.style,
      breaks: first === 'verse' || /\bhardbreaks\b/.test(options) || this.meta.breaks,
      named: new Map([...this.meta.named, ...named, ...(/\bheader\b/.test(options) ? [['header', ''] as const] : [])]),
    }
  }

  private attributeEntry(line: string, at: number, to: number): number {
    const [, name = '', value] = pattern.attributeEntry.exec(line)!
    let last = at
    while (value !== undefined && / [\\+]$/.test(this.lines.line(last)) && last + 1 < to && this.lines.line(last + 1) !== '') last++
    this.leaves.entry(name, this.lines.start(at) + line.length - (value ?? '').length, this.lines.end(last))
    return last + 1
  }

  /** Reads a block; where it ends. */
  private block(line: string, at: number, to: number): number {
    const meta = this.meta
    const first = !this.begun
    this.meta = none
    this.begun = true
    const title = this.place.depth === 0 ? this.title(line, at, to, first) : undefined
    if (title !== undefined) return title
    if (pattern.fence.test(line)) return this.delimited(line, at, to, meta)
    if (macroName(line) !== undefined) {
      this.macro(line, at)
      this.leaveLists()
      return this.done(at + 1)
    }
    if (verbatimStyles.has(meta.style)) return this.done(this.paragraphEnd(at, to))
    const item = listItem(line)
    if (item) return this.item(item, at, to, meta)
    if (/^[ \t]/.test(line) && this.described) return this.done(this.literalEnd(at, to))
    return this.paragraph(line, at, to, meta)
  }

  private done(next: number): number {
    this.apart = false
    this.attached = false
    this.described = true
    return next
  }

  /** A block after a blank line, with no `+` before it, stands in no list. */
  private leaveLists(): void {
    if (this.apart && !this.attached && this.described) this.lists = []
  }

  private title(line: string, at: number, to: number, first: boolean): number | undefined {
    const start = this.lines.start(at)
    const end = this.lines.end(at)
    const atx = pattern.sectionTitle.exec(line)
    const level = atx ? atx[1]!.length : at + 1 < to ? underlinedLevel(line, this.lines.line(at + 1)) : 0
    if (level === 0) return undefined
    this.lists = []
    const heading = { kind: 'heading' as const, level }
    if (atx) {
      const closing = new RegExp(`[ \\t]+${atx[1]}$`).exec(line)
      const words = line.slice(0, closing?.index)
      this.leaves.inline(start + atx[1]!.length, start + words.length - sectionAnchor(words).length, this.place, { ...heading, context: 'heading' })
    } else this.leaves.inline(start, end, this.place, { ...heading, context: `underlined ${this.lines.line(at + 1)[0]}`, tail: this.lines.end(at + 1) })
    const next = this.done(atx ? at + 1 : at + 2)
    return level === 1 && first ? this.header(next, to) : next
  }

  /** The lines of authors, revision and attributes below a document's title. */
  private header(from: number, to: number): number {
    let at = from
    for (let line = this.lines.line(at); at < to && line !== ''; line = this.lines.line(at)) at = pattern.attributeEntry.test(line) ? this.attributeEntry(line, at, to) : at + 1
    return at
  }

  private delimited(line: string, at: number, to: number, meta: Meta): number {
    this.leaveLists()
    const close = this.lines.find(line.startsWith('```') ? '```' : line, at + 1, to)
    if (close === to) this.leaves.problem('unclosed-block', 'The block that begins here is never ended.', this.lines.start(at), this.lines.end(at))
    const start = this.lines.start(at + 1)
    const end = close < to ? this.lines.start(close) - 1 : this.lines.end(to - 1)
    if (/^[|!]===/.test(line)) this.table(start, end, line[0]!, meta)
    else if (!verbatimFence.test(line) && !/^[,:]/.test(line) && !verbatimStyles.has(meta.style)) {
      const kind = line.startsWith('_') ? 'quote' : this.place.kind
      const inside = new BlockReader(this.leaves, this.lines, { ...this.place, kind, depth: this.place.depth + 1 })
      if (meta.style === 'verse') inside.verse(at + 1, close)
      else inside.read(at + 1, close)
    }
    return this.done(Math.min(close + 1, to))
  }

  /** Stanzas: nothing in them begins another block. */
  private verse(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const first = at
      while (at < to && this.lines.line(at) !== '') at++
      if (first < at) this.leaves.inline(this.lines.start(first), this.lines.end(at - 1), this.place, { kind: 'quote', breaks: true })
    }
  }

  private table(start: number, end: number, mark: string, { named }: Meta): void {
    if (start >= end || (named.get('format') ?? 'psv') !== 'psv') return
    const separator = named.get('separator') ?? mark
    if (!/^[^\s\w&#;\\]$/.test(separator)) return
    const { text } = this.leaves
    const place = { kind: 'table-cell' as const, separators: this.place.separators + separator, depth: this.place.depth + 1 }
    const content = text.slice(start, end)
    const first = /^[ \t\n]*[^ \t\n][^\n]*\n/.exec(content)?.[0] ?? ''
    const headed = named.has('header') || (!/^[ \t]*\n/.test(first) && /^\s*\n[^\n]{0,24}$/.test(content.slice(first.length, content.indexOf(separator, first.length))))
    const headerEnd = headed ? start + first.length : start
    for (const cell of readCells(text, start, end, separator, columnStyles(named.get('cols') ?? ''))) {
      const style = cell.start < headerEnd || (cell.first && named.has('header') && named.has('cols')) ? '' : cell.style
      if (style === 'l') continue
      const inside = new BlockReader(this.leaves, new Lines(text, cell.start, cell.end), place)
      if (style === 'a') inside.read(0)
      else inside.cell()
    }
  }

  /** Paragraphs of a cell, in which nothing begins another block. */
  private cell(): void {
    for (let at = 0; at < this.lines.count; at++) {
      const line = this.lines.line(at)
      if (isDirective(line)) continue
      if (macroName(line.trim()) !== undefined) this.macro(line, at)
      else if (line !== '') {
        const first = at
        while (at + 1 < this.lines.count && this.lines.line(at + 1) !== '' && !isDirective(this.lines.line(at + 1))) at++
        this.leaves.inline(this.lines.start(first), this.lines.end(at), this.place, { kind: 'table-cell' })
      }
    }
  }

  private macro(line: string, at: number): void {
    const name = macroName(line.trim())!
    const open = this.lines.start(at) + line.indexOf('[', line.indexOf('::')) + 1
    this.leaves.attributes(open, this.lines.end(at) - 1, this.place, name === 'image' ? [1] : [])
    if (/^(?:image|video|audio)$/.test(name)) this.leaves.addresses.push({ start: this.lines.start(at) + line.indexOf('::') + 2, end: open - 1 })
  }

  private item({ marker, length, term }: NonNullable<ReturnType<typeof listItem>>, at: number, to: number, meta: Meta): number {
    const known = this.lists.indexOf(marker)
    this.lists = known === -1 ? [...this.lists.slice(-deepest), marker] : this.lists.slice(0, known + 1)
    const start = this.lines.start(at)
    const shape = { kind: 'list-item' as const, level: this.lists.length, breaks: meta.breaks || this.leaves.hardBreaks }
    if (term) this.leaves.inline(start + term.start, start + term.end, this.place, { ...shape, context: 'term' })
    if (start + length >= this.lines.end(at)) {
      this.done(at + 1)
      this.described = false
      return at + 1
    }
    const box = /^\[[ xX*]\][ \t]+(?=[^ \t])/.exec(this.lines.line(at).slice(length))
    return this.text(start + length + (box && /[-*•]/.test(marker) ? box[0].length : 0), at, to, shape)
  }

  private paragraph(line: string, at: number, to: number, meta: Meta): number {
    this.leaveLists()
    const start = this.lines.start(at)
    const label = pattern.admonition.exec(line)?.[0].length ?? 0
    const quoted = /^> ?/.exec(line)?.[0].length ?? 0
    const kind = quoted > 0 || meta.style === 'quote' || meta.style === 'verse' ? 'quote' : this.lists.length > 0 ? 'list-item' : this.place.kind
    return this.text(start + label + quoted, at, to, { kind, level: kind === 'list-item' ? this.lists.length : 0, breaks: meta.breaks || this.leaves.hardBreaks })
  }

  /** The lines of a paragraph or item, from `start` in the line `at` on. */
  private text(start: number, at: number, to: number, shape: Pick<Leaf, 'kind' | 'level' | 'breaks'>): number {
    const next = this.paragraphEnd(at, to)
    const attribution = next - 1 > at && this.lines.line(next - 1).startsWith('-- ')
    const last = attribution ? next - 2 : next - 1
    const under = this.place.depth === 0 && next < to && !attribution ? underlineLength(this.lines.line(next)) : 0
    const context = under > 0 ? `text under=${under - (start - this.lines.start(at))}` : 'text'
    this.leaves.inline(start, this.lines.end(last), this.place, { ...shape, context })
    if (attribution) this.leaves.inline(this.lines.start(next - 1) + 3, this.lines.end(next - 1), this.place, { kind: 'quote' })
    return this.done(next)
  }

  /** The line where a paragraph that begins here is over: blank, or the beginning of something that may interrupt it. */
  private paragraphEnd(from: number, to: number): number {
    let at = from + 1
    while (at < to && !this.interrupts(this.lines.line(at))) at++
    return at
  }

  private interrupts(line: string): boolean {
    if (line === '' || line === '+' || pattern.commentLine.test(line) || pattern.fence.test(line) || macroName(line) !== undefined || isDirective(line)) return true
    if (pattern.attributeLine.test(line) || pattern.blockAnchor.test(line)) return true
    return this.lists.length > 0 && (listItem(line) !== null || pattern.blockTitle.test(line) || pattern.attributeEntry.test(line))
  }

  private literalEnd(from: number, to: number): number {
    let at = from + 1
    while (at < to && this.lines.line(at) !== '' && this.lines.line(at) !== '+' && (this.lists.length === 0 || listItem(this.lines.line(at)) === null)) at++
    return at
  }
}

/** The identifier of a section at the end of its title, which is no part of the text: ` [[care]]`. */
function sectionAnchor(title: string): string {
  const anchor = title.slice(Math.max(0, title.lastIndexOf(' [[')))
  return /^ \[\[[\p{L}_:][\p{L}\p{N}_:.-]*(?:, *[^\n]+)?\]\]$/u.test(anchor) ? anchor : ''
}
