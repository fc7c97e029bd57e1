import type { CodePiece, Piece, TextPiece } from '../../document/block.js'
import type { Delimiter } from './emphasis.js'
import type { TagPiece } from './tags.js'

/** A `[` or `![`, which becomes the start of a link or image, or text. */
export interface Bracket {
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

/** What inline text consists of until it is known what pairs. */
export type Item = TextPiece | CodePiece | TagPiece | Delimiter | Bracket

/** A delimiter or bracket as pieces, now that it is known what it opens and closes. */
export function pieces(item: Delimiter | Bracket): Piece[] {
  if (item.type === 'delimiter') {
    const rest: Piece[] = item.start < item.end ? [{ type: 'text', text: item.character.repeat(item.end - item.start), start: item.start, end: item.end }] : []
    return [...item.closes, ...rest, ...item.opens.reverse()]
  }
  if (!item.link) return [{ type: 'text', text: item.image ? '![' : '[', start: item.start, end: item.end }]
  const alone = item.image ? { alone: 'image' } : {}
  return [{ type: 'open', code: item.image ? 'image' : 'link', label: item.link.label, start: item.start, end: item.end, ...alone }]
}
