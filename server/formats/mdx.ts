import type { Format } from './format.js'
import { sayable } from './html.js'
import { spellMarkdown } from './markdown.js'
import { relinkMdx } from './markdown/addresses.js'
import { localiseMarkdown, readMarkdown } from './markdown/read.js'
import { readAttributes } from './mdx/jsxPieces.js'

/** MDX: Markdown with JSX in place of HTML, expressions, imports and exports. */
export const mdx: Format = {
  id: 'mdx',
  name: 'MDX',
  extensions: ['.mdx'],
  read: (document, options) => readMarkdown(document, options, [...readAttributes, ...(options.attributes ?? [])]),
  spell: (target, slot) => spellMarkdown(sayable(target), slot, true),
  localise: (document, localisation) => localiseMarkdown(document, localisation, readAttributes),
  localisesAddressesOnly: true,
  relink: relinkMdx,
  sayable,
}
