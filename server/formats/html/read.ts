import type { Block, Piece } from '../../document/block.js'
import type { Problem } from '../../document/unit.js'
import { attributeOf, translatedAttributes, translation } from './attributes.js'
import { blockElements, embeddedElements, placeIn, protectedElements, svgTexts, voidElements } from './elements.js'
import { labelOf } from './labelOf.js'
import { OpenBlocks } from './openBlocks.js'
import { Outline } from './outline.js'
import { elementEnd } from './elementEnd.js'
import { isRaw, rawEnd } from './rawEnd.js'
import { rulesOf, type HtmlOptions, type HtmlRules } from './rules.js'
import type { Tag } from './tag.js'
import { tagPieces } from './tagPieces.js'
import { TextRun } from './textRun.js'
import { HtmlTokens, type HtmlToken } from './tokens.js'
import { attributePieces, attributeWords, cdataPiece, type TextRules } from './words.js'

/** Browsers flatten what nests deeper than half of this, and no page does. */
const deepest = 1000

/** Finds the translatable blocks of HTML from `start` to `end`, one by one, in one pass over its tokens, with the end tags implied that authors leave out. */
export function readHtml(text: string, start: number, end: number, outline = new Outline(), options: HtmlOptions = {}): Generator<Block> {
  return new HtmlReader(end === text.length ? text : text.slice(0, end), start, outline, options).read()
}

/** An element that is one code in its text, while its end is looked for. */
interface Hidden {
  tag: Tag
  /** Elements of its name that are open in it, itself included. */
  depth: number
  /** How many blocks were open where it began: it ends with the last of them. */
  blocks: number
  /** Where what was read of it ends. */
  end: number
}

class HtmlReader {
  /** Found and not yet given out. */
  private blocks: Block[] = []
  private readonly text: string
  private readonly outline: Outline
  private readonly rules: HtmlRules
  private readonly fragment: boolean
  private readonly problems: Problem[]
  private readonly tokens: HtmlTokens
  private readonly open = new OpenBlocks()
  private readonly run = new TextRun()
  private hidden: Hidden | null = null
  /** The element whose text comes next as one raw token. */
  private rawElement: 'title' | 'textarea' | null = null
  private readonly endless = new Set<string>()
  /** What stands before this is an embedded element that holds texts. */
  private embeddedEnd = 0

  constructor(text: string, start: number, outline: Outline, options: HtmlOptions) {
    const { dialect = 'fragment', problems = [] } = options
    this.text = text
    this.outline = outline
    this.fragment = dialect === 'fragment'
    this.problems = problems
    this.tokens = new HtmlTokens(text, start, dialect === 'xhtml')
    this.rules = rulesOf(options, this.tokens.templates)
  }

  *read(): Generator<Block> {
    for (let foreign = false, token = this.tokens.next(); token; foreign = this.tokens.inForeign, token = this.tokens.next()) {
      this.take(token, foreign)
      if (this.blocks.length > 0) yield* this.found()
    }
    if (this.hidden) this.endHidden()
    this.flush()
    yield* this.found()
  }

  private found(): Block[] {
    const { blocks } = this
    this.blocks = []
    return blocks
  }

  private take(token: HtmlToken, foreign: boolean): void {
    if (token.type === 'tag') return token.closing ? this.endTag(token) : this.startTag(token, foreign)
    const { start, end } = token
    if (token.type === 'raw' && this.rawElement) return this.readRaw(this.rawElement, start, end)
    if (this.hidden) {
      // What the text ends in may have no end itself; then no end tag can follow it.
      if (['text', 'raw', 'template'].includes(token.type) || end < this.text.length) this.hidden.end = end
    } else if (token.type === 'comment') this.comment(start, end)
    else if (token.type === 'doctype' || token.type === 'broken') this.flush()
    else if (token.type === 'raw' || this.kept) return
    else if (token.type === 'text') this.run.addText(this.text, start, end, this.textRules)
    else if (token.type === 'cdata') this.run.add(cdataPiece(this.text, start, end, this.textRules))
    else if (token.type === 'template') this.run.add(this.template(start, end))
    else this.run.add({ type: 'single', code: 'comment', start, end })
  }

  private get kept(): boolean {
    return this.open.last?.kept ?? false
  }

  private get textRules(): TextRules {
    return { xhtml: this.rules.xhtml, preserved: this.open.last?.preserved ?? false }
  }

  private comment(start: number, end: number): void {
    const content = this.text.slice(start, end)
    if (/^<!--\s*translate:off\s*-->$/.test(content)) {
      this.flush()
      const on = /<!--\s*translate:on\s*-->/g
      on.lastIndex = end
      this.tokens.at = on.test(this.text) ? on.lastIndex : this.text.length
    } else if (!this.kept) this.run.add(this.fragment && content === '<!---->' ? { type: 'text', text: '', start, end } : { type: 'single', code: 'comment', start, end })
  }

  private template(start: number, end: number): Piece {
    return { type: 'single', code: 'code', label: labelOf(this.text, start, end), start, end }
  }

  private startTag(tag: Tag, foreign: boolean): void {
    const { name } = tag
    if (this.open.depth + this.run.depth >= deepest) return this.stop(tag)
    if (this.hidden) return this.startInHidden(this.hidden, tag)
    if (name === 'plaintext' && !foreign) return this.leave(this.text.length)
    if (voidElements.has(name) && !foreign) return this.startVoid(tag)
    const empty = tag.selfClosing && (this.rules.xhtml || foreign)
    const own = translation(this.text, tag, this.rules)
    const within = attributeOf(this.text, tag, 'its-within-text')
    const block = within === 'no' || (within !== 'yes' && (blockElements.has(name) || (foreign && svgTexts.has(name))))
    if (block || (this.kept && own === true)) return this.startBlock(tag, own, foreign, empty)
    if (this.kept) return
    if (own === false || protectedElements.has(name)) return this.hide(tag, empty)
    if (embeddedElements.has(name)) return this.startEmbedded(tag, empty)
    const note = attributeOf(this.text, tag, 'its-loc-note')
    if (note) this.run.addNote(attributeWords(note))
    if (empty) this.run.addAll(tagPieces(this.text, tag, 'single', this.rules))
    else this.run.startTag(tag)
  }

  private startVoid(tag: Tag): void {
    if (blockElements.has(tag.name)) {
      this.flush()
      this.open.endBefore(tag.name)
      if (!this.kept) this.readAttributes(tag)
    } else if (!this.kept) this.run.addAll(tagPieces(this.text, tag, 'single', this.rules))
  }

  private startBlock(tag: Tag, own: boolean | null, foreign: boolean, empty: boolean): void {
    const { name } = tag
    this.flush()
    this.open.endBefore(name)
    const around = this.open.last
    const fixed = name === 'script' || name === 'style' || (this.fragment && (name === 'pre' || name === 'textarea'))
    const kept = fixed || (own === null ? (around?.kept ?? false) : !own)
    if (!kept) this.readAttributes(tag)
    if (empty) return
    const note = attributeOf(this.text, tag, 'its-loc-note')
    this.open.start({
      name,
      ...placeIn(around, name),
      kept,
      preserved: (around?.preserved ?? false) || name === 'pre' || name === 'listing' || name === 'textarea',
      note: note === null ? (around?.note ?? null) : attributeWords(note),
    })
    this.rawElement = !kept && !foreign && (name === 'title' || name === 'textarea') ? name : null
  }

  /** Attributes of a block element, each a unit of its own. */
  private readAttributes(tag: Tag): void {
    for (const { attribute, key } of translatedAttributes(this.text, tag, this.rules)) {
      const pieces = attributePieces(this.text, attribute.start, attribute.end)
      this.blocks.push({
        pieces,
        kind: key === null ? 'attribute' : 'metadata',
        level: 0,
        path: this.outline.path,
        key,
        note: this.open.last?.note ?? null,
        context: this.context(`attribute${attribute.quote}`),
      })
    }
  }

  private context(place: string): string {
    return this.rules.xhtml ? `xhtml ${place}` : place
  }

  /** A picture or the like: where it holds texts, they are blocks; else it is one code. */
  private startEmbedded(tag: Tag, empty: boolean): void {
    if (tag.start >= this.embeddedEnd) {
      const end = empty ? tag.end : elementEnd(this.text, tag, this.endless)
      const content = end === null ? '' : this.text.slice(tag.end, end)
      const texts = tag.name === 'svg' ? /<(?:text|title|desc|foreignobject)[\s>]/i : />[^<>]*[\p{L}\p{N}]|\s(?:alt|title|label|aria-label)\s*=/u
      if (!texts.test(`>${content}`)) return this.hide(tag, empty || end === null)
      this.embeddedEnd = end!
    }
    this.startBlock(tag, null, false, empty)
  }

  private endTag(tag: Tag): void {
    const { name } = tag
    if (this.hidden) return this.endInHidden(this.hidden, tag)
    this.rawElement = null
    if (!this.run.waitsFor(name) && (blockElements.has(name) || this.open.has(name))) {
      this.flush()
      this.open.end(name)
    } else if (!this.kept) this.run.endTag(this.text, tag)
  }

  /** What comes from here on is not read. */
  private stop({ start, end }: Tag): void {
    this.problems.push({ start, end, code: 'too-deep', message: 'Elements nest too deeply here; the text from here on stays as it is.', severity: 'warning' })
    if (this.hidden) {
      // It goes on: an end tag that is missing here would end it.
      this.hidden.depth = 0
      this.endHidden()
    }
    this.leave(this.text.length)
  }

  private leave(to: number): void {
    this.flush()
    this.tokens.at = to
  }

  private hide(tag: Tag, empty: boolean): void {
    this.hidden = { tag, depth: empty ? 0 : 1, blocks: this.open.depth, end: tag.end }
    if (empty) this.endHidden()
  }

  private startInHidden(hidden: Hidden, tag: Tag): void {
    const { name } = tag
    const raw = isRaw(name) && !tag.selfClosing && !this.tokens.inForeign
    if (raw && rawEnd(this.text, name, tag.end) === this.text.length) return void (this.tokens.at = this.text.length)
    if (blockElements.has(name) && !voidElements.has(name)) {
      this.open.endBefore(name)
      if (this.open.depth < hidden.blocks) {
        this.endHidden()
        return this.startTag(tag, false)
      }
      if (!tag.selfClosing || !this.rules.xhtml) this.open.start({ name, ...placeIn(this.open.last, name), kept: true, preserved: false, note: null })
    } else if (name === hidden.tag.name && !voidElements.has(name)) hidden.depth++
    hidden.end = tag.end
  }

  private endInHidden(hidden: Hidden, tag: Tag): void {
    const { name } = tag
    if (name === hidden.tag.name && --hidden.depth === 0) {
      hidden.end = tag.end
      this.open.truncate(hidden.blocks)
      return this.endHidden(tag.start)
    }
    if (blockElements.has(name)) {
      this.open.end(name)
      if (this.open.depth < hidden.blocks) {
        this.endHidden()
        return this.flush()
      }
    }
    hidden.end = tag.end
  }

  /** The hidden element is one code, up to where it was read. */
  private endHidden(contentEnd = this.hidden!.end): void {
    const { tag, depth, end } = this.hidden!
    this.hidden = null
    const label = labelOf(this.text, tag.end, contentEnd)
      .replace(/<[^<>]*>?/g, '')
      .trim()
    this.run.addAll(tagPieces(this.text, tag, 'single', this.rules, { end, label: label || tag.name, missing: `</${tag.name}>`.repeat(depth) }))
  }

  /** The text of a title or a text area, which has no tags in it. */
  private readRaw(name: 'title' | 'textarea', start: number, end: number): void {
    for (let at = start; at < end;) {
      const block = this.tokens.templates.within(at, end)
      const to = Math.min(block?.start ?? end, end)
      this.run.addText(this.text, at, to, this.textRules)
      if (block) this.run.add(this.template(to, Math.min(block.end, end)))
      at = block ? Math.min(block.end, end) : end
    }
    this.rawElement = null
    if (name === 'title') this.flush({ kind: 'metadata', level: 0, path: [], key: 'title' })
    else this.flush()
  }

  /** Ends the current block. */
  private flush(title?: Pick<Block, 'kind' | 'level' | 'path' | 'key'>): void {
    const { pieces, notes } = this.run.finish(this.text, this.rules)
    if (pieces.length === 0) return
    const { kind, level, note, preserved } = this.open.last ?? { kind: 'paragraph', level: 0, note: null, preserved: false }
    if (kind === 'heading') this.outline.add(level, pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join(''))
    const path = kind === 'heading' ? this.outline.path.slice(0, -1) : this.outline.path
    const told = (note === null ? notes : [note, ...notes]).join('\n')
    this.blocks.push({ pieces, kind, level, path, key: null, ...title, note: told === '' ? null : told, context: this.context(preserved ? 'preserved' : 'text') })
  }
}
