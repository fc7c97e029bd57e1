import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseText, tag } from '../../../server/document/codes.js'
import type { Code } from '../../../server/document/unit.js'
import { glyphOf, locateCodes, nextMissing, tagOf } from '../../../web/editor/locateCodes.js'

describe('codes in a text', () => {
  test('are found with their places', () => {
    expect(locateCodes('Read <1>this</1><2/>')).toEqual([
      { from: 5, to: 8, side: 'open', id: 1 },
      { from: 12, to: 16, side: 'close', id: 1 },
      { from: 16, to: 20, side: 'single', id: 2 },
    ])
  })

  test.each(['\\<1>', '<01>', '<b>', '< 1>', '</1/>'])('%s is text', (text) => {
    expect(locateCodes(text)).toEqual([])
  })

  test('are the same ones that the core reads, whatever the text', () => {
    const piece = fc.constantFrom('<1>', '</1>', '<2/>', '\\', '\\\\', '<', '>', '/', '1', 'word ', '<0>', '</2/>', '😀')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        const read = parseText(text).flatMap((part) => (part.type === 'text' ? [] : [tag(part)]))
        expect(locateCodes(text).map(({ side, id }) => tagOf(side, id))).toEqual(read)
        for (const { from, to, side, id } of locateCodes(text)) expect(text.slice(from, to)).toBe(tagOf(side, id))
      }),
    )
  })
})

describe('the next missing code', () => {
  test.each([
    ['Read <1>this</1>.', 'Lies', '<1>', '</1>'],
    ['Read <1>this</1>.', 'Lies <1>dies', '</1>', ''],
    ['Read <1>this</1><2/>.', 'Lies <1>dies</1>', '<2/>', ''],
    ['A <1>b</1> c <2>d</2>', '<2>d</2>', '<1>', '</1>'],
  ])('of “%s” in “%s” is %s', (source, target, before, after) => {
    expect(nextMissing(source, target)).toEqual({ before, after })
  })

  test('is none where all are there', () => {
    expect(nextMissing('Read <1>this</1>.', 'Lies <1>dies</1>.')).toBeNull()
  })
})

test('chips that look alike are numbered', () => {
  const code = (id: number, type: string): Code => ({ id, type, open: '', close: '' })
  const codes = [code(1, 'strong'), code(2, 'link'), code(3, 'strong')]
  expect(codes.map((each) => glyphOf(each, codes))).toEqual(['B1', '↗', 'B2'])
})
