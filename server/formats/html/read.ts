import type { UnitKind } from '../../document/unit.js'
import type { Block, Piece } from '../../document/block.js'
import { blockElements, codeOf, isKept, kindOf, protectedBlocks, protectedElements, rawElements, translatedAttributes, voidElements } from './elements.js'
import { readTag, type Tag } from './tag.js'
import { tagPieces } from './tagPieces.js'
import { attributePieces, textPieces } from './words.js'

interface Container {
  name: string
  kind: UnitKind
  level: number
  lists: number
}

/** Headings above a place, outermost first; readers of a whole document share one. */
export class Outline {
  private headings: { level: number; text: string }[] = []
  path: string[] = []

  add(level: number, text: string): void {
    this.headings = [...this.headings.filter((heading) => heading.level < level), { level, text: text.trim() }]
    this.path = this.headings.map((heading) => heading.text)
  }
}

/** Finds the translatable blocks of HTML from `start` to `end`, in one pass over its tags as browsers tell them apart; which element closes which is never guessed further than the kind of a text needs. */
export function readHtml(text: string, start: number, end: number, outline = new Outline()): Block[] {
  return new HtmlReader(end === text.length ? text : text.slice(0, end), start, outline).read()
}

class HtmlReader {
  private readonly blocks: Block[] = []
  private readonly text: string
  private readonly outline: Outline
  private at: number
  private pieces: (Piece | { type: 'tag'; tag: Tag })[] = []
  /** Start tags of this block that wait for their end tags: indexes in `pieces`. */
  private open: number[] = []
  /** Those that found them. */
  private paired = new Set<number>()
  private readonly openNames = new Map<string, number>()
  private containers: Container[] = []
  private readonly containerNames = new Map<string, number>()
  /** Elements that are known not to end any more. */
  private readonly endless = new Set<string>()

  constructor(text: string, start: number, outline: Outline) {
    this.text = text
    this.at = start
    this.outline = outline
  }

  read(): Block[] {
    while (this.at < this.text.length) {
      const next = this.nextMarkup()
      if (next > this.at) for (const piece of textPieces(this.text, this.at, next)) this.pieces.push(piece)
      this.at = next
      if (next < this.text.length) this.markup()
    }
    this.flush()
    return this.blocks
  }

  private nextMarkup(): number {
    for (let at = this.text.indexOf('<', this.at); at !== -1; at = this.text.indexOf('<', at + 1)) if (/[A-Za-z/!?]/.test(this.text[at + 1] ?? '')) return at
    return this.text.length
  }

  private markup(): void {
    const mark = this.text[this.at + 1]!
    if (mark === '!' || mark === '?' || (mark === '/' && !/[A-Za-z]/.test(this.text[this.at + 2] ?? ''))) return this.comment()
    const tag = readTag(this.text, this.at)
    if (!tag) {
      this.flush()
      this.at = this.text.length
    } else if (tag.closing) this.endTag(tag)
    else this.startTag(tag)
  }

  /** Comments, declarations and what browsers take for comments. */
  private comment(): void {
    const proper = this.text.startsWith('<!--', this.at)
    const close = proper ? /--!?>/g : />/g
    close.lastIndex = this.at + 2
    const end = close.test(this.text) ? close.lastIndex : this.text.length
    const content = this.text.slice(this.at, end)
    if (content === '<!---->') this.pieces.push({ type: 'text', text: '', start: this.at, end })
    else if (proper && /^<!--\s*translate:off\s*-->$/.test(content)) {
      this.flush()
      const on = /<!--\s*translate:on\s*-->/g
      on.lastIndex = end
      this.at = on.test(this.text) ? on.lastIndex : this.text.length
      return
    } else if (/^<!doctype/i.test(content.slice(0, 9))) this.flush()
    else this.pieces.push({ type: 'single', code: 'comment', start: this.at, end })
    this.at = end
  }

  private after(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from)
    return found === -1 ? this.text.length : found + mark.length
  }

  private startTag(tag: Tag): void {
    const { name } = tag
    if (name === 'title' && !this.containerNames.get('svg')) return this.title(tag)
    if (name === 'plaintext') return this.leave(this.text.length)
    const kept = !voidElements.has(name) && isKept(this.text, tag)
    if (rawElements.has(name) || protectedElements.has(name) || kept) return this.keep(tag)
    if (blockElements.has(name)) return this.startBlock(tag)
    this.at = tag.end
    if (voidElements.has(name)) this.pieces.push(...tagPieces(this.text, tag, 'single'))
    else {
      this.open.push(this.pieces.length)
      this.openNames.set(name, (this.openNames.get(name) ?? 0) + 1)
      this.pieces.push({ type: 'tag', tag })
    }
  }

  private startBlock(tag: Tag): void {
    this.flush()
    this.at = tag.end
    for (const { attribute, key } of translatedAttributes(this.text, tag)) {
      const pieces = attributePieces(this.text, attribute.start, attribute.end)
      this.blocks.push({ pieces, kind: key === null ? 'attribute' : 'metadata', level: 0, path: this.outline.path, key, note: null, context: `attribute${attribute.quote}` })
    }
    if (voidElements.has(tag.name)) return
    // A paragraph ends where the next block begins, a list item where the next item does.
    if (this.containers.at(-1)?.name === 'p' || (this.containers.at(-1)?.name === tag.name && ['li', 'dt', 'dd', 'td', 'th', 'tr', 'option'].includes(tag.name))) this.close()
    const around = this.containers.at(-1)
    const lists = (around?.lists ?? 0) + (tag.name === 'ul' || tag.name === 'ol' || tag.name === 'dl' || tag.name === 'menu' ? 1 : 0)
    const kind = kindOf(tag.name)
    const level = kind === 'heading' ? Number(tag.name[1]) : kind === 'list-item' ? Math.max(1, lists) : kind ? 0 : (around?.level ?? 0)
    this.containers.push({ name: tag.name, kind: kind ?? around?.kind ?? 'paragraph', level, lists })
    this.containerNames.set(tag.name, (this.containerNames.get(tag.name) ?? 0) + 1)
  }

  private endTag(tag: Tag): void {
    const { name } = tag
    this.at = tag.end
    if (blockElements.has(name)) {
      this.flush()
      if (!this.containerNames.get(name)) return
      while (this.containers.at(-1)!.name !== name) this.close()
      this.close()
      return
    }
    if (!this.openNames.get(name)) {
      this.pieces.push({ type: 'single', ...codeOf(this.text, tag), start: tag.start, end: tag.end })
      return
    }
    for (;;) {
      const index = this.open.pop()!
      const opened = (this.pieces[index] as { tag: Tag }).tag
      this.openNames.set(opened.name, this.openNames.get(opened.name)! - 1)
      if (opened.name !== name) continue
      this.paired.add(index)
      this.pieces.push({ type: 'close', code: codeOf(this.text, opened).code, start: tag.start, end: tag.end })
      return
    }
  }

  private close(): void {
    const { name } = this.containers.pop()!
    this.containerNames.set(name, this.containerNames.get(name)! - 1)
  }

  /** An element that is not translated: one code where it stands inside a text, else the text before it ends. */
  private keep(tag: Tag): void {
    const end = this.elementEnd(tag)
    const block = tag.name === 'script' || tag.name === 'style' || protectedBlocks.has(tag.name) || (blockElements.has(tag.name) && !voidElements.has(tag.name))
    if (block) return this.leave(end?.end ?? (rawElements.has(tag.name) ? this.text.length : tag.end))
    const { code } = codeOf(this.text, tag)
    const label = end ? this.text.slice(tag.end, end.start).replace(/\s+/g, ' ').trim().slice(0, 200) : tag.name
    const to = end?.end ?? (rawElements.has(tag.name) ? this.text.length : tag.end)
    this.pieces.push({ type: 'single', code, label, start: tag.start, end: to })
    this.at = to
  }

  private leave(to: number): void {
    this.flush()
    this.at = to
  }

  /** Where the element's end tag stands; elements of the same name inside it are counted. */
  private elementEnd({ name, end: from }: Tag): { start: number; end: number } | null {
    if (this.endless.has(name)) return null
    const tags = new RegExp(`<(/?)${name.replace(/[^a-z0-9]/g, '\\$&')}(?=[\\s/>])`, 'gi')
    tags.lastIndex = from
    let depth = 1
    for (let match = tags.exec(this.text); match; match = tags.exec(this.text)) {
      if (match[1] === '/') depth--
      else if (!rawElements.has(name)) depth++
      if (depth > 0) continue
      return { start: match.index, end: this.after('>', match.index) }
    }
    this.endless.add(name)
    return null
  }

  private title(tag: Tag): void {
    this.flush()
    const end = this.elementEnd(tag)
    const to = end?.start ?? this.text.length
    const pieces = textPieces(this.text, tag.end, to)
    if (pieces.length > 0) this.blocks.push({ pieces, kind: 'metadata', level: 0, path: [], key: 'title', note: null, context: 'text' })
    this.at = end?.end ?? to
  }

  /** Ends the current block. */
  private flush(): void {
    const { pieces, paired } = this
    if (pieces.some((piece) => piece.type !== 'text' || /[^ \t\n\f\r]/.test(piece.text))) {
      const found = pieces.flatMap((piece, index): Piece[] => (piece.type === 'tag' ? tagPieces(this.text, piece.tag, paired.has(index) ? 'open' : 'single') : [piece]))
      const { kind, level } = this.containers.at(-1) ?? { kind: 'paragraph', level: 0 }
      if (found.some((piece) => piece.type === 'text' && piece.text.trim() !== '')) this.add(found, kind, level)
    }
    this.pieces = []
    if (this.open.length > 0) this.openNames.clear()
    this.open.length = 0
    if (paired.size > 0) this.paired = new Set()
  }

  private add(pieces: Piece[], kind: UnitKind, level: number): void {
    if (kind === 'heading') this.outline.add(level, pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join(''))
    const path = kind === 'heading' ? this.outline.path.slice(0, -1) : this.outline.path
    this.blocks.push({ pieces, kind, level, path, key: null, note: null, context: 'text' })
  }
}
