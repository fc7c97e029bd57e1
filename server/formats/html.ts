import { plainText } from '../document/codes.js'
import type { Problem } from '../document/unit.js'
import { spellAround } from './codeText.js'
import type { Format, FormatOptions } from './format.js'
import { declaredEncoding } from './html/declaredEncoding.js'
import { localiseHtml, relinkHtml } from './html/localise.js'
import { Outline } from './html/outline.js'
import { readHtml } from './html/read.js'
import { spellAttribute, spellText } from './html/words.js'

/** An XML declaration or a document type of XHTML, after comments and white space. */
const xhtmlStart = /^\s*<\?xml\s|<!doctype\s+html\s+public\s+"-\/\/W3C\/\/DTD XHTML/i
const readsAsXhtml = (text: string): boolean => xhtmlStart.test(text.slice(0, 1024))

/** Neither HTML nor Markdown can hold U+0000. */
export const sayable = (target: string): string => (target.includes('\0') ? target.replaceAll('\0', '\ufffd') : target)

/** HTML, as a whole document or as a fragment; a page that begins as XHTML is read as such. */
export const html: Format = {
  id: 'html',
  name: 'HTML',
  extensions: ['.html', '.htm'],
  recognises: (bytes) => /^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html[\s>])/i.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1')),
  declaredEncoding,
  read: (text, options) => readPage(text, options, readsAsXhtml(text)),
  spell: (target, slot) => spellHtml(sayable(target), slot),
  localise: (text, localisation) => localiseHtml(text, localisation, readsAsXhtml(text)),
  relink: relinkHtml,
  sayable,
  characterReference: (codePoint) => `&#${codePoint};`,
}

/** A page of HTML or XHTML. */
export function readPage(text: string, { attributes, protect }: FormatOptions, xhtml: boolean): ReturnType<Format['read']> {
  const problems: Problem[] = []
  return { blocks: readHtml(text, 0, text.length, new Outline(), { dialect: xhtml ? 'xhtml' : 'html', attributes, protect, problems }), problems }
}

/** `context` is `text`, `preserved`, or `attribute` with the quote around it; before it `xhtml ` where the document is. */
export function spellHtml(target: string, { codes, context }: Parameters<Format['spell']>[1]): string {
  const xhtml = context.startsWith('xhtml ')
  const place = xhtml ? context.slice('xhtml '.length) : context
  if (place.startsWith('attribute')) {
    const value = spellAttribute(plainText(target), { start: true, end: true }, xhtml)
    return place === 'attribute' ? `"${value}"` : value
  }
  const preserved = place === 'preserved'
  return spellAround(target, codes, (words, edges, plain) => (plain ? spellAttribute(words, edges, xhtml) : spellText(words, edges, { xhtml, preserved })))
}
