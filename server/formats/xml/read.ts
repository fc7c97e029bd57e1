import { decodeHTMLStrict } from 'entities'
import { breakable, type Block, type Piece } from '../../document/block.js'
import { mostCodes } from '../blocks.js'
import { Outline } from '../html/outline.js'
import { isBetweenSections, sectionBlocks, sectionPiece } from './cdata.js'
import { fusePairs } from './fusePairs.js'
import { tagPieces, valuePieces } from './tagPieces.js'
import { xmlToken, type XmlToken } from '../../xml/tokens.js'
import type { Treatment } from './treatments.js'
import { xhtmlNamespace, type XmlElement, type XmlTree } from './tree.js'
import { textPieces } from './words.js'

interface Open {
  element: XmlElement
  treatment: Treatment
}

/** The translatable blocks of a document whose elements are read in these ways, by the elements' places in the tree. */
export function readBlocks(text: string, tree: XmlTree, treatments: readonly Treatment[], outline = new Outline()): Block[] {
  return new BlockReader(text, tree, treatments, outline).read()
}

class BlockReader {
  private readonly blocks: Block[] = []
  private readonly open: Open[] = []
  /** The block element that text belongs to. */
  private readonly around: Treatment[] = []
  private pieces: Piece[] = []
  /** How many codes are among them, and beyond them. */
  private codes = 0
  /** Sections of character data among the pieces. */
  private sections: { start: number; end: number }[] = []
  /** Opening sides of pairs that hold no words by their nature. */
  private readonly wrappers = new Set<Piece>()
  private next = 0
  /** HTML names characters that XML does not. */
  private readonly decode: ((raw: string) => string) | undefined
  private readonly text: string
  private readonly tree: XmlTree
  private readonly treatments: readonly Treatment[]
  private readonly outline: Outline

  constructor(text: string, tree: XmlTree, treatments: readonly Treatment[], outline: Outline) {
    this.text = text
    this.tree = tree
    this.treatments = treatments
    this.outline = outline
    if (tree.elements[0]?.namespace === xhtmlNamespace) this.decode = decodeHTMLStrict
  }

  read(): Block[] {
    const end = this.tree.cut?.start ?? this.text.length
    for (let token = xmlToken(this.text, 0); token && token.start < end; token = xmlToken(this.text, this.take(token))) this.endUnended(token.end)
    if (this.tree.cut) this.pieces = []
    this.endUnended(Infinity)
    return this.blocks
  }

  /** Answers where to read on. */
  private take(token: XmlToken): number {
    const { type, start, end } = token
    if (type === 'start' || type === 'empty') return this.start(end)
    if (type === 'end') this.end(token)
    else if (this.around.at(-1)?.translate) {
      const preserved = this.around.at(-1)!.preserve || this.open.at(-1)!.treatment.preserve
      if (type === 'text') for (const piece of textPieces(this.text, start, end, preserved, this.decode)) this.add(piece)
      if (type === 'comment' || type === 'instruction') this.add({ type: 'single', code: 'comment', label: this.text.slice(start, Math.min(end, start + 200)), start, end })
      if (type === 'cdata') {
        this.sections.push({ start, end })
        this.add(sectionPiece(this.text, start, end, preserved))
      }
    }
    return end
  }

  private start(inner: number): number {
    const element = this.tree.elements[this.next]!
    const treatment = this.treatments[this.next]!
    this.next++
    const { start, end } = element
    const skip = () => {
      this.next = element.after
      return end
    }
    if (treatment.role === 'block') {
      this.flush()
      this.addValues(element, treatment)
      if (treatment.kept) return skip()
      this.around.push(treatment)
      this.open.push({ element, treatment })
      if (inner === end) this.close()
      return inner
    }
    if (treatment.words !== undefined) {
      this.add({ type: 'text', text: treatment.words, start, end })
      return skip()
    }
    if (treatment.kept) {
      this.add({ type: 'single', code: treatment.code, label: this.contentOf(element), start, end })
      return skip()
    }
    const paired = element.innerEnd < end
    if (treatment.folded?.open) this.add({ type: 'text', text: '', start, end: inner })
    else for (const piece of tagPieces(this.text, element, treatment, paired ? 'open' : 'single')) this.add(piece)
    if (treatment.wraps) this.wrappers.add(this.pieces.at(-1)!)
    if (inner < end) this.open.push({ element, treatment })
    return inner
  }

  private add(piece: Piece): void {
    if (piece.type === 'open' || piece.type === 'single') this.codes++
    // With more than that, the text is no unit, and the rest would only fill the memory.
    if (this.codes <= mostCodes + 1) this.pieces.push(piece)
  }

  private contentOf({ inner, innerEnd, name }: XmlElement): string {
    const content = this.text
      .slice(inner, Math.min(innerEnd, inner + 200))
      .replace(/\s+/g, ' ')
      .trim()
    return content === '' ? name : content
  }

  private end({ start, end, name }: XmlToken): void {
    const top = this.open.at(-1)
    if (top?.element.innerEnd !== start || top.element.end !== end) {
      if (this.around.at(-1)?.translate) this.add({ type: 'single', code: 'xml', label: name, start, end })
      return
    }
    if (top.treatment.role === 'inline') this.add(top.treatment.folded?.close ? { type: 'text', text: '', start, end } : { type: 'close', code: top.treatment.code, start, end })
    this.close()
  }

  /** Elements without an end tag end where they were found to. */
  private endUnended(before: number): void {
    for (let top = this.open.at(-1); top && top.element.innerEnd === top.element.end && top.element.end < before; top = this.open.at(-1)) this.close()
  }

  private close(): void {
    if (this.open.pop()!.treatment.role === 'inline') return
    this.flush()
    this.around.pop()
  }

  private addValues(element: XmlElement, treatment: Treatment): void {
    for (const { pieces, note } of valuePieces(this.text, element, treatment))
      this.blocks.push({ pieces, kind: 'attribute', level: 0, path: this.outline.path, key: null, note: note ?? treatment.note, context: 'value' })
  }

  /** Ends the current block. */
  private flush(): void {
    const { sections } = this
    const pieces = fusePairs(this.pieces, this.wrappers)
    this.wrappers.clear()
    const around = this.around.at(-1)
    this.pieces = []
    this.codes = 0
    if (sections.length > 0) this.sections = []
    if (!around?.translate || !pieces.some((piece) => piece.type === 'text' && /\S/.test(piece.text))) return
    const { kind, level, key, note, preserve } = around
    if (kind === 'heading') this.outline.add(level, pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join(''))
    const block = { kind, level, path: kind === 'heading' ? this.outline.path.slice(0, -1) : this.outline.path, key, note }
    const alone = sections.length === 1 && pieces.every((piece) => piece.start === sections[0]!.start || isLayout(piece))
    if (alone) this.blocks.push(...sectionBlocks(this.text, sections[0]!, block, preserve))
    else if (sections.length > 0)
      this.blocks.push({
        ...block,
        pieces: trimSections(pieces, sections),
        context: isOfSections(this.text, pieces, sections) ? `sections${preserve ? ' preserved' : ''}` : contextOf(around),
      })
    else this.blocks.push({ ...block, pieces, context: contextOf(around) })
  }
}

const contextOf = ({ context, preserve }: Treatment): string => context ?? (preserve ? 'preserved' : 'text')

/** Whether a text is sections side by side. In place of them, words without marks would have elements beside them read as parts of the text. */
function isOfSections(text: string, pieces: readonly Piece[], sections: readonly { start: number }[]): boolean {
  const starts = new Set(sections.map(({ start }) => start))
  return pieces.every((piece) => piece.type === 'text' && (starts.has(piece.start) || isLayout(piece) || isBetweenSections(text, piece)))
}

/** White space inside a section is layout at the edges of a block, as it is outside. */
function trimSections(pieces: readonly Piece[], sections: readonly { start: number }[]): Piece[] {
  const starts = new Set(sections.map(({ start }) => start))
  const first = pieces.findIndex((piece) => !isLayout(piece))
  const last = pieces.findLastIndex((piece) => !isLayout(piece))
  return pieces.map((piece, at) => {
    if (piece.type !== 'text' || !starts.has(piece.start)) return piece
    return { ...piece, text: piece.text.replace(at === first ? /^[ \t\n]+/ : /^$/, '').replace(at === last ? /[ \t\n]+$/ : /^$/, '') }
  })
}

const isLayout = (piece: Piece): boolean => (piece.type === 'text' ? piece.text.trim() === '' && (piece.layout === true || breakable(piece)) : piece.code === 'comment')
