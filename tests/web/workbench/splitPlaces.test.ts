import { expect, test } from 'vitest'
import { middlePlace, nextPlace, splitPlaces } from '../../../web/workbench/splitPlaces.js'

/** The text with a mark at every place of words. */
const marked = (source: string, locale = 'en'): string =>
  splitPlaces(source, locale)
    .filter(({ word }) => word)
    .toReversed()
    .reduce((text, { at }) => `${text.slice(0, at)}|${text.slice(at)}`, source)

test.each([
  ['Born free and equal.', 'Born |free |and |equal.'],
  ['Born <1>free and</1> equal <2/>.', 'Born |<1>free and</1> |equal |<2/>.'],
  ['<1>All of it</1>', '<1>All of it</1>'],
  ['In “dignity” – and rights', 'In |“|dignity” |– |and |rights'],
])('words of %j', (source, places) => {
  expect(marked(source)).toBe(places)
})

test('words of scripts without spaces are found', () => {
  expect(marked('人人生而自由', 'zh').split('|').length).toBeGreaterThan(2)
})

test('Shift goes between characters with their marks, never into a pair of codes', () => {
  const places = splitPlaces('né <1>ab</1> c', 'fr')
  expect(places.map(({ at }) => at)).toEqual([1, 'né '.length, 'né <1>ab</1> '.length])
  expect(nextPlace(places, 0, 1, true)).toBe(1)
  expect(nextPlace(places, 2, -1, false)).toBe(1)
  expect(nextPlace(places, 2, 1, false)).toBe(2)
})

test('it begins near the middle, and says where there is no place', () => {
  const source = 'One two three four'
  const places = splitPlaces(source, 'en')
  expect(source.slice(places[middlePlace(places, source.length)]!.at)).toBe('three four')
  expect(middlePlace(splitPlaces('A', 'en'), 1)).toBe(-1)
})
