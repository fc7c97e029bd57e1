import type { Localisation, TextEdit } from '../format.js'
import { readInline } from './inline.js'
import type { Leaves } from './leaves.js'

const address = /^((?:link|image|xref):|<?(?=(?:https?|ftp):\/\/))([^[\] \t\n<>]+)/

/** A code's spelling with another address: of `link:/en/help[`, `https://example.org/en[` or `xref:en/guide.adoc[`. */
export const relink = (raw: string, link: (address: string) => string): string => raw.replace(address, (_, before: string, found: string) => before + link(found))

/** The language that the document names, and the addresses of its links and pictures. */
export function localise({ text, all, addresses, language }: Leaves, { locale, link }: Localisation): TextEdit[] {
  const edits = addresses.map(({ start, end }) => ({ start, end, text: link(text.slice(start, end)) }))
  for (const leaf of all)
    for (const { type, start, end } of leaf.type === 'inline' ? readInline(text, leaf.start, leaf.end, leaf) : [])
      if (type === 'open' || type === 'single') edits.push({ start, end, text: relink(text.slice(start, end), link) })
  if (language) edits.push({ ...language, text: locale })
  return edits.filter((edit) => edit.text !== text.slice(edit.start, edit.end)).sort((a, b) => a.start - b.start)
}
