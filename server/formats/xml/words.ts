import type { Piece } from '../../document/block.js'
import { mostCodes } from '../blocks.js'
import { decodeXml, spellXml, spellXmlValue } from '../../xml/characters.js'

const folding = /&[^\s&;<]{1,100};|[ \t\n]{2,}|[\t\n]/g
const references = /&[^\s&;<]{1,100};/g

/** The text of an element as pieces: references read, white space folded unless it is `preserved`; an entity that the document declares is a code, and is never expanded. `decode` reads a reference, or answers what it does not know. */
export function textPieces(text: string, start: number, end: number, preserved: boolean, decode = decodeXml): Piece[] {
  const found: Piece[] = []
  const raw = text.slice(start, end)
  const pattern = preserved ? references : folding
  pattern.lastIndex = 0
  let at = 0
  let codes = 0
  for (let match = pattern.exec(raw); match; match = pattern.exec(raw)) {
    const piece = pieceOf(match[0], start + match.index, decode)
    if (!piece) continue
    // With more than that, the text is no unit, and the rest would only fill the memory.
    if (piece.type === 'single' && ++codes > mostCodes + 1) break
    if (match.index > at) found.push({ type: 'text', text: raw.slice(at, match.index), start: start + at, end: start + match.index })
    at = pattern.lastIndex
    found.push(piece)
  }
  if (at < raw.length) found.push({ type: 'text', text: at === 0 ? raw : raw.slice(at), start: start + at, end })
  return found
}

function pieceOf(match: string, start: number, decode: (raw: string) => string): Piece | null {
  const end = start + match.length
  if (!match.startsWith('&')) return { type: 'text', text: ' ', layout: true, start, end }
  const character = decode(match)
  if (character !== match) return { type: 'text', text: character, start, end }
  return /^&[\p{L}_:]/u.test(match) ? { type: 'single', code: 'entity', label: match, start, end } : null
}

const asReference = (character: string): string => `&#${character.charCodeAt(0)};`

/** Words as the text of an element in which white space folds: what would fold or vanish is written as references. `edges`: at which ends the slot ends. */
export function spellFolding(words: string, edges: { start: boolean; end: boolean }): string {
  return spellEdges(spellXml(words).replace(/[\t\n]|(?<= ) /g, asReference), edges)
}

/** Words as the text of an element in which white space stays. */
export const spellPreserved = (words: string, edges: { start: boolean; end: boolean }): string => spellEdges(spellXml(words), edges)

function spellEdges(spelled: string, edges: { start: boolean; end: boolean }): string {
  let found = spelled
  if (edges.start) found = found.replace(/^[ \t\n\f]/, asReference)
  if (edges.end) found = found.replace(/[ \t\n\f]$/, asReference)
  return found
}

/** Words as the value of an attribute, in either kind of quotes. */
export const spellValue = (words: string): string => spellXmlValue(words).replace(/'/g, '&apos;')

/** A stretch of white space at an edge of a slot is trimmed, unless its outermost character is a reference. */
export const spellValueAlone = (words: string): string => spellEdges(spellValue(words), { start: true, end: true })
