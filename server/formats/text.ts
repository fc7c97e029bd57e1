import { escapeText, plainText } from '../document/codes.js'
import type { Block } from '../document/block.js'
import type { Format } from './format.js'

const blank = /^[ \t\f]*$/

/** Plain text: paragraphs with blank lines between them; a line break inside a paragraph belongs to its text. */
export const text: Format = {
  id: 'text',
  name: 'Text',
  extensions: ['.txt', '.text'],

  read(document) {
    const blocks: Block[] = []
    const add = (start: number, end: number) => {
      if (start < end)
        blocks.push({ pieces: [{ type: 'text', text: document.slice(start, end), start, end }], kind: 'paragraph', level: 0, path: [], key: null, note: null, context: '' })
    }
    let start = 0
    for (let line = 0; line <= document.length;) {
      const found = document.indexOf('\n', line)
      const end = found === -1 ? document.length : found
      if (blank.test(document.slice(line, end))) {
        add(start, line)
        start = end + 1
      }
      line = end + 1
    }
    add(start, document.length)
    return { blocks, problems: [] }
  },

  spell: (target) => paragraphOf(plainText(target)),
  sayable: (target) => escapeText(paragraphOf(plainText(target))),
}

/** A paragraph has no white space around it, and cannot hold a blank line: the line separator stands for its first break. */
function paragraphOf(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t\n\f]+/, '')
    .replace(/\n(?=[ \t\f]*\n)/g, '\u2028')
    .replace(/(?<![ \t\n\f])[ \t\n\f]+$/, '')
}
