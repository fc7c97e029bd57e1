import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BreakRule } from '../../server/document/breakRule.js'
import { parseText } from '../../server/document/codes.js'
import { Refusal } from '../../server/errors.js'
import { findBreak } from '../../server/formats/findBreak.js'
import { readDocument, type ReadOptions } from '../../server/formats/readDocument.js'
import { writeFaithfully } from '../../server/formats/writeFaithfully.js'
import { formatById } from '../../server/formats/index.js'

const read = (text: string, options: Partial<ReadOptions> = {}) => readDocument(Buffer.from(text), { format: 'markdown', segmentation: 'block', locale: 'en', ...options }).units
const texts = (text: string, options: Partial<ReadOptions> = {}) => read(text, options).map((unit) => unit.text)

/** The rules after the units were cut where the mark `|` is, or joined where `+` is the unit to be joined with the next. */
function recut(text: string, wish: { split: string } | { join: string }, options: Partial<ReadOptions> = {}): BreakRule[] {
  const units = read(text, options)
  const bytes = Buffer.from(text)
  const all = { format: 'markdown', segmentation: 'block' as const, locale: 'en', ...options }
  if ('join' in wish) return findBreak(bytes, all, { kind: 'join', position: units.findIndex((unit) => unit.text === wish.join), text: wish.join })
  const whole = wish.split.replace('|', '')
  return findBreak(bytes, all, { kind: 'split', position: units.findIndex((unit) => unit.text === whole), text: whole, at: wish.split.indexOf('|') })
}

const refusalOf = (act: () => unknown): string | null => {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('a unit is split', () => {
  test.each([
    ['Born free and equal in dignity.', 'Born free |and equal in dignity.', ['Born free', 'and equal in dignity.']],
    ['Born free and equal in dignity.', 'Born free| and equal in dignity.', ['Born free', 'and equal in dignity.']],
    ['Freedom.', 'Free|dom.', ['Free', 'dom.']],
    ['Born **free** and equal.', 'Born |<1>free</1> and equal.', ['Born', '<1>free</1> and equal.']],
    ['Born **free** and equal.', 'Born <1>free|</1> and equal.', ['Born <1>free</1>', 'and equal.']],
    ['Born free<br>and equal.', 'Born free|<1/>and equal.', ['Born free', 'and equal.']],
    ['Born `free` and `equal`.', 'Born <1/> |and <2/>.', ['Born <1/>', 'and <1/>.']],
    ['人人生而自由在尊严和权利上一律平等', '人人生而自由|在尊严和权利上一律平等', ['人人生而自由', '在尊严和权利上一律平等']],
  ])('%j at %j', (text, split, pieces) => {
    expect(texts(text, { breaks: recut(text, { split }) })).toEqual(pieces)
  })

  test.each([
    ['inside a pair of codes', 'A [link to it](x) here.', 'A <1>link |to it</1> here.', 'split-misplaced'],
    ['inside a code', 'A `b` here.', 'A <|1/> here.', 'split-misplaced'],
    ['in the middle of a character', 'Family 👩‍👩‍👧 here.', 'Family 👩‍|👩‍👧 here.', 'split-misplaced'],
    ['where a piece has no words', 'All are free — !', 'All are free |— !', 'split-empty'],
    ['in a field', '---\ntitle: Human rights\n---\n\nText', 'Human |rights', 'unit-unsplittable'],
  ])('not %s', (_, text, split, code) => {
    expect(refusalOf(() => recut(text, { split }, { frontMatter: ['title'] }))).toBe(code)
  })

  test('not where the unit says something else by now', () => {
    expect(
      refusalOf(() => findBreak(Buffer.from('Hello world'), { format: 'text', segmentation: 'block', locale: 'en' }, { kind: 'split', position: 0, text: 'Hello', at: 2 })),
    ).toBe('document-reads-differently')
  })
})

describe('units are joined', () => {
  const two = 'Born free. Equal in dignity.'

  test('that sentences were cut into, and split again', () => {
    const joined = recut(two, { join: 'Born free.' }, { segmentation: 'sentence' })
    expect(texts(two, { segmentation: 'sentence', breaks: joined })).toEqual([two])
    expect(recut(two, { split: 'Born free. |Equal in dignity.' }, { segmentation: 'sentence', breaks: joined })).toEqual([])
  })

  test('of one block only', () => {
    expect(refusalOf(() => recut('Born free.\n\nEqual.', { join: 'Born free.' }))).toBe('units-apart')
    expect(refusalOf(() => recut('Born free.', { join: 'Born free.' }))).toBe('units-apart')
  })

  test('over what says nothing between them', () => {
    const text = 'Born free. — ! Equal in dignity.'
    const sentences = texts(text, { segmentation: 'sentence' })
    expect(sentences.length).toBeGreaterThan(1)
    expect(texts(text, { segmentation: 'sentence', breaks: recut(text, { join: sentences[0]! }, { segmentation: 'sentence' }) })).toHaveLength(sentences.length - 1)
  })
})

describe('a rule', () => {
  const text = 'Recognition of the inherent dignity and of the equal and inalienable rights is the foundation of freedom.'
  const breaks = recut(text, { split: text.replace('dignity ', 'dignity |') })

  test('holds while the words around the place stand there, whatever becomes of others and of the markup', () => {
    const edited = 'Whereas the **inherent** dignity and of the equal and unalienable rights\nis the basis of freedom.'
    expect(texts(`# New\n\n${edited.replace('Whereas the', 'Recognition of the')}`, { breaks })).toEqual([
      'New',
      'Recognition of the <1>inherent</1> dignity',
      'and of the equal and unalienable rights is the basis of freedom.',
    ])
  })

  test('sleeps where the words are gone', () => {
    expect(texts(text.replace('dignity', 'worth'), { breaks })).toHaveLength(1)
  })

  test('of one place is never joined by another for the same place', () => {
    const other = recut(text, { split: text.replace('rights ', 'rights |') }, { breaks: [] })
    const both = [...breaks, ...other]
    expect(texts(text, { breaks: both })).toHaveLength(3)
    expect(recut(text, { join: 'Recognition of the inherent dignity' }, { breaks: both })).toEqual(other)
  })

  test('leaves exports as they are: identical without translations, and a translation stands in its piece', () => {
    const bytes = Buffer.from(`${text}\n`)
    const options: ReadOptions = { format: 'markdown', segmentation: 'block', locale: 'en', breaks }
    const { units } = readDocument(bytes, options)
    const document = { bytes, format: formatById('markdown')!, units, options }
    expect(writeFaithfully(document, [null, null])).toMatchObject({ bytes, checked: true })
    const french = writeFaithfully(document, ['La reconnaissance de la dignité', null])
    expect(french.broken.size).toBe(0)
    expect(Buffer.from(french.bytes).toString()).toBe(`La reconnaissance de la dignité${text.slice(text.indexOf(' and of'))}\n`)
  })
})

describe('whatever the text', () => {
  const words = fc.array(
    fc.constantFrom('All', 'human', 'beings', 'are', 'born', '**free**', '`x`', '_and_', 'equal.', 'In', '[a link](y)', '人权', '<br>', 'e.g.', '&amp;', '!'),
    {
      minLength: 2,
      maxLength: 25,
    },
  )
  const paragraph = words.map((list) => list.join(' '))
  const segmentation = fc.constantFrom('block' as const, 'sentence' as const)

  test('a split that is joined again leaves no trace, and the pieces are the unit', () => {
    fc.assert(
      fc.property(paragraph, segmentation, fc.nat(), fc.nat(), (text, segmentation, which, where) => {
        const options: ReadOptions = { format: 'markdown', segmentation, locale: 'en' }
        const bytes = Buffer.from(text)
        const before = readDocument(bytes, options).units
        if (before.length === 0) return
        const position = which % before.length
        const unit = before[position]!
        let breaks: BreakRule[]
        try {
          breaks = findBreak(bytes, options, { kind: 'split', position, text: unit.text, at: where % unit.text.length })
        } catch (error) {
          if (error instanceof Refusal) return
          throw error
        }
        const split = readDocument(bytes, { ...options, breaks }).units
        const at = split.findIndex(({ start }) => start === unit.start)
        expect(split.length).toBeGreaterThan(before.length)
        expect(split[at]!.end).toBeLessThan(unit.end)
        expect(wordsOf(split.map((one) => one.text))).toBe(wordsOf(before.map((one) => one.text)))
        const joined = findBreak(bytes, { ...options, breaks }, { kind: 'join', position: at, text: split[at]!.text })
        expect(joined).toEqual([])
        expect(readDocument(bytes, { ...options, breaks: joined }).units).toEqual(before)
      }),
      { numRuns: 400 },
    )
  })

  test('a rule holds over a change of another paragraph', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 3 }), fc.array(paragraph, { maxLength: 3 }), (before, after) => {
        const own = 'The quick brown fox jumps over the lazy dog'
        const breaks = recut(own, { split: own.replace('fox ', 'fox |') })
        const around = (paragraphs: string[]) => texts([...paragraphs, own, ...paragraphs].join('\n\n'), { breaks })
        for (const paragraphs of [before, after]) expect(around(paragraphs)).toContain('The quick brown fox')
      }),
      { numRuns: 100 },
    )
  })
})

const wordsOf = (some: readonly string[]): string =>
  some
    .flatMap((text) => parseText(text).map((part) => (part.type === 'text' ? part.text : '')))
    .join('')
    .replace(/\s/g, '')
