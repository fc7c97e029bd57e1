import type { Format } from './format.js'
import { html, readPage, spellHtml } from './html.js'
import { localiseHtml } from './html/localise.js'
import { sayableXml } from '../xml/characters.js'

/** XHTML: HTML that stays well-formed XML, as EPUB has it. */
export const xhtml: Format = {
  ...html,
  id: 'xhtml',
  name: 'XHTML',
  extensions: ['.xhtml', '.xht'],
  recognises: (bytes) => /^(?:\xef\xbb\xbf)?\s*<\?xml\s[^<]*<(?:!doctype\s+html|html)[\s>]/i.test(Buffer.from(bytes.subarray(0, 512)).toString('latin1')),
  read: (text, options) => readPage(text, options, true),
  spell: (target, slot) => spellHtml(sayableXml(target), slot),
  localise: (text, localisation) => localiseHtml(text, localisation, true),
  sayable: sayableXml,
}
