import { describe, expect, test } from 'vitest'
import { partOfTranslation } from '../../server/segment/partOfTranslation.js'

const part = (source: string, translation: string, piece: string, locale = 'fr') => partOfTranslation({ text: source, locale: 'en' }, { text: translation, locale }, piece)

describe('the part of a translation that stands for a part of its source', () => {
  test.each([
    ['Be free. Be equal.', 'Sois libre. Sois égal.', 'Be free.', 'Sois libre.'],
    ['Be free. Be equal.', 'Sois libre. Sois égal.', 'Be equal.', 'Sois égal.'],
    ['One. Two. Three.', 'Un. Deux. Trois.', 'Two. Three.', 'Deux. Trois.'],
    ['Be <1>free</1>. Be <2>equal</2>.', 'Sois <1>libre</1>. Sois <2>égal</2>.', 'Be <1>equal</1>.', 'Sois <1>égal</1>.'],
    ['<1>Be free.</1> Be<2/> equal.', '<1>Sois libre.</1> Sois<2/> égal.', '<1>Be free.</1>', '<1>Sois libre.</1>'],
    ['<1>Be free.</1> <2>Be equal.</2>', '<1>Sois libre.</1> <2>Sois égal.</2>', '<1>Be equal.</1>', '<1>Sois égal.</1>'],
    ['Say \\<1> now. Then stop.', 'Dis \\<1>. Puis arrête.', 'Say \\<1> now.', 'Dis \\<1>.'],
  ])('of %j (%j) for %j is %j', (source, translation, piece, expected) => {
    expect(part(source, translation, piece)).toBe(expected)
  })

  test('is found without spaces between sentences', () => {
    expect(part('Be free. Be equal.', '自由であれ。平等であれ。', 'Be equal.', 'ja')).toBe('平等であれ。')
  })
})

describe('cannot be told where', () => {
  test.each([
    ['the translation has another number of sentences', 'Be free. Be equal.', 'Sois libre et égal.', 'Be free.'],
    ['the part is cut inside of a sentence', 'Be free and equal. Be kind.', 'Sois libre et égal. Sois bon.', 'Be free'],
    ['the part is all of it', 'Be free. Be equal.', 'Sois libre. Sois égal.', 'Be free. Be equal.'],
    ['the part has other words', 'Be free. Be equal.', 'Sois libre. Sois égal.', 'Be kind.'],
    ['the part stands there twice', 'Be free. Be free.', 'Sois libre. Sois libre.', 'Be free.'],
    ['codes lie across sentences', 'Be <1>free</1>. Be equal.', 'Sois libre. <1>Sois</1> égal.', 'Be <1>free</1>.'],
  ])('%s', (_, source, translation, piece) => {
    expect(part(source, translation, piece)).toBe(null)
  })
})
