import type { Block } from '../../document/block.js'
import type { Problem } from '../../document/unit.js'
import { attributesOf, xmlToken, type XmlToken } from '../../xml/tokens.js'
import { xmlPieces } from '../../xml/characters.js'
import { tooManyCodes } from '../blocks.js'
import { alternatives, skipped, vocabularyOf } from './elements.js'
import type { Alternative } from './items.js'
import { namesOf } from './names.js'
import { Paragraph } from './paragraph.js'
import { Places, type Surroundings } from './places.js'

/** More than any document has; what is hostile stops here. */
const deepest = 5000

/** Finds the texts of a part of an Office Open XML document, in one pass over its tags. */
export function readParagraphs(text: string, around: Surroundings): { blocks: Block[]; problems: Problem[] } {
  const reader = new PartReader(text, around)
  const problems = reader.read()
  return { blocks: reader.blocks.sort((a, b) => a.pieces[0]!.start - b.pieces[0]!.start), problems }
}

class PartReader {
  readonly blocks: Block[] = []
  private readonly problems: Problem[] = []
  private readonly text: string
  private readonly nameOf: (name: string) => string
  private readonly places: Places
  /** Names of elements that are open, as they are written. */
  private readonly open: string[] = []
  private readonly paragraphs: Paragraph[] = []
  /** Of every mc:AlternateContent that is open: whether one of its choices was read. */
  private readonly chosen: boolean[] = []
  private at = 0

  constructor(text: string, around: Surroundings) {
    this.text = text
    this.nameOf = namesOf(text)
    this.places = new Places(around)
  }

  /** Reads all; answers what is wrong with it. */
  read(): Problem[] {
    const broken = this.readTokens()
    return broken === null ? this.problems : [...this.problems, this.problem(broken)]
  }

  /** Answers where the part is no XML any more. */
  private readTokens(): number | null {
    for (let token = this.next(); token; token = this.next()) {
      if (token.type === 'broken') return token.start
      if (token.type === 'start' || token.type === 'empty') this.start(token)
      else if (token.type === 'end' && !this.end(token)) return token.start
      if (this.open.length > deepest) return token.start
    }
    return this.open.length > 0 ? this.text.length : null
  }

  private problem(at: number): Problem {
    const [start, end] = [Math.min(at, Math.max(0, this.text.length - 1)), this.text.length]
    return { code: 'xml-broken', message: 'From here on this part is no well-formed XML; its text stays as it is.', severity: 'error', start, end }
  }

  private next(): XmlToken | null {
    const token = xmlToken(this.text, this.at)
    this.at = token?.end ?? this.at
    return token
  }

  private start(token: XmlToken): void {
    const name = this.nameOf(token.name)
    const paragraph = this.paragraphs.at(-1)
    const vocabulary = vocabularyOf(name)
    if (vocabulary && (!paragraph || paragraph.graphic)) {
      if (token.type === 'empty') return
      if (paragraph?.graphic) paragraph.graphic.nested = true
      this.paragraphs.push(new Paragraph(this.text, vocabulary, token.start, this.open.length, this.places))
    } else if (paragraph && !paragraph.graphic) {
      const took = paragraph.child(name, token, this.open.length, () => this.skip(token))
      if (took === 'whole') return
      if (took === 'words') return void paragraph.words(this.words(token), this.at)
      if (name === 'mc:AlternateContent') this.chosen.push(false)
    } else if (this.isSkipped(name)) return void this.skip(token)
    else this.outside(name, token)
    if (token.type === 'start') this.open.push(token.name)
  }

  private isSkipped(name: string): boolean {
    if (name === 'mc:Choice' && this.chosen.length > 0) {
      if (this.chosen.at(-1)) return true
      this.chosen[this.chosen.length - 1] = true
    }
    return skipped.has(name) || (name === 'mc:Fallback' && this.chosen.at(-1) === true)
  }

  private outside(name: string, token: XmlToken): void {
    if (name === 'mc:AlternateContent' && token.type === 'start') this.chosen.push(false)
    this.places.enter(name, () => attributesOf(this.text, token).map(({ name: key, start, end }) => [key, this.text.slice(start, end)]))
    const read = alternatives[name]
    if (!read) return
    const found = attributesOf(this.text, token).filter(({ name: key, start, end }) => read.includes(key.slice(key.indexOf(':') + 1)) && end > start)
    const graphic = this.paragraphs.at(-1)?.graphic
    if (graphic) graphic.alternatives.push(...found)
    else for (const alternative of found) this.alternative(alternative)
  }

  private alternative({ start, end }: Alternative): void {
    this.blocks.push({ ...this.places.block('attribute'), pieces: xmlPieces(this.text, start, end), context: 'attribute' })
  }

  private end(token: XmlToken): boolean {
    if (this.open.pop() !== token.name) return false
    const name = this.nameOf(token.name)
    const paragraph = this.paragraphs.at(-1)
    const depth = this.open.length
    if (paragraph?.depth === depth) {
      this.paragraphs.pop()
      if (paragraph.hasTooMany) this.problems.push(tooManyCodes(paragraph.start, token.end))
      for (const block of this.places.isRead ? paragraph.blocks() : []) this.blocks.push(block)
    } else if (paragraph?.graphic?.depth === depth) {
      if (name === 'mc:AlternateContent') this.chosen.pop()
      for (const alternative of paragraph.endGraphic(token)) this.alternative(alternative)
    } else if (!paragraph || paragraph.graphic) {
      if (name === 'mc:AlternateContent') this.chosen.pop()
      this.places.leave(name)
    } else paragraph.endChild(token, depth)
    return true
  }

  /** Passes over an element; it is as if it were one tag. Answers where it ends. */
  private skip(tag: XmlToken): number {
    if (tag.type === 'empty') return tag.end
    let depth = 1
    for (let token = this.next(); token; token = this.next()) {
      if (token.type === 'broken') break
      if (token.type === 'start') depth++
      if (token.type === 'end' && --depth === 0) return token.end
    }
    this.at = this.text.length
    this.open.push('')
    return this.at
  }

  /** The words of a text element up to its end tag. */
  private words(tag: XmlToken): ReturnType<typeof xmlPieces> {
    if (tag.type === 'empty') return []
    const pieces: ReturnType<typeof xmlPieces> = []
    for (let token = this.next(); token; token = this.next()) {
      const { type, start, end } = token
      if (type === 'text') for (const piece of xmlPieces(this.text, start, end)) pieces.push(piece)
      else if (type === 'cdata') pieces.push({ type: 'text', text: this.text.slice(start + '<![CDATA['.length, end - ']]>'.length), start, end })
      else if (type === 'comment' || type === 'instruction') pieces.push({ type: 'text', text: '', start, end })
      else if (type === 'end') return pieces
      else break
    }
    this.at = this.text.length
    this.open.push('')
    return []
  }
}
