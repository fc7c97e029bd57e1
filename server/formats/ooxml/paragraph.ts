import type { CodeType } from '../../document/codeType.js'
import type { Block, Piece, TextPiece } from '../../document/block.js'
import { mostCodes } from '../blocks.js'
import { decodeXml } from '../../xml/characters.js'
import type { XmlToken } from '../../xml/tokens.js'
import { composeItems } from './compose.js'
import { atoms, graphics, noise, otherAtom, wrappers, type Vocabulary } from './elements.js'
import { codeOfField, joinFields, labelOfField } from './fields.js'
import type { Alternative, Item, Placed, Run, Tags } from './items.js'
import type { ParagraphProperties } from './paragraphProperties.js'
import { attributeValues } from './parts.js'
import { placeItems } from './place.js'
import type { Places } from './places.js'
import { outline as outlineKind } from './styles.js'
import { joinEmptyWrappers, splitWrappers } from './wrappers.js'

/** How a reader goes on with a child: it was taken whole; its words are to be read; it was opened. */
export type Taken = 'whole' | 'words' | 'opened'

interface Graphic {
  start: number
  depth: number
  code: CodeType
  alternatives: Alternative[]
  /** Whether paragraphs are inside. */
  nested: boolean
}

/** An element around runs that is open. A content control has its content in a second one. */
interface Wrapper {
  depth: number
  start: number
  control: boolean
  contentEnd?: number
  code?: CodeType | 'box'
}

/** Runs of words are items too: programs cut them often. */
const mostItems = 10 * mostCodes
/** Of what a code holds, no more is looked at. */
const longestContent = 20_000

/** Collects what a paragraph consists of, and makes blocks of it. */
export class Paragraph {
  readonly depth: number
  graphic: Graphic | null = null
  private readonly text: string
  private readonly vocabulary: Vocabulary
  private readonly places: Places
  /** Where it begins. */
  readonly start: number
  private readonly items: Item[] = []
  private readonly wrappers: Wrapper[] = []
  /** Whether so much is in it that it is not read: nobody wrote it. */
  hasTooMany = false
  private run: Run | null = null
  private runDepth = 0
  private childStart = 0
  private runTag = ''
  private plain = false
  private properties: ParagraphProperties = { markKey: '' }

  constructor(text: string, vocabulary: Vocabulary, start: number, depth: number, places: Places) {
    this.text = text
    this.vocabulary = vocabulary
    this.start = start
    this.depth = depth
    this.places = places
  }

  /** Takes a child element, or one further down that was opened. `skip` passes over it and answers where it ends. */
  child(name: string, token: XmlToken, depth: number, skip: () => number): Taken {
    if (noise.has(name)) skip()
    else if (this.run) return this.inRun(name, token, depth, skip)
    else if (name === `${this.vocabulary}:r`) this.startRun(token, depth)
    else if (name === `${this.vocabulary}:t`) return this.plainText(token)
    else if (name === `${this.vocabulary}:pPr`) this.properties = this.places.properties(this.text.slice(token.start, skip()))
    else if (name === 'w:sdtPr' || name === 'w:sdtEndPr') this.controlProperties(token, skip)
    else if (token.type === 'start' && this.opens(name, token, depth)) return 'opened'
    else this.atom(name, token, skip)
    return this.run && depth === this.runDepth ? 'opened' : 'whole'
  }

  private startRun(token: XmlToken, depth: number): void {
    if (token.type === 'empty') return
    this.runTag ||= token.name
    this.runDepth = depth
    this.run = { start: token.start, end: token.end, first: -1, last: token.end, look: '', key: '' }
  }

  private plainText(token: XmlToken): Taken {
    if (token.type === 'empty') return 'whole'
    this.plain = true
    this.runTag ||= token.name
    this.childStart = token.start
    return 'words'
  }

  private inRun(name: string, token: XmlToken, depth: number, skip: () => number): Taken {
    const run = this.run!
    if (name === `${this.vocabulary}:rPr`) {
      run.look = this.text.slice(token.start, skip())
      run.key = this.places.looks.key(run.look)
    } else if (name === `${this.vocabulary}:t` && token.type === 'start') {
      this.childStart = token.start
      return 'words'
    } else if (graphics.has(name) && token.type === 'start') {
      this.graphic = { start: token.start, depth, code: name === 'w:object' ? 'object' : 'image', alternatives: [], nested: false }
      return 'opened'
    } else if (name !== `${this.vocabulary}:t`) this.atom(name, token, skip)
    return 'whole'
  }

  /** Whether the element holds runs. */
  private opens(name: string, token: XmlToken, depth: number): boolean {
    if (name === 'w:sdt') {
      this.wrappers.push({ depth, start: token.start, control: true })
      return true
    }
    const control = this.wrappers.at(-1)
    if (name === 'w:sdtContent' && control?.control && control.code === undefined) {
      this.open('field', undefined, control.start, token.end)
      control.code = 'field'
      return true
    }
    const { instr = '' } = name === 'w:fldSimple' ? attributeValues(this.text, token) : {}
    const code = codeOfField(instr) ?? wrappers[name]
    if (code === undefined) return false
    this.wrappers.push({ depth, start: token.start, control: false })
    this.open(code, this.labelOf(code, token, instr), token.start, token.end)
    return true
  }

  private open(code: CodeType, label: string | undefined, start: number, end: number): void {
    this.collect({ type: 'open', code, label, start, end, raw: this.text.slice(start, end) })
  }

  private labelOf(code: CodeType, token: XmlToken, instruction: string): string {
    if (instruction !== '') return labelOfField(code, instruction)
    if (code !== 'link') return token.name.slice(token.name.indexOf(':') + 1)
    const { id, anchor } = attributeValues(this.text, token)
    const address = id === undefined ? '' : (this.places.address(id) ?? '')
    return anchor === undefined ? address : `${address}#${anchor}`
  }

  /** Of a content control: a box that is ticked has nothing to translate. */
  private controlProperties(token: XmlToken, skip: () => number): void {
    const properties = this.text.slice(token.start, skip())
    const control = this.wrappers.at(-1)
    if (control?.control && /<\w+:checkbox\b/.test(properties)) control.code = 'box'
  }

  private atom(name: string, token: XmlToken, skip: () => number): void {
    const end = skip()
    const run = this.run ?? undefined
    const { type, instr, id, name: called } = attributeValues(this.text, token)
    if (this.places.isNoise(name, id, called)) return
    const label = instr ?? called ?? (type && name !== 'w:br' ? type : undefined)
    if (name === 'w:fldChar')
      this.add({ type: 'atom', code: 'field', start: token.start, end, first: run, last: run, field: fieldMark(attributeValues(this.text, token).fldCharType) })
    else if (name === 'w:instrText')
      this.add({
        type: 'atom',
        code: 'field',
        label: decodeXml(this.text.slice(token.end, this.text.lastIndexOf('<', end - 1))),
        start: token.start,
        end,
        first: run,
        last: run,
        field: 'instruction',
      })
    else {
      const { code, loose, character } = atoms[name] ?? otherAtom
      const words =
        code === 'deletion' || code === 'field' || code === 'ruby' || code === 'formula' ? textOf(this.text.slice(token.start, Math.min(end, token.start + longestContent))) : ''
      this.add({
        type: 'atom',
        code,
        label: label ?? (words === '' ? undefined : words),
        start: token.start,
        end,
        first: run,
        last: run,
        ...(loose && { loose }),
        ...(character !== undefined && { character }),
      })
    }
  }

  private collect(item: Item): void {
    if (this.hasTooMany) return
    this.items.push(item)
    this.hasTooMany = this.items.length > mostItems
  }

  private add(item: Item, start = item.start, end = item.end): void {
    this.collect(item)
    if (!this.run) return
    if (this.run.first === -1) this.run.first = start
    this.run.last = end
  }

  /** The words of a text element that ends at `end`. */
  words(pieces: TextPiece[], end: number): void {
    if (pieces.every((piece) => piece.text === '')) return
    const run = this.run ?? { start: this.childStart, end, first: this.childStart, last: end, look: '', key: '' }
    this.add({ type: 'text', pieces, start: pieces[0]!.start, end: pieces.at(-1)!.end, run }, this.childStart, end)
  }

  endChild(token: XmlToken, depth: number): void {
    if (this.run && depth === this.runDepth) {
      this.run.end = token.end
      this.run = null
      return
    }
    const wrapper = this.wrappers.at(-1)
    if (!wrapper) return
    if (wrapper.control && depth === wrapper.depth + 1) wrapper.contentEnd ??= token.start
    if (depth !== wrapper.depth) return
    this.wrappers.pop()
    const { start, control, contentEnd, code } = wrapper
    if (control && (code !== 'field' || contentEnd === undefined)) return this.collect({ type: 'atom', code: 'field', start, end: token.end })
    const from = contentEnd ?? token.start
    this.collect({ type: 'close', start: from, end: token.end, raw: this.text.slice(from, token.end) })
  }

  /** Ends a picture or the like; answers the alternative texts that are to be read on their own. */
  endGraphic(token: XmlToken): readonly Alternative[] {
    const { start, code, nested, alternatives } = this.graphic!
    this.graphic = null
    const run = this.run ?? undefined
    const single = !nested && alternatives.length <= 1
    if (single) this.add({ type: 'atom', code, start, end: token.end, first: run, last: run, ...(alternatives.length === 1 && { alternatives }) })
    else this.add({ type: 'barrier', start, end: token.end, run })
    return single ? [] : alternatives
  }

  blocks(): Block[] {
    if (this.hasTooMany) return []
    const tags: Tags = { run: this.plain ? `${this.runTag.slice(0, -1)}r` : this.runTag, looks: this.places.looks }
    const joined = placeItems(joinEmptyWrappers(splitWrappers(joinFields(this.text, this.items, tags))))
    const composed = segments(joined).map((items) => composeItems(this.text, items, tags, this.properties.markKey))
    const { kind = 'paragraph', level } = this.kind()
    const words = composed.flatMap(({ pieces }) => pieces.map((piece) => (piece.type === 'text' ? piece.text : ''))).join('')
    const place = this.places.block(kind, level, words)
    return composed
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ pieces, look }): Block => ({
        ...place,
        pieces: this.plain ? withTags(pieces, joined) : pieces,
        context: this.plain ? `plain <${this.runTag}>` : `${this.vocabulary} <${tags.run}>${look}`,
      }))
  }

  private kind() {
    const { style, outline, list, listLevel, level } = this.properties
    return this.places.kind({
      style,
      ...(outline !== undefined && /^[0-8]$/.test(outline) && { outline: outlineKind(Number(outline)) }),
      ...(list !== undefined && list !== '0' && { list: Number(listLevel ?? 0) || 0 }),
      level: Number(level) || 0,
    })
  }
}

const fieldMark = (type: string | undefined): 'begin' | 'separate' | 'end' => (type === 'begin' || type === 'separate' ? type : 'end')

const textOf = (markup: string): string =>
  decodeXml(markup.replace(/<[^<>]*>/g, ''))
    .trim()
    .slice(0, 200)

/** Text without runs has its text element in the slot: only it can say that blanks are kept. */
function withTags(pieces: readonly Piece[], items: readonly Placed[]): Piece[] {
  const words = pieces.filter((piece) => piece.type !== 'text' || !piece.layout)
  const hidden = (start: number, end: number): Piece => ({ type: 'text', text: '', start, end })
  return [hidden(items[0]!.left, words[0]!.start), ...words, hidden(words.at(-1)!.end, items.at(-1)!.right)]
}

/** What stands between barriers. */
function segments(items: readonly Placed[]): Placed[][] {
  const found: Placed[][] = [[]]
  for (const item of items)
    if (item.type === 'barrier') found.push([])
    else found.at(-1)!.push(item)
  return found
}
