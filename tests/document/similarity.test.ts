import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Comparison, similarity } from '../../server/document/similarity.js'

/** The length of the longest common subsequence as textbooks have it. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  let above = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const row = [0]
    b.forEach((other, at) => row.push(word === other ? above[at]! + 1 : Math.max(above[at + 1]!, row[at]!)))
    above = row
  }
  return above.at(-1)!
}

test('bit-parallel comparison counts what the textbook counts, one sequence after another', () => {
  const words = fc.array(fc.nat(6), { maxLength: 100 })
  const comparison = new Comparison()
  fc.assert(
    fc.property(words, words, (a, b) => {
      comparison.setWords(Int32Array.from(a), 7)
      expect(comparison.common(Int32Array.from(b))).toBe(longestCommon(a, b))
    }),
  )
})

test.each([
  ['The pier is closed', 'The pier\n is closed', 1],
  ['The pier is closed', 'The pier is open', 0.75],
  ['The pier is closed', 'the pier, is <1>closed</1>', 0.9375],
  ['The pier is closed', 'A ferry leaves soon', 0],
  ['桟橋は閉鎖中です', '桟橋は再開中です', 0.75],
  ['', '', 1],
  ['—', '…', 0],
])('%j and %j are alike: %d', (a, b, expected) => {
  expect(similarity(a, b)).toBeCloseTo(expected, 10)
  expect(similarity(b, a)).toBeCloseTo(expected, 10)
})
