import type { TextPiece } from '../document/block.js'

const reference = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(lt|gt|amp|quot|apos));/g
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function referenced(raw: string, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined): string {
  if (name !== undefined) return named[name]!
  const codePoint = decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal)
  return codePoint === 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff) ? raw : String.fromCodePoint(codePoint)
}

/** Text or an attribute's value with the references of XML itself read. Entities that a document type declares stay as they are written. */
export const decodeXml = (raw: string): string => (raw.includes('&') ? raw.replace(reference, referenced) : raw)

/** The same as pieces of a block: what is written as it reads in one piece, every reference in one of its own. */
export function xmlPieces(text: string, start: number, end: number): TextPiece[] {
  const found: TextPiece[] = []
  const raw = text.slice(start, end)
  let at = 0
  const literal = (to: number) => {
    if (to > at) found.push({ type: 'text', text: raw.slice(at, to), start: start + at, end: start + to })
  }
  if (raw.includes('&'))
    for (const match of raw.matchAll(reference)) {
      const character = referenced(match[0], match[1], match[2], match[3])
      if (character === match[0]) continue
      literal(match.index)
      at = match.index + match[0].length
      found.push({ type: 'text', text: character, start: start + match.index, end: start + at })
    }
  literal(raw.length)
  return found
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' }

/** Words as the text of an element. */
export const spellXml = (words: string): string => words.replace(/[&<>\r]/g, (character) => escapes[character]!)

/** Words as the value of an attribute in double quotes; its white space is kept by references. */
export const spellXmlValue = (words: string): string => words.replace(/[&<>"\t\n\r]/g, (character) => escapes[character]!)

/** What XML can hold of a text: https://www.w3.org/TR/xml/#charsets */
export const sayableXml = (target: string): string => target.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
