import type { SyntaxNodeRef } from '@lezer/common'
import type { UnitKind } from '../../document/unit.js'
import { blockParser } from './parser.js'
import { labelKey } from './links.js'

/** A block of inline text, or one of HTML, in reading order. */
export interface Leaf {
  type: 'inline' | 'html' | 'title'
  start: number
  end: number
  kind: UnitKind
  level: number
  context: 'paragraph' | 'heading' | 'cell' | 'title' | 'html'
}

export interface Structure {
  leaves: Leaf[]
  /** The document, with the markers of quotes inside of blocks blanked: offsets stay. */
  text: string
  labels: Set<string>
  footnotes: Set<string>
}

/** Nobody nests deeper; and whoever does must not cost more than linear time. */
const tooDeep = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])){100,}[^\n]*/gm

/** Finds the blocks of a Markdown document from `start` on. */
export function readStructure(document: string, start: number): Structure & { tooDeep: { start: number; end: number }[] } {
  const deep: { start: number; end: number }[] = []
  const parsed = document.slice(start).replace(tooDeep, (line, at: number) => {
    deep.push({ start: start + at, end: start + at + line.length })
    return '`'.repeat(line.length)
  })
  const walker = new Walker(document, start)
  blockParser.parse(parsed).iterate({ enter: (node) => walker.enter(node), leave: (node) => walker.leave(node) })
  const inside = (leaf: Leaf) => deep.some((range) => range.start < leaf.end && leaf.start < range.end)
  return {
    leaves: deep.length > 0 ? walker.leaves.filter((leaf) => !inside(leaf)) : walker.leaves,
    text: walker.blanked(),
    labels: walker.labels,
    footnotes: walker.footnotes,
    tooDeep: deep,
  }
}

const leafBlocks = new Set(['Paragraph', 'Task', 'TableCell', 'HTMLBlock', 'CommentBlock', 'LinkReference'])
const containers: Record<string, UnitKind> = { Blockquote: 'quote', ListItem: 'list-item', TableHeader: 'table-cell', TableRow: 'table-cell' }

class Walker {
  readonly leaves: Leaf[] = []
  readonly labels = new Set<string>()
  readonly footnotes = new Set<string>()
  private readonly document: string
  private readonly base: number
  private readonly kinds: UnitKind[] = ['paragraph']
  private lists = 0
  private leaf: Leaf | null = null
  private readonly marks: number[] = []

  constructor(document: string, base: number) {
    this.document = document
    this.base = base
  }

  enter({ name, from, to }: SyntaxNodeRef): void {
    const start = this.base + from
    const end = this.base + to
    const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name)
    const kind = containers[name]
    if (kind) this.kinds.push(kind)
    if (name === 'BulletList' || name === 'OrderedList') this.lists++
    if (heading) this.leaf = { type: 'inline', start, end, kind: 'heading', level: Number(heading[1]), context: 'heading' }
    else if (leafBlocks.has(name)) this.leaf = this.leafOf(name, start, end)
    else if (name === 'FootnoteLabel') this.footnotes.add(this.document.slice(start, end))
    else if (this.leaf) this.inside(this.leaf, name, start, end)
  }

  private leafOf(name: string, start: number, end: number): Leaf {
    const kind = this.kinds.at(-1)!
    const level = kind === 'list-item' ? this.lists : 0
    if (name === 'HTMLBlock' || name === 'CommentBlock') return { type: 'html', start, end, kind, level, context: 'html' }
    if (name === 'LinkReference') return { type: 'title', start: end, end, kind: 'attribute', level: 0, context: 'title' }
    return { type: 'inline', start, end, kind, level, context: name === 'TableCell' ? 'cell' : 'paragraph' }
  }

  private inside(leaf: Leaf, name: string, start: number, end: number): void {
    if (name === 'QuoteMark') this.marks.push(start)
    else if (name === 'TaskMarker') leaf.start = end
    else if (name === 'HeaderMark') {
      if (start === leaf.start) leaf.start = end
      else leaf.end = start
    } else if (name === 'LinkLabel' && leaf.type === 'title') this.labels.add(labelKey(this.document.slice(start + 1, end - 1)))
    else if (name === 'LinkTitle') Object.assign(leaf, { start: start + 1, end: end - 1 })
  }

  leave({ name }: SyntaxNodeRef): void {
    if (containers[name]) this.kinds.pop()
    if (name === 'BulletList' || name === 'OrderedList') this.lists--
    if (this.leaf && (leafBlocks.has(name) || /Heading\d$/.test(name))) {
      // A line break before the line under a heading is none of its text.
      if (this.leaf.context === 'heading') while (/[ \t\n]/.test(this.document[this.leaf.end - 1] ?? '') && this.leaf.end > this.leaf.start) this.leaf.end--
      if (this.leaf.start < this.leaf.end) this.leaves.push(this.leaf)
      this.leaf = null
    }
  }

  /** The document with spaces in place of the markers of quotes. */
  blanked(): string {
    if (this.marks.length === 0) return this.document
    const parts: string[] = []
    let at = 0
    for (const mark of this.marks) {
      parts.push(this.document.slice(at, mark), ' ')
      at = mark + 1
    }
    return parts.join('') + this.document.slice(at)
  }
}
