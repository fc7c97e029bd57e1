import { serializeText, type TextPart } from '../document/codes.js'
import type { Code } from '../document/unit.js'
import { breakable, cutPiece, type Block, type CodePiece, type Piece } from '../document/block.js'

const space = /^[ \t\n\f\r]*$/
const address = /(?:\b(?:https?|ftp):\/\/|\bwww\.|\bmailto:)[^\s<>]+|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi
/** Whether a text has something to say: a letter or digit beside web and mail addresses. */
export const says = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.includes('@') || /www\.|:/i.test(text) ? text.replace(address, '') : text)

/** White space, line breaks and comments at both ends go out of the block: they are no part of the translation's slot. */
export function trimBlock(block: Block): Block {
  const { pieces } = block
  let from = 0
  let to = pieces.length
  while (from < to && isSpace(pieces[from]!)) from++
  while (to > from && isSpace(pieces[to - 1]!)) to--
  const trimmed = pieces.slice(from, to)
  const [first, last] = [trimmed[0], trimmed.at(-1)]
  if (first?.type === 'text' && breakable(first)) trimmed[0] = cutPiece(first, /^[ \t\n\f\r]*/.exec(first.text)![0].length, first.text.length)
  const end = trimmed.at(-1)
  if (last?.type === 'text' && end?.type === 'text' && breakable(end)) trimmed[trimmed.length - 1] = cutPiece(end, 0, trailing(end.text))
  return { ...block, pieces: trimmed }
}

function isSpace(piece: Piece): boolean {
  // A reference such as `&#32;` says a space on purpose; a line break with its indentation, which is as unbreakable, does not.
  if (piece.type === 'text') return space.test(piece.text) && (breakable(piece) || piece.layout === true)
  return piece.type === 'single' && (piece.code === 'break' || piece.code === 'comment')
}

function trailing(text: string): number {
  let end = text.length
  while (end > 0 && space.test(text[end - 1]!)) end--
  return end
}

/**
 * The blocks that have something to say in words or numbers: the block itself; or, where only attributes inside it do (a paragraph that is one image), each of them alone; or none.
 */
export function sayingBlocks(block: Block): Block[] {
  const outside: string[] = []
  const attributes: Block[] = []
  let attribute: { open: CodePiece; pieces: Piece[]; depth: number } | null = null
  for (const piece of block.pieces) {
    if (attribute) {
      if (piece.type === 'open') attribute.depth++
      if (piece.type === 'close' && attribute.depth-- === 0) {
        const { open, pieces } = attribute
        const tail: Piece[] = piece.raw !== undefined && open.raw === undefined ? [{ type: 'text', text: '', start: piece.start, end: piece.end }] : []
        const context = tail.length > 0 ? `${open.alone} ${piece.raw}` : open.alone!
        attributes.push({ ...block, kind: 'attribute', level: 0, context, pieces: [...pieces, ...tail] })
        attribute = null
      } else attribute.pieces.push(piece)
    } else if (piece.type === 'open' && piece.alone !== undefined) attribute = { open: piece, pieces: [], depth: 0 }
    else if (piece.type === 'text') outside.push(piece.text)
  }
  if (says(outside.join(''))) return [block]
  return attributes.filter(({ pieces }) => says(pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join('')))
}

/** The text of a block with numbered codes, numbered from 1 in reading order, and what each stands for. `raw` gives a piece's spelling in the document. */
export function numberCodes(pieces: readonly Piece[], raw: (piece: CodePiece) => string): { text: string; codes: Code[] } {
  const codes: Code[] = []
  const open: Code[] = []
  let before: number | undefined
  const parts = pieces.map((piece): TextPart => {
    if (piece.type === 'text') return piece
    if (piece.type === 'close') {
      const code = open.pop()
      if (code) code.close = raw(piece)
      before = code?.id
      return { type: 'close', id: code?.id ?? 0 }
    }
    const code: Code = { id: codes.length + 1, type: piece.code, open: raw(piece) }
    if (piece.label !== undefined) code.label = piece.label
    if (piece.plain) code.plain = true
    if (piece.glued && before !== undefined) code.after = before
    codes.push(code)
    if (piece.type === 'open') open.push(code)
    before = piece.type === 'single' ? code.id : undefined
    return { type: piece.type, id: code.id }
  })
  return { text: serializeText(parts), codes }
}
