import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Piece } from '../../server/document/block.js'
import { sentenceStarts } from '../../server/segment/boundaries.js'
import { sentences } from '../../server/segment/sentences.js'

const cut = (text: string, locale: string): string => {
  const starts = [0, ...sentenceStarts(text, locale), text.length]
  return starts
    .slice(1)
    .map((end, at) => text.slice(starts[at], end))
    .join('|')
}

test.each([
  ['en', 'One. |Two! |Three? |Four.'],
  ['en', 'Dr. Smith met J. R. Jones at 5 p.m. yesterday. |It rained.'],
  ['en', 'See Art. 5, No. 7 and Fig. 2. |No. |Never.'],
  ['en', '“Go!” he said. |“Why?” |She left.'],
  ['en', 'Bring e.g. Apples and pears, i.e. Fruit. |Then go.'],
  ['en', '1. Scope of the treaty. |Next.'],
  ['en', 'It costs 3.50 or 1,000.75 in the U.S. Senate. |So.'],
  ['de', 'Am 3. Mai kam Prof. Huber, z.B. Herr Dr. Mai. |Er blieb.'],
  ['de', 'Das war 1990. |Danach kam Nr. 5.'],
  ['fr', 'Voir M. Dupont, art. 5. |Fin !|Oui.'],
  ['es', '¿Qué? |¡Nada! |El Sr. Gómez vino.'],
  ['ja', 'すべての人間は自由である。|そして平等である。'],
  ['ar', 'هل هذا صحيح؟ |نعم.'],
  ['en', 'Well... |(And so on.) |“…” Yes. ...'],
  ['hi', 'सभी मनुष्य स्वतन्त्र हैं। |वे समान हैं।'],
])('%s: %s', (locale, marked) => {
  const text = marked.replaceAll('|', '')
  const folded = (parts: string) => parts.split('|').map((part) => part.trim())
  expect(folded(cut(text, locale))).toEqual(folded(marked))
})

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

const shown = (source: string) => sentences(marked(source), 'en').map(({ pieces }) => source.slice(pieces[0]!.start, pieces.at(-1)!.end))

test.each([
  ['One. <b>Two.</b> Three.', ['One. ', '<b>Two.</b> ', 'Three.']],
  ['A pair <b>is. Never</b> cut. Next.', ['A pair <b>is. Never</b> cut. ', 'Next.']],
  ['<b>One. </b>Two.', ['<b>One. </b>', 'Two.']],
  ['A note.<n> Another.', ['A note.<n> ', 'Another.']],
  ['Run <code>. <code> is next.', ['Run <code>. ', '<code> is next.']],
  ['A line<br>and another', ['A line<br>', 'and another']],
])('%s', (source, parts) => expect(shown(source)).toEqual(parts))

test('a value of the front matter is one unit', () => {
  expect(sentences({ ...marked('One. Two.'), kind: 'metadata' }, 'en')).toHaveLength(1)
})

test('joined, the sentences of any block give it back, and no pair is cut', () => {
  const part = fc.constantFrom('One. ', 'Two! ', 'three', ' ', '。', '<b>', '</b>', '<br>', '<n>', '<code>', 'Dr. ', 'A', '\n')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const source = parts.join('')
      const whole = marked(source).pieces
      if (whole.length === 0) return
      const found = sentences(block(whole), 'en')
      expect(found.map(({ pieces }) => source.slice(pieces[0]!.start, pieces.at(-1)!.end)).join('')).toBe(source)
      expect(found.every(({ pieces }) => pieces.every((piece, at) => at === 0 || piece.start === pieces[at - 1]!.end))).toBe(true)
    }),
  )
})

test('a sentence is found beyond the stretch that is looked at in one go', () => {
  const long = `${'Word '.repeat(3000)}end. `
  expect(sentenceStarts(long.repeat(3), 'en')).toEqual([long.length, long.length * 2])
})
