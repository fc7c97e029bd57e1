import { escapeText, serializeText, type TextPart } from '../document/codes.js'
import type { Code, Problem } from '../document/unit.js'
import { breakable, cutPiece, type Block, type CodePiece, type Piece } from '../document/block.js'

const address = /(?:\b(?:https?|ftp):\/\/|\bwww\.|\bmailto:)[^\s<>]+|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi
const word = /[\p{L}\p{N}]/u
/** What begins with a word that nothing but white space follows begins with no address. */
const firstWord = /^[\p{L}\p{N}]+(?=\s)/u
/** Whether a text has something to say: a letter or digit beside web and mail addresses. */
export const says = (text: string): boolean => firstWord.test(text) || (word.test(text) && (!/[@:]|www\./i.test(text) || word.test(text.replace(address, ''))))

/** A text with more codes is none that people write, and none that anybody could translate. */
export const mostCodes = 10_000

/** Whether a block has more; readers need not go on with it then. */
export function hasTooManyCodes({ pieces }: Block): boolean {
  if (pieces.length <= mostCodes) return false
  let codes = 0
  for (const { type } of pieces) if (type === 'open' || type === 'single') codes++
  return codes > mostCodes
}

/** What is said of it. */
export const tooManyCodes = (start: number, end: number): Problem => ({
  start,
  end,
  code: 'too-many-codes',
  message: `This text has more than ${mostCodes} codes; it stays as it is.`,
  severity: 'warning',
})

/** White space, line breaks and comments at both ends go out of the block: they are no part of the translation's slot. */
export function trimBlock(block: Block): Block {
  const { pieces } = block
  let from = 0
  let to = pieces.length
  while (from < to && isSpace(pieces[from]!)) from++
  while (to > from && isSpace(pieces[to - 1]!)) to--
  const [first, last] = [pieces[from], pieces[to - 1]]
  const before = first?.type === 'text' && breakable(first) ? leading(first.text) : 0
  const after = last?.type === 'text' && breakable(last) ? trailing(last.text) : Infinity
  const cutsEnd = last?.type === 'text' && after < last.text.length
  if (from === 0 && to === pieces.length && before === 0 && !cutsEnd) return block
  const trimmed = pieces.slice(from, to)
  if (cutsEnd) trimmed[trimmed.length - 1] = cutPiece(last, 0, after)
  const start = trimmed[0]
  if (before > 0 && start?.type === 'text') trimmed[0] = cutPiece(start, before, start.text.length)
  return { ...block, pieces: trimmed }
}

function isSpace(piece: Piece): boolean {
  // A reference such as `&#32;` says a space on purpose; a line break with its indentation, which is as unbreakable, does not.
  if (piece.type === 'text') return leading(piece.text) === piece.text.length && (breakable(piece) || piece.layout === true)
  return piece.type === 'single' && (piece.code === 'break' || piece.code === 'comment')
}

const isSpaceAt = (text: string, at: number): boolean => ' \t\n\f\r'.includes(text.charAt(at))

/** Where the white space at the beginning ends. */
function leading(text: string): number {
  let at = 0
  while (at < text.length && isSpaceAt(text, at)) at++
  return at
}

/** Where the white space at the end begins. */
function trailing(text: string): number {
  let end = text.length
  while (end > 0 && isSpaceAt(text, end - 1)) end--
  return end
}

const none: Block[] = []

/**
 * The blocks that have something to say in words or numbers: the block itself; or, where only attributes inside it do (a paragraph that is one image), each of them alone; or none.
 */
export function sayingBlocks(block: Block): Block[] {
  const [first] = block.pieces
  if (first?.type === 'text' && firstWord.test(first.text)) return [block]
  let outside = ''
  let attributes: Block[] | null = null
  let attribute: { open: CodePiece; pieces: Piece[]; depth: number } | null = null
  for (const piece of block.pieces) {
    if (attribute) {
      if (piece.type === 'open') attribute.depth++
      if (piece.type === 'close' && attribute.depth-- === 0) {
        const { open, pieces } = attribute
        const tail: Piece[] = piece.raw !== undefined && open.raw === undefined ? [{ type: 'text', text: '', start: piece.start, end: piece.end }] : []
        const context = tail.length > 0 ? `${open.alone} ${piece.raw}` : open.alone!
        attributes ??= []
        attributes.push({ ...block, kind: 'attribute', level: 0, context, pieces: [...pieces, ...tail] })
        attribute = null
      } else attribute.pieces.push(piece)
    } else if (piece.type === 'open' && piece.alone !== undefined) attribute = { open: piece, pieces: [], depth: 0 }
    else if (piece.type === 'text') outside += piece.text
  }
  if (says(outside)) return [block]
  return attributes?.filter(({ pieces }) => says(pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join(''))) ?? none
}

/** The text of a block with numbered codes, numbered from 1 in reading order, and what each stands for. `raw` gives a piece's spelling in the document. */
export function numberCodes(pieces: readonly Piece[], raw: (piece: CodePiece) => string): { text: string; codes: Code[] } {
  const [first] = pieces
  if (pieces.length === 1 && first!.type === 'text') return { text: escapeText(first!.text), codes: [] }
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
