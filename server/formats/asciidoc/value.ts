import { decodeHTMLStrict } from 'entities'
import type { TextPiece } from '../../document/block.js'

const marks = /&(?:[a-zA-Z]{2,31}\d{0,2}|#\d{2,6}|#x[\da-fA-F]{2,5});|\\["'\]]|[ \t]*\\?\n[ \t]*/g

/** The value of an attribute: character references decoded, nothing else is markup. */
export function readValue(text: string, start: number, end: number): TextPiece[] {
  const found: TextPiece[] = []
  let at = start
  const add = (piece: TextPiece) => {
    if (piece.start > at) found.push({ type: 'text', text: text.slice(at, piece.start), start: at, end: piece.start })
    found.push(piece)
    at = piece.end
  }
  for (const match of text.slice(start, end).matchAll(marks)) {
    const [source] = match
    const range = { start: start + match.index, end: start + match.index + source.length }
    if (source.includes('\n')) add({ type: 'text', text: ' ', layout: true, ...range })
    else {
      const decoded = source.startsWith('\\') ? source[1]! : decodeHTMLStrict(source)
      if (decoded !== source) add({ type: 'text', text: decoded, ...range })
    }
  }
  if (at < end) found.push({ type: 'text', text: text.slice(at, end), start: at, end })
  return found
}
