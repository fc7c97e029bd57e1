import type { Localisation, TextEdit } from '../format.js'
import { attributeEdits } from './attributeEdits.js'
import { readTree, tagAttributes, xhtmlNamespace, type XmlElement } from './tree.js'
import { spellValue } from './words.js'

const addresses = new Set(['href', 'xlink:href', 'url'])
const sideWithAddress = /(\s(?:href|xlink:href|url)\s*=\s*)(["'])([^"']*)\2/g

/** The language of the root, where it says one or is XHTML's, and addresses outside of texts. */
export function localiseXml(text: string, localisation: Localisation): TextEdit[] {
  const [root, ...others] = readTree(text).elements
  if (!root) return []
  return [...rootEdits(text, root, localisation), ...others.flatMap((element) => addressEdits(text, element, localisation))]
}

function rootEdits(text: string, root: XmlElement, { locale, direction }: Localisation): TextEdit[] {
  const has = new Set(tagAttributes(text, root).map(({ name }) => name))
  const xhtml = root.namespace === xhtmlNamespace
  return attributeEdits(text, root, {
    ...((xhtml || has.has('xml:lang')) && { 'xml:lang': locale }),
    ...((xhtml || has.has('lang')) && { lang: locale }),
    ...((has.has('dir') || (xhtml && direction === 'rtl')) && { dir: direction }),
  }).sort((a, b) => a.start - b.start)
}

/** What an element's addresses become in the language. */
export function addressEdits(text: string, element: XmlElement, { link }: Pick<Localisation, 'link'>): TextEdit[] {
  return tagAttributes(text, element).flatMap(({ name, start, end }) => {
    const address = text.slice(start, end)
    return addresses.has(name) && link(address) !== address ? { start, end, text: spellValue(link(address)) } : []
  })
}

/** A side of a code with the addresses of the language. */
export const relinkXml = (raw: string, link: (address: string) => string): string =>
  raw.replace(sideWithAddress, (_, before: string, quote: string, address: string) => before + quote + link(address) + quote)
