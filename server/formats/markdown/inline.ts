import { decodeHTMLStrict } from 'entities'
import type { CodePiece, Piece, TextPiece } from '../../document/block.js'
import { pairEmphasis, type Delimiter } from './emphasis.js'
import { readLinkTail, type Tail } from './links.js'
import { pairTags, readInlineTag, type TagPiece } from './tags.js'
import { readTitle } from './title.js'

/** What inline text can refer to: labels of link definitions (see `labelKey`), and of footnotes. */
export interface References {
  hasLabel(key: string): boolean
  hasFootnote(label: string): boolean
}

interface Bracket {
  type: 'bracket'
  image: boolean
  start: number
  end: number
  /** How many delimiters stood before it. */
  delimiters: number
  /** Whether another bracket opened after it: then it is no label of its own. */
  nested: boolean
  link?: { label: string }
}

type Item = TextPiece | CodePiece | TagPiece | Delimiter | Bracket

const special = /[\\`*_~[\]!<&\n]/g
const punctuation = /[!-/:-@[-`{-~]/
const reference = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y
const autolink = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9][A-Za-z0-9.-]*)>/y
const footnote = /\[\^([^\]\s]+)\]/y
const lineBreak = /\n[ \t]*/y

/**
 * Reads inline Markdown in linear time, after https://spec.commonmark.org/0.31.2/#phase-2-inline-structure with GFM's strikethrough and footnote references.
 * `text` from `start` to `end` is the block's content, markers of the blocks around it blanked. The pieces lie side by side over the whole of it.
 */
export function readInline(text: string, start: number, end: number, references: References): Piece[] {
  return new InlineReader(text, start, end, references).read()
}

class InlineReader {
  private readonly items: Item[] = []
  private readonly delimiters: Delimiter[] = []
  private readonly brackets: Bracket[] = []
  /** Brackets below this one open no link: there is a link inside them. */
  private inactive = 0
  private readonly text: string
  private at: number
  private readonly end: number
  private readonly references: References
  /** Starts of backtick runs by their length, and how far each list was used. */
  private runs: Map<number, { starts: number[]; next: number }> | null = null
  /** What is known not to occur any more: so nothing looks for it twice. */
  private readonly absent = new Set<string>()

  constructor(text: string, start: number, end: number, references: References) {
    this.text = end === text.length ? text : text.slice(0, end)
    this.at = start
    this.end = end
    this.references = references
  }

  read(): Piece[] {
    while (this.at < this.end) {
      special.lastIndex = this.at
      const next = special.exec(this.text)?.index ?? this.end
      this.literal(next)
      if (next < this.end) this.special(this.text[next]!)
    }
    pairEmphasis(this.delimiters)
    return pairTags(this.text, this.items.flatMap(pieces))
  }

  private special(character: string): void {
    if (character === '\\') this.backslash()
    else if (character === '`') this.codeSpan()
    else if (character === '*' || character === '_' || character === '~') this.delimiter(character)
    else if (character === '[') this.openBracket(false)
    else if (character === '!' && this.text[this.at + 1] === '[') this.openBracket(true)
    else if (character === '!') this.literal(this.at + 1)
    else if (character === ']') this.closeBracket()
    else if (character === '<') this.angle()
    else if (character === '&') this.reference()
    else this.lineBreak()
  }

  /** Text up to `to` as it stands. */
  private literal(to: number): void {
    if (to <= this.at) return
    const last = this.items.at(-1)
    if (last?.type === 'text' && !last.layout && last.text.length === last.end - last.start) {
      last.text += this.text.slice(this.at, to)
      last.end = to
    } else this.items.push({ type: 'text', text: this.text.slice(this.at, to), start: this.at, end: to })
    this.at = to
  }

  private step(text: string, to: number): void {
    this.items.push({ type: 'text', text, start: this.at, end: to })
    this.at = to
  }

  private single(code: string, to: number, label?: string): void {
    this.items.push({ type: 'single', code, start: this.at, end: to, ...(label === undefined ? {} : { label }) })
    this.at = to
  }

  private backslash(): void {
    const next = this.text[this.at + 1]
    if (next === '\n') this.single('break', this.skipLine(this.at + 1))
    else if (next !== undefined && punctuation.test(next)) this.step(next, this.at + 2)
    else this.literal(this.at + 1)
  }

  private skipLine(at: number): number {
    lineBreak.lastIndex = at
    return lineBreak.test(this.text) ? lineBreak.lastIndex : at + 1
  }

  private lineBreak(): void {
    const to = this.skipLine(this.at)
    const last = this.items.at(-1)
    let spaces = 0
    if (last?.type === 'text' && last.text.length === last.end - last.start) {
      const kept = last.text.replace(/[ \t]+$/, '')
      spaces = last.text.length - kept.length
      if (kept === '') this.items.pop()
      else this.items[this.items.length - 1] = { ...last, text: kept, end: last.end - spaces }
    }
    const hard = spaces >= 2 && this.text.slice(this.at - 2, this.at) === '  '
    this.at -= spaces
    if (hard) this.single('break', to)
    else {
      this.items.push({ type: 'text', text: ' ', layout: true, start: this.at, end: to })
      this.at = to
    }
  }

  private codeSpan(): void {
    let open = this.at
    while (this.text[open] === '`') open++
    const close = this.closingRun(open - this.at, open)
    if (close === -1) this.literal(open)
    else this.single('code', close + open - this.at, this.text.slice(open, close).trim())
  }

  private closingRun(length: number, from: number): number {
    if (!this.runs) {
      this.runs = new Map()
      // From here on only: a look at all that came before would be one for every block.
      for (const run of this.text.slice(from, this.end).matchAll(/`+/g)) {
        const start = from + run.index
        const known = this.runs.get(run[0].length)
        if (known) known.starts.push(start)
        else this.runs.set(run[0].length, { starts: [start], next: 0 })
      }
    }
    const list = this.runs.get(length)
    if (!list) return -1
    while (list.next < list.starts.length && list.starts[list.next]! < from) list.next++
    return list.starts[list.next] ?? -1
  }

  private delimiter(character: string): void {
    let to = this.at
    while (this.text[to] === character) to++
    if (character === '~' && to - this.at > 2) return this.literal(to)
    const { canOpen, canClose } = flanking(this.text, this.at, to)
    if (!canOpen && !canClose) return this.literal(to)
    const delimiter: Delimiter = { type: 'delimiter', character, start: this.at, end: to, length: to - this.at, canOpen, canClose, opens: [], closes: [] }
    this.items.push(delimiter)
    this.delimiters.push(delimiter)
    this.at = to
  }

  private openBracket(image: boolean): void {
    footnote.lastIndex = this.at
    const note = image ? null : footnote.exec(this.text)
    if (note && this.references.hasFootnote(note[1]!)) return this.single('footnote', footnote.lastIndex, note[1]!)
    const around = this.brackets.at(-1)
    if (around) around.nested = true
    const bracket: Bracket = { type: 'bracket', image, start: this.at, end: this.at + (image ? 2 : 1), delimiters: this.delimiters.length, nested: false }
    this.items.push(bracket)
    this.brackets.push(bracket)
    this.at = bracket.end
  }

  private closeBracket(): void {
    const bracket = this.brackets.pop()
    const active = bracket !== undefined && (bracket.image || this.brackets.length >= this.inactive)
    if (this.inactive > this.brackets.length) this.inactive = this.brackets.length
    const tail = active ? readLinkTail(this.text, bracket, this.at, this.absent, (key) => this.references.hasLabel(key)) : null
    if (!tail) return this.literal(this.at + 1)
    pairEmphasis(this.delimiters.splice(bracket!.delimiters))
    bracket!.link = { label: tail.label }
    if (!bracket!.image) this.inactive = this.brackets.length
    this.closeLink(bracket!, tail)
  }

  private closeLink(bracket: Bracket, { end, raw, title }: Tail): void {
    const code = bracket.image ? 'image' : 'link'
    if (!title) this.items.push({ type: 'close', code, start: this.at, end, ...(raw === undefined ? {} : { raw }) })
    else {
      const before = title.start - 1 - /[ \t\n]*$/.exec(this.text.slice(this.at, title.start - 1))![0].length
      this.items.push({ type: 'close', code, start: this.at, end: before })
      this.items.push({ type: 'open', code: 'title', start: before, end: title.start, glued: true, plain: true, alone: 'title' })
      for (const piece of readTitle(this.text, title.start, title.end)) this.items.push(piece)
      this.items.push({ type: 'close', code: 'title', start: title.end, end })
    }
    this.at = end
  }

  private angle(): void {
    autolink.lastIndex = this.at
    const link = autolink.exec(this.text)
    if (link) return this.single('link', autolink.lastIndex, link[1]!)
    if (this.text.startsWith('<!---->', this.at)) return this.step('', this.at + 7)
    const tag = readInlineTag(this.text, this.at, this.absent)
    if (!tag) return this.literal(this.at + 1)
    this.items.push(tag)
    this.at = tag.end
  }

  private reference(): void {
    reference.lastIndex = this.at
    const match = reference.exec(this.text)
    const decoded = match ? decodeHTMLStrict(match[0]) : ''
    if (match && decoded !== match[0]) this.step(decoded, reference.lastIndex)
    else this.literal(this.at + 1)
  }
}

/** Whether a run of `*`, `_` or `~` may open or close: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run */
function flanking(text: string, start: number, end: number): { canOpen: boolean; canClose: boolean } {
  const before = start === 0 ? ' ' : previousCharacter(text, start)
  const after = end >= text.length ? ' ' : String.fromCodePoint(text.codePointAt(end)!)
  const [spaceBefore, spaceAfter] = [/\s/.test(before), /\s/.test(after)]
  const [markBefore, markAfter] = [/[\p{P}\p{S}]/u.test(before), /[\p{P}\p{S}]/u.test(after)]
  const left = !spaceAfter && (!markAfter || spaceBefore || markBefore)
  const right = !spaceBefore && (!markBefore || spaceAfter || markAfter)
  if (text[start] !== '_') return { canOpen: left, canClose: right }
  return { canOpen: left && (!right || markBefore), canClose: right && (!left || markAfter) }
}

function previousCharacter(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : text[at - 1]!
}

/** An item as pieces, now that it is known what it opens and closes. */
function pieces(item: Item): (Piece | TagPiece)[] {
  if (item.type === 'delimiter') {
    const rest: Piece[] = item.start < item.end ? [{ type: 'text', text: item.character.repeat(item.end - item.start), start: item.start, end: item.end }] : []
    return [...item.closes, ...rest, ...item.opens]
  }
  if (item.type !== 'bracket') return [item]
  if (!item.link) return [{ type: 'text', text: item.image ? '![' : '[', start: item.start, end: item.end }]
  const alone = item.image ? { alone: 'image' } : {}
  return [{ type: 'open', code: item.image ? 'image' : 'link', label: item.link.label, start: item.start, end: item.end, ...alone }]
}
