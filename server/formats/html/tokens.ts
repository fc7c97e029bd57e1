import { xmlToken } from '../../xml/tokens.js'
import { isRaw, rawEnd } from './rawEnd.js'
import { readTag, type Tag } from './tag.js'
import { Templates } from './templates.js'

/** A run of HTML; runs lie side by side, without gaps. */
export type HtmlToken =
  | Tag
  /** `raw` is the content of an element that holds no markup; `broken` is a tag that never ends, and all behind it. */
  | { type: 'text' | 'raw' | 'cdata' | 'comment' | 'doctype' | 'instruction' | 'template' | 'broken'; start: number; end: number }

/** Elements that end the SVG or MathML that they stand in: https://html.spec.whatwg.org/#parsing-main-inforeign */
const breakout =
  /^(?:b|big|blockquote|body|br|center|code|d[dlt]|div|em|embed|h[1-6]|head|hr|i|img|li|listing|menu|meta|nobr|ol|p|pre|ruby|s|small|span|strong|strike|sub|sup|table|tt|u|ul|var)$/

const commentEnd = /--!?>/g

const foreignNames = new Set(['svg', 'math', 'foreignobject'])
/** Nobody nests these deeper, and end tags are looked for among them. */
const deepestForeign = 50

/**
 * Reads HTML token by token as browsers do, or XHTML as XML has it, both with blocks of template languages in them. All of a text takes linear time: what never ends goes up to its end.
 */
export class HtmlTokens {
  at: number
  readonly templates: Templates
  private readonly text: string
  private readonly xhtml: boolean
  /** The element whose raw content comes next. */
  private raw: string | null = null
  /** Around: SVG or MathML, `foreignObject` in it, SVG in that… */
  private readonly foreign: string[] = []
  /** The next `<` and `{`, where they were looked for last. */
  private less = -1
  private brace = -1

  constructor(text: string, at: number, xhtml: boolean) {
    this.text = text
    this.at = at
    this.xhtml = xhtml
    this.templates = new Templates(text, at)
  }

  /** Whether the next token stands in SVG or MathML. */
  get inForeign(): boolean {
    const around = this.foreign.at(-1)
    return around === 'svg' || around === 'math'
  }

  next(): HtmlToken | null {
    const start = this.at
    if (start >= this.text.length) return null
    const token = this.raw === null ? (this.readMarkup(start) ?? this.readText(start)) : this.readRaw(start, this.raw)
    this.at = token.end
    return token
  }

  private readRaw(start: number, name: string): HtmlToken {
    this.raw = null
    const end = rawEnd(this.text, name, start)
    return end > start ? { type: 'raw', start, end } : this.next()!
  }

  private readText(start: number): HtmlToken {
    let at = this.nextMark(start)
    while (at < this.text.length && !(at > start && this.begins(at))) at = this.nextMark(at + 1)
    return { type: 'text', start, end: at }
  }

  /** The first `<` or `{` from `from` on, or the end of the text. */
  private nextMark(from: number): number {
    if (this.less < from) this.less = this.indexOf('<', from)
    if (this.brace < from) this.brace = this.indexOf('{', from)
    return Math.min(this.less, this.brace)
  }

  /** Whether markup begins at `at`. */
  private begins(at: number): boolean {
    if (this.text.charCodeAt(at) === less && beginsMarkup(this.text.charCodeAt(at + 1))) return true
    return this.templates.end(at) !== -1
  }

  private readMarkup(start: number): HtmlToken | null {
    const { text } = this
    const first = text.charCodeAt(start)
    if (first !== less && first !== brace) return null
    const block = this.templates.end(start)
    if (block !== -1) return { type: 'template', start, end: block }
    if (first === brace) return null
    const mark = text.charCodeAt(start + 1)
    if (mark === exclamation) return this.declaration(start)
    if (mark === question) return this.upTo('instruction', start, start + 2, this.xhtml ? '?>' : '>')
    if (mark === slash && !isLetter(text.charCodeAt(start + 2))) return this.upTo('comment', start, start + 2, '>')
    return mark === slash || isLetter(mark) ? this.readTag(start) : null
  }

  private readTag(start: number): HtmlToken {
    const tag = readTag(this.text, start, this.templates)
    if (!tag) return { type: 'broken', start, end: this.text.length }
    const { name } = tag
    if (tag.closing) {
      const depth = foreignNames.has(name) ? this.foreign.lastIndexOf(name) : -1
      if (depth !== -1) this.foreign.length = depth
    } else {
      if (this.inForeign && !this.xhtml && breakout.test(name)) this.foreign.length = 0
      const empty = tag.selfClosing && (this.xhtml || this.inForeign)
      if (!empty && isRaw(name) && !(this.inForeign && name === 'title')) this.raw = name
      if (!tag.selfClosing && foreignNames.has(name) && (name !== 'foreignobject' || this.inForeign) && this.foreign.length < deepestForeign) this.foreign.push(name)
    }
    return tag
  }

  /** Comments, document types, CDATA sections, and what browsers take for comments. */
  private declaration(start: number): HtmlToken {
    const { text, xhtml } = this
    if (text.startsWith('<!--', start)) {
      if (xhtml) return this.upTo('comment', start, start + 4, '-->')
      // `<!-->` and `<!--->` are whole comments, and `--!>` ends one.
      commentEnd.lastIndex = start + 2
      return { type: 'comment', start, end: commentEnd.test(text) ? commentEnd.lastIndex : text.length }
    }
    if ((xhtml || this.inForeign) && text.startsWith('<![CDATA[', start)) return this.upTo('cdata', start, start + 9, ']]>')
    if (!/^<!doctype/i.test(text.slice(start, start + 9))) return this.upTo('comment', start, start + 2, '>')
    const whole = xhtml ? xmlToken(text, start) : null
    return whole?.type === 'doctype' ? { type: 'doctype', start, end: whole.end } : this.upTo('doctype', start, start + 2, '>')
  }

  private upTo(type: 'comment' | 'doctype' | 'instruction' | 'cdata', start: number, from: number, mark: string): HtmlToken {
    return { type, start, end: Math.min(this.indexOf(mark, from) + mark.length, this.text.length) }
  }

  /** Where `mark` stands first, from `from` on; the end of the text where it does not. */
  private indexOf(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from)
    return found === -1 ? this.text.length : found
  }
}

const [exclamation, slash, less, question, brace] = [...'!/<?{'].map((character) => character.charCodeAt(0)) as [number, number, number, number, number]

const isLetter = (character: number): boolean => (character >= 0x61 && character <= 0x7a) || (character >= 0x41 && character <= 0x5a)

const beginsMarkup = (character: number): boolean => isLetter(character) || character === slash || character === exclamation || character === question
