import type { Piece } from '../../document/block.js'
import { codeOf, translatedAttributes } from './elements.js'
import type { Tag } from './tag.js'
import { attributePieces } from './words.js'

/** The pieces of an inline tag: a code; before it, glued together, a pair for every attribute that people read. */
export function tagPieces(text: string, tag: Tag, type: 'open' | 'close' | 'single'): Piece[] {
  const { code, label } = codeOf(text, tag)
  const own = { type, code, ...(label === undefined ? {} : { label }) } as const
  const found: Piece[] = []
  let at = tag.start
  const attributes = type === 'close' ? [] : translatedAttributes(text, tag)
  attributes.forEach(({ attribute: { name, start, end, quote } }, index) => {
    const bare = quote === ''
    const to = end + (bare ? 0 : 1)
    const last = type === 'single' && index === attributes.length - 1
    const stop = last ? tag.end : to
    const pair = { code: name === 'alt' ? 'image' : 'title', label: label ?? tag.name } as const
    found.push({
      type: 'open',
      ...pair,
      start: at,
      end: start,
      plain: true,
      alone: `attribute${quote}`,
      ...(index > 0 ? { glued: true as const } : {}),
      ...(bare ? { raw: `${text.slice(at, start)}"` } : {}),
    })
    for (const piece of attributePieces(text, start, end)) found.push(piece)
    found.push({ type: 'close', code: pair.code, start: end, end: stop, ...(bare ? { raw: `"${text.slice(end, stop)}` } : {}) })
    at = stop
  })
  if (at < tag.end) found.push({ ...own, start: at, end: tag.end, ...(attributes.length > 0 ? { glued: true as const } : {}) })
  return found
}
