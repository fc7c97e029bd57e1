import type { Piece } from '../../document/block.js'
import { plainRules, translatedAttributes } from './attributes.js'
import { codeOf } from './elements.js'
import type { Tag } from './tag.js'
import { attributePieces } from './words.js'

/**
 * The pieces of an inline tag: a code; before it, glued together, a pair for every attribute that people read.
 * With `whole`, the code is that of the whole element, up to `end`.
 */
export function tagPieces(text: string, tag: Tag, type: 'open' | 'close' | 'single', rules = plainRules, whole?: { end: number; label: string }): Piece[] {
  const { code, label } = { ...codeOf(text, tag), ...(whole && { label: whole.label }) }
  const own = { type, code, ...(label === undefined ? {} : { label }) } as const
  const tagEnd = whole?.end ?? tag.end
  const prefix = rules.xhtml ? 'xhtml ' : ''
  const found: Piece[] = []
  let at = tag.start
  const attributes = type === 'close' ? [] : translatedAttributes(text, tag, rules)
  attributes.forEach(({ attribute: { name, start, end, quote } }, index) => {
    const bare = quote === ''
    const to = end + (bare ? 0 : 1)
    const last = type === 'single' && !whole && index === attributes.length - 1
    const stop = last ? tag.end : to
    const pair = { code: name === 'alt' ? 'image' : 'title', label: codeOf(text, tag).label ?? tag.name } as const
    found.push({
      type: 'open',
      ...pair,
      start: at,
      end: start,
      plain: true,
      alone: `${prefix}attribute${quote}`,
      ...(index > 0 ? { glued: true as const } : {}),
      ...(bare ? { raw: `${text.slice(at, start)}"` } : {}),
    })
    for (const piece of attributePieces(text, start, end)) found.push(piece)
    found.push({ type: 'close', code: pair.code, start: end, end: stop, ...(bare ? { raw: `"${text.slice(end, stop)}` } : {}) })
    at = stop
  })
  if (at < tagEnd) found.push({ ...own, start: at, end: tagEnd, ...(attributes.length > 0 ? { glued: true as const } : {}) })
  return found
}
