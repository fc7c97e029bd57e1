import { decodeHTMLStrict } from 'entities'
import type { TextPiece } from '../../document/block.js'

/** A link's title: escapes and references, nothing else. */
export function readTitle(text: string, start: number, end: number): TextPiece[] {
  const found: TextPiece[] = []
  const marks = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|[ \t]*\n[ \t]*/g
  let at = start
  for (const match of text.slice(start, end).matchAll(marks)) {
    const from = start + match.index
    if (from > at) found.push({ type: 'text', text: text.slice(at, from), start: at, end: from })
    at = from + match[0].length
    if (match[0].startsWith('\\')) found.push({ type: 'text', text: match[0][1]!, start: from, end: at })
    else if (match[0].startsWith('&')) found.push({ type: 'text', text: decodeHTMLStrict(match[0]), start: from, end: at })
    else found.push({ type: 'text', text: ' ', layout: true, start: from, end: at })
  }
  if (at < end) found.push({ type: 'text', text: text.slice(at, end), start: at, end })
  return found
}
