import { decodeHTML, decodeHTMLAttribute } from 'entities'
import type { TextPiece } from '../../document/block.js'

const special = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});?|[ \t\n\f]{2,}|[\t\n\f]/g
const referenceOnly = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});?/g

/** The text of an element: character references decoded, runs of white space one space. */
export function textPieces(text: string, start: number, end: number): TextPiece[] {
  return steps(text, start, end, special, (match) => (match[0] === '&' ? { text: decodeHTML(match) } : { text: ' ', layout: true }))
}

/** The value of an attribute: character references decoded, white space as it is. */
export function attributePieces(text: string, start: number, end: number): TextPiece[] {
  return steps(text, start, end, referenceOnly, (match, next) => ({ text: !match.endsWith(';') && next === '=' ? match : decodeHTMLAttribute(match) }))
}

function steps(text: string, start: number, end: number, pattern: RegExp, read: (match: string, next: string) => { text: string; layout?: true }): TextPiece[] {
  const source = text.slice(start, end)
  const found: TextPiece[] = []
  let at = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const to = pattern.lastIndex
    const step = read(match[0], source[to] ?? '')
    if (step.text === match[0]) continue
    if (match.index > at) found.push({ type: 'text', text: source.slice(at, match.index), start: start + at, end: start + match.index })
    found.push({ type: 'text', ...step, start: start + match.index, end: start + to })
    at = to
  }
  if (at < source.length) found.push({ type: 'text', text: source.slice(at), start: start + at, end })
  return found
}

const control = (character: string): string => `&#${character.charCodeAt(0)};`

/** Words as the text of an element. White space that would fold or vanish is written as references; `edges`: at which ends the slot ends. */
export function spellText(words: string, edges: { start: boolean; end: boolean }): string {
  let spelled = words
    .replace(/&(?=[#A-Za-z])/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\t\n\f\r]|(?<= ) /g, control)
  if (edges.start) spelled = spelled.replace(/^ /, control)
  if (edges.end) spelled = spelled.replace(/ $/, control)
  return spelled
}

/** Words as the value of an attribute, for either kind of quote and any place where a tag may stand. */
export function spellAttribute(words: string, edges: { start: boolean; end: boolean } = { start: false, end: false }): string {
  return spellText(words, edges).replace(/"/g, '&quot;').replace(/'/g, '&#39;').replace(/[|`]/g, control)
}
