import type { Piece } from '../../document/block.js'
import { codeOf } from '../html/elements.js'
import { attributePieces } from '../html/words.js'
import type { JsxTag } from './jsx.js'

/** The attributes whose values people read, unless the settings name others. */
export const readAttributes: readonly string[] = ['title', 'alt', 'label', 'description', 'caption', 'summary', 'placeholder', 'aria-label', 'aria-description']

/** The pieces of a tag of JSX: a code, and before it a pair for every attribute that people read. */
export function jsxPieces(text: string, tag: JsxTag, type: 'open' | 'close' | 'single', names: readonly string[]): Piece[] {
  const { code, label = tag.name } = codeOf(text, tag)
  const read = tag.attributes.filter(({ name, start, end }) => start < end && names.includes(name))
  const found: Piece[] = []
  let at = tag.start
  for (const { name, start, end, quote } of read) {
    const pair = { code: name === 'alt' ? 'image' : 'title', label } as const
    const glued = found.length > 0 ? { glued: true as const } : {}
    found.push({ type: 'open', ...pair, start: at, end: start, plain: true, alone: `attribute${quote}`, ...glued })
    for (const piece of attributePieces(text, start, end)) found.push(piece)
    found.push({ type: 'close', code: pair.code, start: end, end: end + 1 })
    at = end + 1
  }
  found.push({ type, code, label, start: at, end: tag.end, ...(found.length > 0 ? { glued: true as const } : {}) })
  return found
}
