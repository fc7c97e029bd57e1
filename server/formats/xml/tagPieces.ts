import type { Piece } from '../../document/block.js'
import { tagAttributes, type XmlElement } from './tree.js'
import type { Treatment } from './treatments.js'
import { textPieces } from './words.js'

/** The values of an element's attributes that people read: as pieces, and what their author tells translators. */
export function valuePieces(text: string, element: XmlElement, { attributes }: Treatment): { start: number; end: number; note: string | null; pieces: Piece[] }[] {
  if (attributes.length === 0) return []
  return tagAttributes(text, element).flatMap(({ name, start, end }) => {
    const read = attributes.find((attribute) => attribute.name === name)
    return read && start < end ? { start, end, note: read.note, pieces: textPieces(text, start, end, true) } : []
  })
}

/** The pieces of an inline element's tag: a code; before it, glued together, a pair for every attribute that people read. */
export function tagPieces(text: string, element: XmlElement, treatment: Treatment, type: 'open' | 'single'): Piece[] {
  const { code, label, plain } = treatment
  const found: Piece[] = []
  let at = element.start
  // A pair that holds an attribute's value can hold no code.
  const values = valuePieces(text, element, treatment).filter(({ pieces }) => pieces.every((piece) => piece.type === 'text'))
  values.forEach(({ start, end, pieces }, index) => {
    const last = type === 'single' && index === values.length - 1
    const stop = last ? element.inner : end + 1
    const pair = { code: code === 'image' ? 'image' : 'title', label } as const
    found.push({ type: 'open', ...pair, start: at, end: start, plain: true, alone: 'value', ...(index > 0 && { glued: true as const }) })
    for (const piece of pieces) found.push(piece)
    found.push({ type: 'close', code: pair.code, start: end, end: stop })
    at = stop
  })
  if (at < element.inner)
    found.push({
      type,
      code,
      label,
      start: at,
      end: element.inner,
      ...(plain !== undefined && type === 'open' && { plain: true as const, alone: plain }),
      ...(values.length > 0 && { glued: true as const }),
    })
  return found
}
