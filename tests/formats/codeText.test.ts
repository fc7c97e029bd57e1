import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Code } from '../../server/document/unit.js'
import { spellings } from '../../server/formats/codeText.js'

/** An image with a text and a title, as HTML has them: the tag's pieces belong to each other in a row; a bold pair; a break. */
const codes: Code[] = [
  { id: 1, type: 'image', open: '<img alt="', close: '"', plain: true },
  { id: 2, type: 'title', open: ' title="', close: '"', plain: true, after: 1 },
  { id: 3, type: 'image', open: '>', after: 2 },
  { id: 4, type: 'strong', open: '<b>', close: '</b>' },
  { id: 5, type: 'break', open: '<br>' },
]
const spelled = (target: string) =>
  spellings(target, codes)
    .map((run) => (run.type === 'text' ? run.text : run.raw))
    .join('')

describe('codes come in an order that can be spelled', () => {
  test.each([
    ['a <1>b</1><2>c</2><3/> d', 'a <img alt="b" title="c"> d'],
    ['<3/> a <2>c</2> d <1>b</1>', ' a  d <img alt="b" title="c">'],
    ['<1>b</1> a <4>d <2>c</2></4><3/>', '<img alt="b" title="c"> a <b>d </b>'],
    ['<1>b<2>c</2><3/></1>', '<img alt="b" title="c">'],
    ['<1>b <4>c <5/>d</4></1><2>e</2><3/>', '<img alt="b c d" title="e"><b><br></b>'],
    ['<4>a <1>b</4></1><3/>', '<b>a b</b>>'],
    ['a</4> <4>b</4><4>c</4><9/> d<5>', 'a <b>b</b>c d'],
  ])('%s', (target, wanted) => expect(spelled(target)).toBe(wanted))

  test('words that stand side by side then are one run of words', () => {
    expect(spellings('a &<9/>amp; b', codes)).toEqual([{ type: 'text', text: 'a &amp; b' }])
  })

  test('every code that is there whole is spelled once, and no word is lost', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', 'b '),
      fc.integer({ min: 1, max: 6 }).chain((id) => fc.constantFrom(`<${id}>`, `</${id}>`, `<${id}/>`)),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const runs = spellings(pieces.join(''), codes)
        const open: number[] = []
        const seen = new Set<string>()
        for (const run of runs) {
          if (run.type === 'text') continue
          const name = `${run.type} ${run.code.id}`
          expect(seen.has(name)).toBe(false)
          seen.add(name)
          expect(run.type === 'single').toBe(run.code.close === undefined)
          if (run.type !== 'close') expect(open.some((id) => codes[id - 1]!.plain)).toBe(false)
          if (run.type === 'open') open.push(run.code.id)
          if (run.type === 'close') expect(open.pop()).toBe(run.code.id)
        }
        expect(open).toEqual([])
        const words = (text: string) => [...text.replace(/<[^>]*>/g, '')].sort().join('')
        expect(words(runs.map((run) => (run.type === 'text' ? run.text : '')).join(''))).toBe(words(pieces.join('')))
      }),
      { numRuns: 2000 },
    )
  })
})
