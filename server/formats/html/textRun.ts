import type { Piece } from '../../document/block.js'
import type { HtmlRules } from './attributes.js'
import { codeOf } from './elements.js'
import type { Tag } from './tag.js'
import { tagPieces } from './tagPieces.js'

/** What comes together for one block: pieces, and tags that wait for their end tags. */
export class TextRun {
  readonly notes = new Set<string>()
  private readonly pieces: (Piece | { type: 'tag'; tag: Tag })[] = []
  /** Start tags that wait: indexes in `pieces`. */
  private readonly open: number[] = []
  private readonly openNames = new Map<string, number>()
  private readonly paired = new Set<number>()
  /** End tags without a start tag: indexes in `pieces`. */
  private readonly stray = new Set<number>()
  private says = false

  add(piece: Piece): void {
    this.pieces.push(piece)
    if (piece.type === 'text') this.says ||= /[^ \t\n\f\r]/.test(piece.text)
  }

  addAll(pieces: readonly Piece[]): void {
    for (const piece of pieces) this.add(piece)
  }

  startTag(tag: Tag): void {
    this.open.push(this.pieces.length)
    this.openNames.set(tag.name, (this.openNames.get(tag.name) ?? 0) + 1)
    this.pieces.push({ type: 'tag', tag })
  }

  /** Whether an element of this name waits for its end tag. */
  waitsFor(name: string): boolean {
    return (this.openNames.get(name) ?? 0) > 0
  }

  /** Ends the nearest element of this name; elements in it that have no end stay single codes. */
  endTag(text: string, tag: Tag): void {
    if (!this.waitsFor(tag.name)) {
      this.stray.add(this.pieces.length)
      return this.add({ type: 'single', ...codeOf(text, tag), start: tag.start, end: tag.end })
    }
    for (;;) {
      const index = this.open.pop()!
      const opened = (this.pieces[index] as { tag: Tag }).tag
      this.openNames.set(opened.name, this.openNames.get(opened.name)! - 1)
      if (opened.name !== tag.name) continue
      this.paired.add(index)
      return this.add({ type: 'close', code: codeOf(text, opened).code, start: tag.start, end: tag.end })
    }
  }

  /** Without tags at both ends whose other side is in another block: text in front of them would stand in another element. */
  private withoutStrayEdges(): [number, number] {
    const { pieces } = this
    const isStray = (at: number) => this.stray.has(at) || (pieces[at]!.type === 'tag' && !this.paired.has(at))
    const isSpace = (piece: (typeof pieces)[number]) => piece.type === 'text' && /^[ \t\n\f\r]*$/.test(piece.text)
    let [from, to] = [0, pieces.length]
    for (let at = 0; at < pieces.length && (isStray(at) || isSpace(pieces[at]!)); at++) if (isStray(at)) from = at + 1
    for (let at = pieces.length - 1; at >= from && (isStray(at) || isSpace(pieces[at]!)); at--) if (isStray(at)) to = at
    return [from, to]
  }

  /** The pieces of the block; none where it has nothing to say, and no attribute that has. */
  finish(text: string, rules: HtmlRules): Piece[] {
    if (!this.says && !this.pieces.some((piece) => piece.type === 'tag' || piece.type === 'open')) return []
    const [from, to] = this.withoutStrayEdges()
    const found = this.pieces
      .slice(from, to)
      .flatMap((piece, at) => (piece.type === 'tag' ? tagPieces(text, piece.tag, this.paired.has(from + at) ? 'open' : 'single', rules) : piece))
    return this.says || found.some((piece) => piece.type === 'text' && piece.text.trim() !== '') ? found : []
  }
}
