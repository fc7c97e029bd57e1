import type { Piece } from '../../document/block.js'
import { codeOf, codeTypeOf } from './elements.js'
import type { HtmlRules } from './rules.js'
import type { Tag } from './tag.js'
import { tagPieces } from './tagPieces.js'
import { afterLayout, textPieces, type TextRules } from './words.js'

/** A start tag that has, or waits for, its end tag. */
interface TagPiece {
  type: 'tag'
  tag: Tag
  paired: boolean
}

const none: never[] = []

/** What comes together for one block: pieces, and tags that wait for their end tags. */
export class TextRun {
  private readonly notes = new Set<string>()
  private pieces: (Piece | TagPiece)[] = []
  /** Start tags that wait. */
  private open: TagPiece[] = []
  private readonly waiting = new Map<string, number>()
  /** End tags without a start tag. */
  private readonly stray = new Set<Piece>()
  private says = false
  private coded = false

  add(piece: Piece): void {
    this.pieces.push(piece)
    if (piece.type === 'text') this.says ||= !isBlank(piece.text)
    else if (piece.type === 'open') this.coded = true
  }

  /** Adds a text of an element. White space at the beginning of a run is part of no slot, and left out. */
  addText(text: string, start: number, end: number, rules: TextRules): void {
    const from = this.pieces.length === 0 ? afterLayout(text, start, end) : start
    if (from < end) this.addAll(textPieces(text, from, end, rules))
  }

  addAll(pieces: readonly Piece[]): void {
    for (const piece of pieces) this.add(piece)
  }

  /** Adds what the author tells translators. */
  addNote(note: string): void {
    this.notes.add(note)
  }

  startTag(tag: Tag): void {
    const piece: TagPiece = { type: 'tag', tag, paired: false }
    this.coded = true
    this.open.push(piece)
    this.pieces.push(piece)
    this.waiting.set(tag.name, (this.waiting.get(tag.name) ?? 0) + 1)
  }

  /** How many elements wait for their end tags. */
  get depth(): number {
    return this.open.length
  }

  /** Whether an element of this name waits for its end tag. */
  waitsFor(name: string): boolean {
    return this.open.length > 0 && (this.waiting.get(name) ?? 0) > 0
  }

  /** Ends the nearest element of this name; elements in it that have no end stay single codes. */
  endTag(text: string, tag: Tag): void {
    if (!this.waitsFor(tag.name)) {
      const piece: Piece = { type: 'single', ...codeOf(text, tag), start: tag.start, end: tag.end }
      this.stray.add(piece)
      return this.add(piece)
    }
    for (;;) {
      const opened = this.open.pop()!
      const { name } = opened.tag
      this.waiting.set(name, this.waiting.get(name)! - 1)
      if (name !== tag.name) continue
      opened.paired = true
      return this.add({ type: 'close', code: codeTypeOf(name), start: tag.start, end: tag.end })
    }
  }

  private isStray(piece: Piece | TagPiece): boolean {
    return piece.type === 'tag' ? !piece.paired : this.stray.has(piece)
  }

  /** Without tags at both ends whose other side is in another block: text in front of them would stand in another element. */
  private withoutStrayEdges(): [number, number] {
    const { pieces } = this
    const isEdge = (piece: Piece | TagPiece) => this.isStray(piece) || (piece.type === 'text' && isBlank(piece.text))
    let [from, to] = [0, pieces.length]
    for (let at = 0; at < pieces.length && isEdge(pieces[at]!); at++) if (this.isStray(pieces[at]!)) from = at + 1
    for (let at = pieces.length - 1; at >= from && isEdge(pieces[at]!); at--) if (this.isStray(pieces[at]!)) to = at
    return [from, to]
  }

  /** Ends the run: the pieces of its block, none where it has nothing to say, and no attribute that has; and its notes. */
  finish(text: string, rules: HtmlRules): { pieces: Piece[]; notes: string[] } {
    const finished = { pieces: this.says || this.coded ? this.blockPieces(text, rules) : none, notes: this.notes.size > 0 ? [...this.notes] : none }
    if (this.pieces.length > 0) this.pieces = []
    if (this.notes.size > 0) this.notes.clear()
    if (this.open.length > 0) this.open = []
    if (this.waiting.size > 0) this.waiting.clear()
    if (this.stray.size > 0) this.stray.clear()
    this.says = this.coded = false
    return finished
  }

  private blockPieces(text: string, rules: HtmlRules): Piece[] {
    const [from, to] = this.withoutStrayEdges()
    const found: Piece[] = []
    for (let at = from; at < to; at++) {
      const piece = this.pieces[at]!
      if (piece.type !== 'tag') found.push(piece)
      else for (const part of tagPieces(text, piece.tag, piece.paired ? 'open' : 'single', rules)) found.push(part)
    }
    return this.says || found.some((piece) => piece.type === 'text' && piece.text.trim() !== '') ? found : none
  }
}

const isBlank = (text: string): boolean => afterLayout(text, 0, text.length) === text.length
