import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordDiff } from '../../server/document/diff.js'

/** A diff as `the [-old-]{+new+} pier`. */
const shown = (before: string, after: string, locale?: string): string =>
  wordDiff(before, after, locale)
    .map(({ type, text }) => ({ same: text, deleted: `[-${text}-]`, inserted: `{+${text}+}` })[type])
    .join('')

describe('what a reader sees', () => {
  test.each([
    ['arresting 121 people.', 'arresting 136 people.', 'arresting [-121-]{+136+} people.'],
    ['The entire establishment', 'Every wing of the establishment', '[-The entire-]{+Every wing of the+} establishment'],
    ['the old brown ferry sank today', 'the new red ferry sank yesterday', 'the [-old brown-]{+new red+} ferry sank [-today-]{+yesterday+}'],
    ['It is open', 'It is not open', 'It is {+not +}open'],
    ['See <1>fares</1> here', 'See <2>fares</2> here', 'See [-<1>-]{+<2>+}fares[-</1>-]{+</2>+} here'],
    ['', 'All new', '{+All new+}'],
    ['Unchanged', 'Unchanged', 'Unchanged'],
    ['桟橋は閉鎖中です', '桟橋は再開です', '桟橋は[-閉鎖中-]{+再開+}です'],
  ])('%j → %j', (before, after, expected) => expect(shown(before, after, 'ja')).toBe(expected))

  test('nothing of nothing', () => expect(wordDiff('', '')).toEqual([]))
})

describe('laws', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.array(fc.constantFrom('the', 'pier', 'ferry', ' ', ' ', ', ', '<1>', '</1>', '\n', '桟橋', 'é'), { maxLength: 30 }).map((words) => words.join('')),
  )
  const joined = (parts: ReturnType<typeof wordDiff>, without: 'inserted' | 'deleted'): string =>
    parts
      .filter((part) => part.type !== without)
      .map((part) => part.text)
      .join('')

  test('both texts can be put together again', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after)
        expect(joined(parts, 'inserted')).toBe(before)
        expect(joined(parts, 'deleted')).toBe(after)
      }),
    )
  })

  test('no part is empty, none stands beside its like, a deletion comes before its insertion', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const types = wordDiff(before, after).map((part) => (expect(part.text).not.toBe(''), part.type))
        expect(` ${types.join(' ')} `).not.toMatch(/ (\w+) \1 | inserted deleted /)
      }),
    )
  })

  test('a text that is all new is one deletion and one insertion, however long', () => {
    const book = (word: string): string => Array.from({ length: 50_000 }, (_, at) => `${word}${at}`).join(' ')
    expect(wordDiff(`Title: ${book('a')}`, `Title: ${book('b')}`).map((part) => part.type)).toEqual(['same', 'deleted', 'inserted'])
  })
})
