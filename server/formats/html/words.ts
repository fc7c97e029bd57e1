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
const referenceHere = { html: new RegExp(`^${reference}`), xml: new RegExp(`^${xmlReference}`, 'u') }
const ampersand = 0x26

/** White space that is one space in a text, however much of it there is. */
const isLayout = (character: number): boolean => character === 0x20 || character === 0x0a || character === 0x09 || character === 0x0c

/** The text of an element: character references decoded, runs of white space one space, unless they are preserved. An entity that only the document knows is a code. */
export function textPieces(text: string, start: number, end: number, { xhtml = false, preserved = false }: TextRules = {}): Piece[] {
  return pieces(text, start, end, !preserved, xhtml ? readXmlReference : readReference)
}

/** The value of an attribute: character references decoded, white space as it is. */
export const attributePieces = (text: string, start: number, end: number): Piece[] => pieces(text, start, end, false, readValueReference)

/** The same as words. */
export const attributeWords = (value: string): string =>
  value.includes('&') ? value.replace(references.html, (match: string, at: number) => decodeInValue(match, value[at + match.length] ?? '')) : value

const decodeInValue = (match: string, next: string): string => (!match.endsWith(';') && next === '=' ? match : decodeHTMLAttribute(match))

/** Whether a value of XHTML names an entity that only the document knows. */
export const namesEntity = (value: string): boolean => value.includes('&') && (value.match(references.xml) ?? []).some((match) => decodeHTML(match) === match)

/** The piece of the reference at the beginning of `rest`, which stands at `start`; null where there is none, or one that stays as it is. */
type ReadReference = (rest: string, start: number) => Piece | null

const readReference: ReadReference = (rest, start) => {
  const found = referenceHere.html.exec(rest)?.[0]
  return found === undefined ? null : decodedPiece(found, decodeHTML(found), start)
}

const readValueReference: ReadReference = (rest, start) => {
  const found = referenceHere.html.exec(rest)?.[0]
  return found === undefined ? null : decodedPiece(found, decodeInValue(found, rest[found.length] ?? ''), start)
}

const readXmlReference: ReadReference = (rest, start) => {
  const found = referenceHere.xml.exec(rest)?.[0]
  if (found === undefined) return null
  return decodedPiece(found, decodeHTML(found), start) ?? { type: 'single', code: 'code', label: found, start, end: start + found.length }
}

const decodedPiece = (found: string, text: string, start: number): Piece | null => (text === found ? null : { type: 'text', text, start, end: start + found.length })

function pieces(text: string, start: number, end: number, folds: boolean, read: ReadReference): Piece[] {
  const found: Piece[] = []
  let from = start
  let at = start
  const add = (piece: Piece) => {
    if (at > from) found.push({ type: 'text', text: text.slice(from, at), start: from, end: at })
    found.push(piece)
    from = at = piece.end
  }
  while (at < end) {
    const character = text.charCodeAt(at)
    if (character === ampersand) {
      const piece = read(text.slice(at, end), at)
      if (piece) add(piece)
      else at++
    } else if (folds && isLayout(character)) {
      let to = at + 1
      while (to < end && isLayout(text.charCodeAt(to))) to++
      if (to === at + 1 && character === 0x20) at++
      else add({ type: 'text', text: ' ', layout: true, start: at, end: to })
    } else at++
  }
  if (at > from) found.push({ type: 'text', text: text.slice(from, at), start: from, end: at })
  return found
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
