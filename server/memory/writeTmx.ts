import { parseText } from '../document/codes.js'
import { sayableXml, spellXml, spellXmlValue } from '../xml/characters.js'

/** A text and its translation, with numbered codes. */
export interface TmxEntry {
  source: string
  target: string
}

/** A translation memory as TMX 1.4b, level 2, entry by entry: joined, the pieces are the file. Characters that XML has no way to say become U+FFFD. */
export function* writeTmx(entries: Iterable<TmxEntry>, { from, to, version }: { from: string; to: string; version: string }): Generator<string> {
  const header = `creationtool="Stele" creationtoolversion="${spellXmlValue(version)}" segtype="block" o-tmf="Stele" adminlang="en" srclang="${spellXmlValue(from)}" datatype="plaintext"`
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header ${header}/>\n<body>\n`
  for (const { source, target } of entries) yield `<tu>\n${variant(from, source)}${variant(to, target)}</tu>\n`
  yield '</body>\n</tmx>\n'
}

const variant = (locale: string, text: string): string => `<tuv xml:lang="${spellXmlValue(locale)}"><seg>${segment(text)}</seg></tuv>\n`

/** Pairs of codes as `bpt` and `ept`, which `i` binds together inside a segment, and `x` across languages; single ones as `ph`. */
const segment = (text: string): string =>
  parseText(text)
    .map((part) => {
      if (part.type === 'text') return spellXml(sayableXml(part.text))
      if (part.type === 'single') return `<ph x="${part.id}"/>`
      return part.type === 'open' ? `<bpt i="${part.id}" x="${part.id}"/>` : `<ept i="${part.id}"/>`
    })
    .join('')
