import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingsOf } from '../../server/checks/index.js'
import type { Checked } from '../../server/checks/check.js'
import { defaultChecks, type CheckSettings } from '../../server/checks/settings.js'

const oneSecond = { start: 1000, end: 2000 }
const caption = (target: string, more: Partial<Checked> = {}): Checked => ({ source: 'Source', target, codes: [], cue: { start: 0, end: 60_000 }, ...more })
const found = (checked: Checked, settings: Partial<CheckSettings> = {}) =>
  findingsOf(checked, { ...defaultChecks, ...settings }).map(({ check, severity, values, range }) => [check, severity, values, range && checked.target.slice(...range)])

test('a translation with all codes, short enough and slow enough, has no findings', () => {
  expect(found(caption('Der <1>Hafen</1>\nwar still.', { source: 'The <1>harbour</1>' }))).toEqual([])
})

test('an empty translation is none yet', () => {
  expect(found(caption(' \n\n\n', { source: '<1/>' }))).toEqual([])
})

describe('codes', () => {
  test('that are missing, extra or crossed are errors, with their place', () => {
    expect(found(caption('<2>a</2><3/>', { source: '<1/><2>a</2>' }))).toEqual([
      ['codes', 'error', { problem: 'extra', code: '<3/>' }, '<3/>'],
      ['codes', 'error', { problem: 'missing', code: '<1/>' }, null],
    ])
    expect(found(caption('<1>a<2>b</1>c</2>', { source: '<1>a</1><2>b</2>' })).map(([, , values]) => values)).toEqual([{ problem: 'crossed', code: '</1>' }])
  })
})

describe('reading speed', () => {
  test('is characters as people see them, per second, without codes and line breaks', () => {
    expect(found(caption('e\u0301👩‍👩‍👧 <1>b</1>\nd\u200e', { source: '<1>x</1>', cue: oneSecond }), { readingSpeed: 4 })).toEqual([
      ['reading-speed', 'warning', { speed: 5, limit: 4 }, null],
    ])
    expect(found(caption('e\u0301👩‍👩‍👧 <1>b</1>\nd\u200e', { source: '<1>x</1>', cue: oneSecond }), { readingSpeed: 5 })).toEqual([])
  })

  test('just above the limit is said as more than the limit', () => {
    expect(found(caption('a'.repeat(20), { cue: { start: 0, end: 999 } }))).toEqual([['reading-speed', 'warning', { speed: 20.1, limit: 20 }, null]])
  })

  test('is not asked of what is no caption, nor where the project asks none', () => {
    expect(found(caption('a'.repeat(5000), { cue: null }))).toEqual([])
    expect(found(caption('a'.repeat(30), { cue: oneSecond }), { readingSpeed: null })).toEqual([])
  })
})

describe('line length', () => {
  test('names each line that is too long', () => {
    expect(found(caption('four\nfives\n<1>sixsix</1>', { source: '<1>x</1>' }), { lineLength: 4, lineCount: null })).toEqual([
      ['line-length', 'warning', { length: 5, limit: 4 }, 'fives'],
      ['line-length', 'warning', { length: 6, limit: 4 }, '<1>sixsix</1>'],
    ])
  })

  test('counts wide characters double, half-width ones once', () => {
    expect(found(caption('世界、ａ🌊'), { lineLength: 9 })).toEqual([['line-length', 'warning', { length: 10, limit: 9 }, '世界、ａ🌊']])
    expect(found(caption('ｶﾀｶﾅ é'), { lineLength: 6 })).toEqual([])
  })
})

test('too many lines are named from the first one that is too many', () => {
  expect(found(caption('one\ntwo\u2028\nthree'))).toEqual([['line-count', 'warning', { lines: 4, limit: 2 }, '\nthree']])
  expect(found(caption('one\ntwo\nthree'), { lineCount: null })).toEqual([])
})

test('ranges lie in the target, whatever it is', () => {
  const cue = fc.record({ start: fc.nat(), length: fc.integer({ min: 1, max: 9999 }) }).map(({ start, length }) => ({ start, end: start + length }))
  const text = fc.array(fc.oneof(fc.constantFrom('\n', '<1>', '</1>', '<2/>', '\\', '世'), fc.string({ unit: 'binary' })), { maxLength: 20 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, cue, (source, target, cue) => {
      for (const { range } of findingsOf(caption(target, { source, cue }), { readingSpeed: 1, lineLength: 1, lineCount: 1 })) {
        const [start, end] = range ?? [0, 0]
        expect(0 <= start && start <= end && end <= target.length).toBe(true)
      }
    }),
  )
})
