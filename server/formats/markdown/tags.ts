import type { CodePiece, Piece } from '../../document/block.js'
import { isKept } from '../html/attributes.js'
import { codeOf, voidElements } from '../html/elements.js'
import { readTag, type Tag } from '../html/tag.js'
import { tagPieces } from '../html/tagPieces.js'
import type { JsxTag } from '../mdx/jsx.js'
import { jsxPieces } from '../mdx/jsxPieces.js'
import type { Next } from './extensions.js'

/** Raw HTML inside a text; `tag` is null for comments, instructions and declarations. */
export interface TagPiece {
  type: 'tag'
  tag: Tag | JsxTag | null
  start: number
  end: number
}

const tagPattern = /<(?:[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|\/[A-Za-z][A-Za-z0-9-]*\s*>)/y

/** Raw HTML at `at`: https://spec.commonmark.org/0.31.2/#raw-html. `absent` remembers what ends nothing any more. */
export function readInlineTag(text: string, at: number, absent: Set<string>): TagPiece | null {
  tagPattern.lastIndex = at
  if (tagPattern.test(text)) return { type: 'tag', tag: readTag(text, at), start: at, end: tagPattern.lastIndex }
  const end = otherEnd(text, at, absent)
  return end === -1 ? null : { type: 'tag', tag: null, start: at, end }
}

function otherEnd(text: string, at: number, absent: Set<string>): number {
  const until = (mark: string, from: number) => {
    if (absent.has(mark)) return -1
    const end = text.indexOf(mark, from)
    if (end === -1) absent.add(mark)
    return end === -1 ? -1 : end + mark.length
  }
  if (text.startsWith('<!-->', at)) return at + 5
  if (text.startsWith('<!--->', at)) return at + 6
  if (text.startsWith('<!--', at)) return until('-->', at + 4)
  if (text.startsWith('<?', at)) return until('?>', at + 2)
  if (text.startsWith('<![CDATA[', at)) return until(']]>', at + 9)
  return /^<![A-Za-z]/.test(text.slice(at, at + 3)) ? until('>', at + 3) : -1
}

const off = /<!--\s*translate:off\s*-->/y
const on = /translate:on\s*-->/y

/** Where the region ends that the comment at `at` keeps from being translated, or -1. */
export function keptRegionEnd(text: string, at: number, next: Next): number {
  off.lastIndex = at
  if (!off.test(text)) return -1
  on.lastIndex = next('translate:on', off.lastIndex)
  return on.test(text) ? on.lastIndex : -1
}

interface Open {
  index: number
  tag: Tag
}

/** Pairs start and end tags that stand in the same emphasis or link; any other is a single code. An element that is not translated becomes one code. `mdx`: see `InlineOptions`. */
export function pairTags(text: string, items: readonly (Piece | TagPiece)[], mdx?: readonly string[]): Piece[] {
  if (!items.some((item) => item.type === 'tag')) return items as Piece[]
  const partner = new Map<number, number>()
  const frames: Open[][] = [[]]
  items.forEach((item, index) => {
    const frame = frames.at(-1)!
    if (item.type === 'open') frames.push([])
    else if (item.type === 'close') frames.pop()
    if (item.type !== 'tag' || !item.tag) return
    if (!item.tag.closing) {
      if (!('empty' in item.tag ? item.tag.empty : voidElements.has(item.tag.name))) frame.push({ index, tag: item.tag })
      return
    }
    const at = lastOf(frame, item.tag.name)
    if (at === -1) return
    partner.set(frame[at]!.index, index).set(index, frame[at]!.index)
    frame.length = at
  })
  const tagged = (tag: Tag | JsxTag, type: 'open' | 'close' | 'single') => ('empty' in tag ? jsxPieces(text, tag, type, mdx ?? []) : tagPieces(text, tag, type))
  return spellOut(text, items, partner, tagged)
}

/** So deep is an end tag's start tag looked for: nobody nests deeper inside a line. */
const deepest = 100

function lastOf(frame: readonly Open[], name: string): number {
  for (let at = frame.length - 1; at >= 0 && at >= frame.length - deepest; at--) if (frame[at]!.tag.name === name) return at
  return -1
}

function spellOut(
  text: string,
  items: readonly (Piece | TagPiece)[],
  partner: ReadonlyMap<number, number>,
  tagged: (tag: Tag, type: 'open' | 'close' | 'single') => Piece[],
): Piece[] {
  const found: Piece[] = []
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!
    if (item.type !== 'tag') {
      found.push(item)
      continue
    }
    const other = partner.get(index)
    if (!item.tag) found.push({ type: 'single', code: 'comment', start: item.start, end: item.end })
    else if (other === undefined) found.push(...tagged(item.tag, 'single'))
    else if (other > index && (item.tag.name === 'code' || isKept(text, item.tag))) {
      found.push(keptElement(text, item.tag, items[other] as TagPiece))
      index = other
    } else found.push(...tagged(item.tag, other > index ? 'open' : 'close'))
  }
  return found
}

function keptElement(text: string, tag: Tag, end: TagPiece): CodePiece {
  return { type: 'single', code: codeOf(text, tag).code, label: text.slice(tag.end, end.start).trim(), start: tag.start, end: end.end }
}
