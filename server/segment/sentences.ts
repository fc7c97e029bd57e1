import { breakable, cutPiece, type Block, type Piece } from '../document/block.js'
import { sentenceStarts } from './boundaries.js'

/** Codes that stand for a word, a break, or for nothing that a sentence would notice. */
const silent = new Set(['footnote', 'comment'])

/** Cuts a block into sentences, each a block of its own; joined, their pieces are those of the block. No pair of codes is cut. */
export function sentences(block: Block, locale: string): Block[] {
  // A value has one line of text and one slot.
  if (block.whole || block.kind === 'metadata' || block.kind === 'attribute') return [block]
  const starts = sentenceStarts(block.pieces.map(heard).join(''), locale)
  if (starts.length === 0) return [block]
  const found: Piece[][] = [[]]
  let depth = 0
  let offset = 0
  let next = 0
  for (const piece of block.pieces) {
    const length = heard(piece).length
    while (next < starts.length && starts[next]! < offset) next++
    // At the very edge of a sentence its closing codes belong to it, all others to the one after it.
    if (starts[next] === offset && depth === 0 && piece.type !== 'close' && !isGlued(piece) && found.at(-1)!.length > 0) found.push([])
    if (piece.type === 'text' && depth === 0 && breakable(piece)) {
      let from = 0
      for (; next < starts.length && starts[next]! < offset + length; next++) {
        if (starts[next]! <= offset + from) continue
        found.at(-1)!.push(cutPiece(piece, from, starts[next]! - offset))
        found.push([])
        from = starts[next]! - offset
      }
      found.at(-1)!.push(from === 0 ? piece : cutPiece(piece, from, piece.text.length))
    } else found.at(-1)!.push(piece)
    if (piece.type === 'open') depth++
    if (piece.type === 'close') depth--
    offset += length
  }
  return found.map((pieces) => ({ ...block, pieces }))
}

/** What of a piece counts where sentences are found. A line break inside a paragraph ends none. */
function heard(piece: Piece): string {
  if (piece.type === 'text') return piece.text.replace(/\n/g, ' ')
  if (piece.type !== 'single' || silent.has(piece.code)) return ''
  return piece.code === 'break' ? '\u2029' : 'Xx'
}

const isGlued = (piece: Piece): boolean => piece.type !== 'text' && piece.glued === true
