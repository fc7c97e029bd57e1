import type { Problem, Range, UnitKind } from '../../document/unit.js'
import { readAttributes, type Attribute } from './attributeList.js'

/** A stretch of an AsciiDoc document that holds one text. */
export interface Leaf {
  /** Inline text; the value of an attribute in brackets; the value of an attribute entry. */
  type: 'inline' | 'value' | 'entry'
  start: number
  end: number
  kind: UnitKind
  level: number
  key: string | null
  /** What `spell` must know of the place. */
  context: string
  /** Whether a line's end is a line break (verse). */
  breaks: boolean
  /** The separators of the tables around it. */
  separators: string
  /** Up to where the slot reaches beyond the text: the line under a title. */
  tail?: number
}

/** What blocks stand in. */
export interface Place {
  kind: UnitKind
  /** The separators of the tables around, from the outermost. */
  separators: string
  depth: number
}

/** Attributes of blocks and macros whose values people read. */
const readable = new Set(['title', 'caption', 'alt', 'attribution', 'citetitle', 'reftext'])

/** What a document says, as it is found. */
export class Leaves {
  readonly all: Leaf[] = []
  readonly problems: Problem[] = []
  /** Of blocks that show a file, where its address stands. */
  readonly addresses: Range[] = []
  /** Where the document names its language. */
  language: Range | null = null
  /** Whether a document's attribute makes every line's end a line break. */
  hardBreaks = false
  readonly text: string
  private readonly entries: ReadonlySet<string>
  /** From `translate:off` until a comment says `on`. */
  private off = false

  /** Of attribute entries, those that `entries` names are found. */
  constructor(text: string, entries: ReadonlySet<string>) {
    this.text = text
    this.entries = entries
  }

  comment(line: string): void {
    const found = /^\/\/\s*translate:(on|off)$/.exec(line)
    if (found) this.off = found[1] === 'off'
  }

  problem(code: string, message: string, start: number, end: number): void {
    this.problems.push({ code, message, severity: 'warning', start, end })
  }

  inline(start: number, end: number, { separators }: Place, more: Partial<Leaf> & Pick<Leaf, 'kind'>): void {
    const context = `${more.context ?? 'text'}${separators === '' ? '' : ` avoid=${separators}`}`
    this.add({ type: 'inline', start, end, level: 0, key: null, breaks: false, separators, ...more, context })
  }

  /** An attribute entry; its value is a text if it is named. */
  entry(name: string, start: number, end: number): void {
    if (/^!?hardbreaks(?:-option)?!?$/.test(name)) this.hardBreaks = !name.includes('!')
    if (name === 'lang' && start < end) this.language ??= { start, end }
    if (!this.entries.has(name) || this.text.startsWith('pass:', start)) return
    this.add({ type: 'entry', start, end, kind: 'metadata', level: 0, key: name, context: 'entry', breaks: false, separators: '' })
  }

  /** The readable ones of the attributes between two brackets, and those at the `positions`. */
  attributes(start: number, end: number, place: Place, positions: readonly number[]): readonly Attribute[] {
    const found = readAttributes(this.text, start, end)
    for (const attribute of found)
      if (attribute.name === null ? positions.includes(attribute.position) : readable.has(attribute.name))
        this.value(attribute.start, attribute.end, `value${attribute.quote}`, place)
    return found
  }

  value(start: number, end: number, context: string, { separators }: Place): void {
    this.add({ type: 'value', start, end, kind: 'attribute', level: 0, key: null, context, breaks: false, separators })
  }

  private add(leaf: Leaf): void {
    if (!this.off && leaf.start < leaf.end) this.all.push(leaf)
  }
}
