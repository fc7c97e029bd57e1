import type { Block, Piece } from '../../document/block.js'
import { spellHtml } from '../html.js'
import { readHtml } from '../html/read.js'
import type { Code } from '../../document/unit.js'
import { textPieces } from './words.js'

const opening = '<![CDATA['
const closing = ']]>'

/** What a section of character data says, as one piece with its marks: among other text, a translation is written without them. */
export function sectionPiece(text: string, start: number, end: number, preserved: boolean): Piece {
  const words = text.slice(start + opening.length, end - closing.length)
  return { type: 'text', text: preserved ? words : words.replace(/[ \t\n]+/g, ' '), start, end }
}

/** Whether a stretch is nothing but references that a translation needs between two sections: see `outOfSection`. */
export const isBetweenSections = (text: string, { start, end }: { start: number; end: number }): boolean =>
  text.startsWith(opening, end) && text.startsWith(closing, start - closing.length) && /^(?:&#\d{1,7};)+$/.test(text.slice(start, end))

/** The blocks of a section that is all that its element says. Most are HTML, which is read as such. */
export function sectionBlocks(text: string, section: { start: number; end: number }, block: Omit<Block, 'pieces' | 'context'>, preserved: boolean): Block[] {
  const start = section.start + opening.length
  const end = section.end - closing.length
  const context = preserved ? 'section preserved' : 'section'
  if (!looksLikeHtml.test(text.slice(start, end))) return [{ ...block, context, pieces: literalPieces(text, start, end, preserved) }]
  const found = [...readHtml(text, start, end)].map((html) => ({ ...html, note: block.note, context: `html ${html.context}`, pieces: html.pieces.map(inSection) }))
  return found.length === 1 ? [{ ...found[0]!, key: found[0]!.key ?? block.key }] : found
}

const looksLikeHtml = /<[A-Za-z/!?]|&[#A-Za-z]/

const inSection = (piece: Piece): Piece => (piece.type === 'open' && piece.alone !== undefined ? { ...piece, alone: `html ${piece.alone}` } : piece)

/** In a section, references are none. What folds outside folds inside. */
const literalPieces = (text: string, start: number, end: number, preserved: boolean): Piece[] =>
  textPieces(text, start, end, preserved).map((piece) => (piece.type === 'text' && !('layout' in piece) ? { ...piece, text: text.slice(piece.start, piece.end) } : piece))

/** Words in a section, spelled such that they are not taken for HTML: what would be, or would fold, stands between two sections as references. */
export function spellSection(words: string, preserved: boolean): string {
  const outside = preserved ? /\]\]>|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])|\r|^[ \t\n]|[ \t\n]$/g : /\]\]>|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])|[\r\t\n]|(?<= ) |^ | $/g
  return words.replace(outside, (match) => (match === closing ? `]]${outOfSection('>')}` : outOfSection(match)))
}

/** Words in place of sections that stand side by side. */
export const spellSections = (words: string, preserved: boolean): string => opening + spellSection(words, preserved) + closing

/** A character of HTML in a section. */
export const spellHtmlSection = (target: string, slot: { codes: readonly Code[]; context: string }): string => spellHtml(target, slot).replaceAll(closing, ']]&gt;')

/** A character between two sections, as a reference. */
export const outOfSection = (character: string): string => `${closing}&#${character.codePointAt(0)};${opening}`
