import { breakable, cutPiece, isWhole, type Block, type Piece } from '../document/block.js'
import { sentenceStarts } from './sentenceStarts.js'
import { srxRules, srxStarts, type SrxRules } from './srx/starts.js'

/** How blocks are cut: by our own rules for the language, or by those of an SRX file (its text). */
export interface SentenceRules {
  locale: string
  srx?: string
}

/** Codes that stand for a word, a break, or for nothing that a sentence would notice. */
const silent = new Set(['footnote', 'comment'])

/** A text in its segments, which joined give it back. Refuses an SRX file that cannot be used. */
export function segments(text: string, { locale, srx }: SentenceRules): string[] {
  const starts = srx === undefined ? sentenceStarts(text, locale) : srxStarts(text, srxRules(srx, locale))
  return [0, ...starts].map((start, at) => text.slice(start, starts[at])).filter((segment) => segment !== '')
}

/** Cuts a block into sentences, each a block of its own; joined, their pieces are those of the block. No pair of codes is cut. Refuses an SRX file that cannot be used. */
export function sentences(block: Block, { locale, srx }: SentenceRules): Block[] {
  if (isWhole(block)) return [block]
  const rules = srx === undefined ? null : srxRules(srx, locale)
  const heard = block.pieces.map((piece) => hear(piece, rules))
  const text = heard.join('')
  const starts = rules ? srxStarts(text, rules) : sentenceStarts(text, locale)
  if (starts.length === 0) return [block]
  const found: Piece[][] = [[]]
  let depth = 0
  let offset = 0
  let next = 0
  for (const [at, piece] of block.pieces.entries()) {
    const { length } = heard[at]!
    while (next < starts.length && starts[next]! < offset) next++
    if (starts[next] === offset && depth === 0 && found.at(-1)!.length > 0) {
      if (staysBefore(piece, length, rules)) starts[next] = offset + length
      else {
        found.push([])
        next++
      }
    }
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

/** At the very edge of a sentence its closing codes belong to it, all others to the one after it, unless the SRX file wants otherwise. */
function staysBefore(piece: Piece, length: number, rules: SrxRules | null): boolean {
  if (piece.type === 'text') return false
  return piece.type === 'close' || piece.glued === true || (piece.type === 'single' && rules?.isolatedBefore === true && length <= 1)
}

/** What of a piece counts where sentences are found. A line break inside a paragraph ends none. */
function hear(piece: Piece, rules: SrxRules | null): string {
  if (piece.type === 'text') return piece.text.replace(/\n/g, ' ')
  if (piece.type !== 'single') return ''
  if (rules?.isolatedAsSpace) return ' '
  if (silent.has(piece.code)) return ''
  return piece.code === 'break' ? '\u2029' : 'Xx'
}
