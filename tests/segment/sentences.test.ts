import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Piece } from '../../server/document/block.js'
import { sentences } from '../../server/segment/sentences.js'

const block = (pieces: Piece[]): Block => ({ pieces, kind: 'paragraph', level: 0, path: [], key: null, note: null, context: 'paragraph' })

/** A block written as `A. <b>B. C.</b> D.`, every character a place in the document. */
function marked(source: string): Block {
  const pieces: Piece[] = []
  for (const match of source.matchAll(/<(\/?)(\w+)>|[^<]+/g)) {
    const range = { start: match.index, end: match.index + match[0].length }
    if (match[2] === undefined) pieces.push({ type: 'text', text: match[0], ...range })
    else if (match[2] === 'br') pieces.push({ type: 'single', code: 'break', ...range })
    else if (match[2] === 'n') pieces.push({ type: 'single', code: 'footnote', ...range })
    else if (match[2] === 'code') pieces.push({ type: 'single', code: 'code', ...range })
    else pieces.push({ type: match[1] === '/' ? 'close' : 'open', code: 'strong', ...range })
  }
  return block(pieces)
}

const shown = (source: string) => sentences(marked(source), { locale: 'en' }).map(({ pieces }) => source.slice(pieces[0]!.start, pieces.at(-1)!.end))

test.each([
  ['One. <b>Two.</b> Three.', ['One. ', '<b>Two.</b> ', 'Three.']],
  ['A pair <b>is. Never</b> cut. Next.', ['A pair <b>is. Never</b> cut. ', 'Next.']],
  ['<b>One. </b>Two.', ['<b>One. </b>', 'Two.']],
  ['A note.<n> Another.', ['A note.<n> ', 'Another.']],
  ['Run <code>. <code> is next.', ['Run <code>. ', '<code> is next.']],
  ['A line<br>and another', ['A line<br>', 'and another']],
])('%s', (source, parts) => expect(shown(source)).toEqual(parts))

test('a value of the front matter is one unit', () => {
  expect(sentences({ ...marked('One. Two.'), kind: 'metadata' }, { locale: 'en' })).toHaveLength(1)
})

test('joined, the sentences of any block give it back, and no pair is cut', () => {
  const part = fc.constantFrom('One. ', 'Two! ', 'three', ' ', '。', '<b>', '</b>', '<br>', '<n>', '<code>', 'Dr. ', 'A', '\n')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const source = parts.join('')
      const whole = marked(source).pieces
      if (whole.length === 0) return
      const found = sentences(block(whole), { locale: 'en' })
      expect(found.map(({ pieces }) => source.slice(pieces[0]!.start, pieces.at(-1)!.end)).join('')).toBe(source)
      expect(found.every(({ pieces }) => pieces.every((piece, at) => at === 0 || piece.start === pieces[at - 1]!.end))).toBe(true)
    }),
  )
})
