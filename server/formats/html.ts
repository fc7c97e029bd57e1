import { plainText } from '../document/codes.js'
import { spellings } from './codeText.js'
import type { Format } from './format.js'
import { readHtml } from './html/read.js'
import { spellAttribute, spellText } from './html/words.js'

const declaration = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|^<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i

/** Neither HTML nor Markdown can hold U+0000. */
export const sayable = (target: string): string => target.replaceAll('\0', '\ufffd')

/** HTML, as a whole document or as a fragment. */
export const html: Format = {
  id: 'html',
  name: 'HTML',
  extensions: ['.html', '.htm', '.xhtml'],
  recognises: (bytes) => /^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html[\s>])/i.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1')),
  declaredEncoding(head) {
    const match = declaration.exec(head)
    return match?.[1] ?? match?.[2]
  },
  read: (text) => ({ blocks: readHtml(text, 0, text.length), problems: [] }),
  spell: (target, slot) => spellHtml(sayable(target), slot),
  sayable,
  characterReference: (codePoint) => `&#${codePoint};`,
}

/** `context` is `text`, or `attribute` with the quote around it. */
export function spellHtml(target: string, { codes, context }: Parameters<Format['spell']>[1]): string {
  if (context === 'attribute') return `"${spellAttribute(plainText(target), { start: true, end: true })}"`
  if (context.startsWith('attribute')) return spellAttribute(plainText(target), { start: true, end: true })
  const runs = spellings(target, codes)
  let plain = false
  return runs
    .map((run, index) => {
      if (run.type !== 'text') {
        if (run.code.plain) plain = run.type === 'open'
        return run.raw
      }
      return plain ? spellAttribute(run.text) : spellText(run.text, { start: index === 0, end: index === runs.length - 1 })
    })
    .join('')
}
