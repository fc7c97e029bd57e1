import { describe, expect, test } from 'vitest'
import type { Code } from '../../server/document/unit.js'
import { grade } from '../../server/revise/grade.js'

const link = (target: string): Code => ({ id: 1, type: 'link', open: '[', close: `](${target})`, label: target })
const long = ', and the ferries to the islands leave from the fish market until further notice.'

/** Grade as `minor: number, name`. */
function graded(before: string, after: string): string {
  const { level, reasons } = grade({ text: before }, { text: after })
  return [level, ...(reasons.length > 0 ? [reasons.join(', ')] : [])].join(': ')
}

describe('none', () => {
  test.each([
    ['The pier is closed', 'The pier is closed', 'none'],
    ['The pier is closed', 'The pier\n  is closed ', 'none: white-space'],
  ])('%j → %j: %s', (before, after, expected) => expect(graded(before, after)).toBe(expected))
})

describe('cosmetic', () => {
  test.each([
    ['The so-called “new” pier', 'The so-called "new" pier', 'cosmetic: typography'],
    ['It’s closed', "It's closed", 'cosmetic: typography'],
    ['Wait...', 'Wait…', 'cosmetic: typography'],
    ['The pier—closed', 'The pier – closed', 'cosmetic: typography'],
    ['Today, the pier is closed', 'Today the pier is closed.', 'cosmetic: punctuation'],
    ['Today, “the” pier is closed', 'Today "the" pier is closed.', 'cosmetic: punctuation, typography'],
    ['the pier is closed', 'The pier is closed', 'cosmetic: case'],
  ])('%j → %j: %s', (before, after, expected) => expect(graded(before, after)).toBe(expected))

  test('another target of a link', () => {
    expect(grade({ text: 'See <1>fares</1>', codes: [link('/a')] }, { text: 'See <1>fares</1>', codes: [link('/b')] })).toEqual({ level: 'cosmetic', reasons: ['code-data'] })
    expect(grade({ text: 'See <1>fares</1>', codes: [link('/a')] }, { text: 'See <1>fares</1>', codes: [link('/a')] })).toEqual({ level: 'none', reasons: [] })
  })
})

describe('minor', () => {
  test.each([
    ['121 people', '136 people', 'minor: number'],
    ['1,000 crowns', '1.000 crowns', 'minor: number'],
    [`Mayor Lindqvist spoke${long}`, `Mayor Holmgren spoke${long}`, 'minor: name'],
    ['Write to pier@example.org', 'Write to harbour@example.org', 'minor: url'],
    ['See https://example.org/a', 'See https://example.org/b', 'minor: url'],
    ['Recieve mail', 'Receive mail', 'minor: spelling'],
    [`The northern pier is closed${long}`, `The southern pier is closed${long}`, 'minor: few-words'],
    [`The northern pier is closed${long}`, `The pier is closed${long}`, 'minor: few-words'],
    ['The <1>pier</1> is closed', 'The pier is closed', 'minor: codes'],
    ['Is the pier closed?', 'Is the pier closed.', 'minor: punctuation'],
    [`On 3 May the northern pier closed${long}`, `On 4 May the southern pier closed${long}`, 'minor: number, few-words'],
  ])('%j → %j: %s', (before, after, expected) => expect(graded(before, after)).toBe(expected))
})

describe('major', () => {
  test.each([
    ['Yes', 'No', 'major: many-words'],
    ['Able to swim', 'Unable to swim', 'major: many-words'],
    [`The pier is closed${long}`, `Every one of the piers was opened${long}`, 'major: many-words'],
  ])('%j → %j: %s', (before, after, expected) => expect(graded(before, after)).toBe(expected))

  test('a book that became another one, without taking long for it', () => {
    const book = (word: string): string => Array.from({ length: 50_000 }, (_, at) => `${word}${at}`).join(' ')
    expect(graded(book('a'), book('b'))).toBe('major: many-words')
  })
})
