import type { CodeType } from '../../document/codeType.js'
import { decodeHTML, decodeHTMLAttribute } from 'entities'
import type { Piece, TextPiece } from '../../document/block.js'

/** How the text of a place is read and spelled. */
export interface TextRules {
  /** XHTML: every `&` begins a reference, and one that is unknown stays as it is. */
  xhtml?: boolean
  /** White space is part of the text. */
  preserved?: boolean
}

const reference = '&(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});?'
const xmlReference = '&(?:#\\d{1,7}|#x[\\da-fA-F]{1,6}|[\\p{L}_:][\\p{L}\\p{N}._:-]*);'
const layout = '[ \\t\\n\\f]{2,}|[\\t\\n\\f]'
const patterns = {
  folded: new RegExp(`${reference}|${layout}`, 'g'),
  preserved: new RegExp(reference, 'g'),
  xmlFolded: new RegExp(`${xmlReference}|${layout}`, 'gu'),
  xmlPreserved: new RegExp(xmlReference, 'gu'),
}

/** The text of an element: character references decoded, runs of white space one space, unless they are preserved. An entity that only the document knows is a code. */
export function textPieces(text: string, start: number, end: number, { xhtml = false, preserved = false }: TextRules = {}): Piece[] {
  const pattern = xhtml ? (preserved ? patterns.xmlPreserved : patterns.xmlFolded) : preserved ? patterns.preserved : patterns.folded
  return steps(text, start, end, pattern, (match) => {
    if (match[0] !== '&') return { type: 'text', text: ' ', layout: true }
    const decoded = decodeHTML(match)
    return xhtml && decoded === match ? { type: 'single', code: 'code', label: match } : { type: 'text', text: decoded }
  })
}

/** The value of an attribute: character references decoded, white space as it is. */
export function attributePieces(text: string, start: number, end: number): Piece[] {
  return steps(text, start, end, patterns.preserved, (match, next) => ({ type: 'text', text: decodeReference(match, next) }))
}

/** The same as words. */
export const attributeWords = (value: string): string =>
  value.includes('&') ? value.replace(patterns.preserved, (match: string, at: number) => decodeReference(match, value[at + match.length] ?? '')) : value

const decodeReference = (match: string, next: string): string => (!match.endsWith(';') && next === '=' ? match : decodeHTMLAttribute(match))

/** Whether a value of XHTML names an entity that only the document knows. */
export const namesEntity = (value: string): boolean => value.includes('&') && (value.match(patterns.xmlPreserved) ?? []).some((match) => decodeHTML(match) === match)

type Step = Omit<TextPiece, 'start' | 'end'> | { type: 'single'; code: CodeType; label: string }

function steps(text: string, start: number, end: number, pattern: RegExp, read: (match: string, next: string) => Step): Piece[] {
  const source = text.slice(start, end)
  const found: Piece[] = []
  let at = 0
  pattern.lastIndex = 0
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const to = pattern.lastIndex
    const step = read(match[0], source[to] ?? '')
    if (step.type === 'text' && step.text === match[0]) continue
    if (match.index > at) found.push({ type: 'text', text: source.slice(at, match.index), start: start + at, end: start + match.index })
    found.push({ ...step, start: start + match.index, end: start + to })
    at = to
  }
  if (at < source.length) found.push({ type: 'text', text: source.slice(at), start: start + at, end })
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
