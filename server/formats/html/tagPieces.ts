import type { CodePiece, Piece } from '../../document/block.js'
import { translatedAttributes } from './attributes.js'
import { codeOf } from './elements.js'
import { plainRules } from './rules.js'
import type { Tag } from './tag.js'
import { attributePieces } from './words.js'

/**
 * The pieces of an inline tag: a code; before it, glued together, a pair for every attribute that people read.
 * With `whole`, the code is that of the whole element, up to `end`; end tags that are missing there are written where a translation is, so that a text may follow.
 */
export function tagPieces(text: string, tag: Tag, type: 'open' | 'close' | 'single', rules = plainRules, whole?: { end: number; label: string; missing: string }): Piece[] {
  const { code, label } = codeOf(text, tag)
  const attributes = type === 'close' ? [] : translatedAttributes(text, tag, rules)
  const own: CodePiece = { type, code, start: tag.start, end: whole?.end ?? tag.end }
  const shown = whole?.label ?? label
  if (shown !== undefined) own.label = shown
  const prefix = rules.xhtml ? 'xhtml ' : ''
  const found: Piece[] = []
  attributes.forEach(({ attribute: { name, start, end, quote } }, index) => {
    const bare = quote === ''
    const last = type === 'single' && !whole && index === attributes.length - 1
    const stop = last ? tag.end : end + (bare ? 0 : 1)
    const pair = name === 'alt' ? 'image' : 'title'
    const open: CodePiece = { type: 'open', code: pair, label: label ?? tag.name, start: own.start, end: start, plain: true, alone: `${prefix}attribute${quote}` }
    const close: CodePiece = { type: 'close', code: pair, start: end, end: stop }
    if (index > 0) open.glued = true
    if (bare) {
      open.raw = `${text.slice(own.start, start)}"`
      close.raw = `"${text.slice(end, stop)}`
    }
    found.push(open, ...attributePieces(text, start, end), close)
    own.start = stop
  })
  if (attributes.length > 0 && own.start < own.end) own.glued = true
  if (whole?.missing) own.raw = text.slice(own.start, own.end) + whole.missing
  if (own.start < own.end) found.push(own)
  return found
}
