import type { CodePiece, TextPiece } from '../../document/block.js'
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

/** What a text consists of once it is known what pairs. */
export type Found = Exclude<Item, Delimiter | Bracket>

/** Puts a delimiter or bracket there as pieces, now that it is known what it opens and closes. */
export function settle(item: Delimiter | Bracket, found: Found[]): void {
  const { start, end } = item
  if (item.type === 'delimiter') {
    if (item.closes) for (const piece of item.closes) found.push(piece)
    if (start < end) found.push({ type: 'text', text: item.character.repeat(end - start), start, end })
    if (item.opens) for (const piece of item.opens.reverse()) found.push(piece)
  } else if (!item.link) found.push({ type: 'text', text: item.image ? '![' : '[', start, end })
  else if (item.image) found.push({ type: 'open', code: 'image', label: item.link.label, start, end, alone: 'image' })
  else found.push({ type: 'open', code: 'link', label: item.link.label, start, end })
}
