import { decodeHTML, decodeHTMLAttribute } from 'entities'
import type { Piece } from '../../document/block.js'

/** How the text of a place is read and spelled. */
export interface TextRules {
  /** XHTML: every `&` begins a reference, and one that is unknown stays as it is. */
  xhtml?: boolean
  /** White space is part of the text. */
  preserved?: boolean
}

const reference = '&(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});?'
const xmlReference = '&(?:#\\d{1,7}|#x[\\da-fA-F]{1,6}|[\\p{L}_:][\\p{L}\\p{N}._:-]*);'
const references = { html: new RegExp(reference, 'g'), xml: new RegExp(xmlReference, 'gu') }
const referenceHere = { html: new RegExp(reference, 'y'), xml: new RegExp(xmlReference, 'uy') }
const [space, ampersand] = [0x20, 0x26]

/** White space that is one space in a text, however much of it there is. */
const isLayout = (character: number): boolean => character === space || character === 0x0a || character === 0x09 || character === 0x0c

/** The text of an element: character references decoded, runs of white space one space, unless they are preserved. An entity that only the document knows is a code. */
export function textPieces(text: string, start: number, end: number, { xhtml = false, preserved = false }: TextRules = {}): Piece[] {
  return pieces(text, start, end, !preserved, xhtml ? readXmlReference : readReference)
}

/** A CDATA section; how it is written is no part of its text. */
export function cdataPiece(text: string, start: number, end: number, { preserved = false }: TextRules): Piece {
  const content = text.slice(start + '<![CDATA['.length, end - ']]>'.length)
  return { type: 'text', text: preserved ? content : content.replace(/[ \t\n\f\r]+/g, ' '), start, end }
}

/** The value of an attribute: character references decoded, white space as it is. */
export const attributePieces = (text: string, start: number, end: number): Piece[] => pieces(text, start, end, false, readValueReference)

/** The same as words. */
export const attributeWords = (value: string): string =>
  value.includes('&') ? value.replace(references.html, (match: string, at: number) => decodeInValue(match, value[at + match.length] ?? '')) : value

const decodeInValue = (match: string, next: string): string => (!match.endsWith(';') && next === '=' ? match : decodeHTMLAttribute(match))

/** Whether a value of XHTML names an entity that only the document knows. */
export const namesEntity = (value: string): boolean => value.includes('&') && (value.match(references.xml) ?? []).some((match) => decodeHTML(match) === match)

/** The piece of the reference at `at`; null where none ends before `end`, or one that stays as it is. */
type ReadReference = (text: string, at: number, end: number) => Piece | null

const readReference: ReadReference = (text, at, end) => {
  const found = referenceAt(referenceHere.html, text, at, end)
  return found === null ? null : decodedPiece(found, decodeHTML(found), at)
}

const readValueReference: ReadReference = (text, at, end) => {
  const found = referenceAt(referenceHere.html, text, at, end)
  return found === null ? null : decodedPiece(found, decodeInValue(found, text.slice(at + found.length, Math.min(at + found.length + 1, end))), at)
}

const readXmlReference: ReadReference = (text, at, end) => {
  const found = referenceAt(referenceHere.xml, text, at, end)
  if (found === null) return null
  return decodedPiece(found, decodeHTML(found), at) ?? { type: 'single', code: 'code', label: found, start: at, end: at + found.length }
}

function referenceAt(pattern: RegExp, text: string, at: number, end: number): string | null {
  pattern.lastIndex = at
  const found = pattern.exec(text)?.[0]
  return found === undefined || at + found.length > end ? null : found
}

const decodedPiece = (found: string, text: string, start: number): Piece | null => (text === found ? null : { type: 'text', text, start, end: start + found.length })

function pieces(text: string, start: number, end: number, folds: boolean, read: ReadReference): Piece[] {
  const found: Piece[] = []
  let from = start
  for (let at = start; at < end;) {
    const character = text.charCodeAt(at)
    // Most characters come after both that matter.
    const piece = character > ampersand ? null : character === ampersand ? read(text, at, end) : folds && isLayout(character) ? layoutPiece(text, at, end) : null
    if (!piece) at++
    else {
      if (at > from) found.push({ type: 'text', text: text.slice(from, at), start: from, end: at })
      found.push(piece)
      from = at = piece.end
    }
  }
  if (end > from) found.push({ type: 'text', text: text.slice(from, end), start: from, end })
  return found
}

/** The white space at `at`, as one space; null where it is one. */
function layoutPiece(text: string, at: number, end: number): Piece | null {
  const to = afterLayout(text, at, end)
  return to === at + 1 && text.charCodeAt(at) === space ? null : { type: 'text', text: ' ', layout: true, start: at, end: to }
}

/** Where the white space from `at` on ends, or `end`. */
export function afterLayout(text: string, at: number, end: number): number {
  while (at < end && isLayout(text.charCodeAt(at))) at++
  return at
}

const control = (character: string): string => `&#${character.charCodeAt(0)};`

/** At which ends of a run of words the slot ends. */
interface Edges {
  start: boolean
  end: boolean
}

/** Words as the text of an element. White space that would fold or vanish is written as references, and so are braces that a template language would read. */
export function spellText(words: string, edges: Edges, { xhtml = false, preserved = false }: TextRules = {}): string {
  let spelled = words
    .replace(xhtml ? /&/g : /&(?=[#A-Za-z])/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\{(?=[{%]|$)|^\}/g, control)
    .replace(preserved ? /\r/g : /[\t\n\f\r]|(?<= ) /g, control)
  if (xhtml) spelled = spelled.replace(/>/g, '&gt;')
  if (edges.start) spelled = spelled.replace(/^[ \t\n\f]/, control)
  if (edges.end) spelled = spelled.replace(/[ \t\n\f]$/, control)
  return spelled
}

/** Words as the value of an attribute, for either kind of quote and any place where a tag may stand. */
export function spellAttribute(words: string, edges: Edges = { start: false, end: false }, xhtml = false): string {
  return spellText(words, edges, { xhtml }).replace(/"/g, '&quot;').replace(/'/g, '&#39;').replace(/[|`]/g, control)
}
