import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Unit } from '../../server/document/unit.js'
import type { Format } from '../../server/formats/format.js'
import { html } from '../../server/formats/html.js'
import { markdown } from '../../server/formats/markdown.js'
import { readDocument, type ReadOptions } from '../../server/formats/readDocument.js'
import { text } from '../../server/formats/text.js'
import { writeFaithfully } from '../../server/formats/writeFaithfully.js'

/** What a speller with a bug could write instead of a word, so that the document is no longer the same. */
const faults: Record<string, Record<string, string>> = {
  markdown: { SPLITS: 'one\n\ntwo', SWALLOWS: '\n\n```\n', HEADING: '\n# new', COMMENT: '<!--', CELL: 'a | b', LINK: '[link](x)', LOSES: 'other' },
  html: { SPLITS: 'one<p>two', SWALLOWS: '<script>', HEADING: '<h2>new</h2>', COMMENT: '<!--', CELL: '<td>b', LINK: '<a href=x>link</a>', LOSES: 'other' },
  text: { SPLITS: 'one\n\ntwo', LOSES: 'other' },
}

/** A format whose speller has bugs: it writes some words as something else. */
function buggy(format: Format): Format {
  const spell: Format['spell'] = (target, slot) =>
    Object.entries(faults[format.id] ?? {}).reduce((spelled, [word, instead]) => spelled.replaceAll(word, () => instead), format.spell(target, slot))
  return { ...format, spell }
}

const documents: Record<string, [Format, string]> = {
  markdown: [
    markdown,
    '---\ntitle: Charter of rights\n---\n\n# Rights\n\nFirst is *this* paragraph. It has [two](https://example.org) sentences.\n\n- One item\n- Another item\n  with two lines\n\n| Head | Cell |\n| --- | --- |\n| Left | Right |\n\n> A quote\n\n<p>Some <b>bold</b> words</p>\n\nSetext\n---\n\nThe last paragraph. And its last sentence.\n',
  ],
  html: [
    html,
    '<!doctype html>\n<title>Charter</title>\n<h1>Rights</h1>\n<p title="Hint">First is <em>this</em> paragraph. It has <a href="x">two</a> sentences.</p>\n<ul><li>One item<li>Another item</ul>\n<table><tr><td>Left</td><td>Right</td></tr></table>\n<p>The last paragraph. And its last sentence.</p>\n',
  ],
  text: [text, 'First paragraph. It has two sentences.\n\nSecond one,\nin two lines.\n\n\nThe last one.\n'],
}

const optionsFor = (format: string, segmentation: 'block' | 'sentence'): ReadOptions => ({ format, locale: 'en', segmentation, frontMatter: ['title'] })

const write = (id: string, segmentation: 'block' | 'sentence', targetOf: (unit: Unit, at: number) => string | null, format = buggy(documents[id]![0])) => {
  const options = optionsFor(id, segmentation)
  const source = Buffer.from(documents[id]![1])
  const { units } = readDocument(source, options)
  return { units, source, options, ...writeFaithfully({ bytes: source, format, units, options }, units.map(targetOf)) }
}
const textsOf = (bytes: Uint8Array, options: ReadOptions) => readDocument(bytes, options).units.map((unit) => unit.text)
const shapes = (bytes: Uint8Array, options: ReadOptions) =>
  readDocument(bytes, options).units.map(({ kind, level, key, codes }) => [kind, level, key, codes.map(({ type }) => type)])

describe.each(Object.keys(documents))('a document in %s', (id) => {
  const words = Object.keys(faults[id]!)
  const sign = fc.constantFrom('', '*', '`', '|', '<b>', '&', '- ', '\n', '# ', '"', ': ')

  test('has every translation that does no harm, whatever signs are in it', () => {
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1 }), fc.constantFrom('block', 'sentence'), (signs, segmentation) => {
        const { broken, checked } = write(id, segmentation, ({ text }, at) => `${signs[at % signs.length]}Wort ${text}`, documents[id]![0])
        expect([...broken]).toEqual([])
        expect(checked).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('reads as its source does, and only the translation that would break it is left out', () => {
    const count = readDocument(Buffer.from(documents[id]![1]), optionsFor(id, 'block')).units.length
    const evil = fc.dictionary(fc.nat({ max: count - 1 }).map(String), fc.constantFrom(...words), { maxKeys: 3 })
    fc.assert(
      fc.property(evil, (at) => {
        const { units, source, options, broken, bytes } = write(id, 'block', ({ text }, position) => `Wort ${at[position] ?? ''} ${text}`.replace('  ', ' '))
        const bad = new Set(Object.keys(at).map(Number))
        expect(textsOf(bytes, options)).toEqual(units.map(({ text }, position) => (broken.has(position) ? text : `Wort ${text}`)))
        expect(shapes(bytes, options)).toEqual(shapes(source, options))
        expect([...broken].filter((position) => !bad.has(position))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('by sentence keeps its blocks, and only the sentence that would break them is left out', () => {
    const count = readDocument(Buffer.from(documents[id]![1]), optionsFor(id, 'sentence')).units.length
    fc.assert(
      fc.property(fc.nat({ max: count - 1 }), fc.constantFrom(...words), (bad, word) => {
        const { bytes, source, broken } = write(id, 'sentence', ({ text }, at) => (at === bad ? `${word} ${text}` : `Wort. Wort ${text}`))
        expect([...broken].filter((position) => position !== bad)).toEqual([])
        expect(shapes(bytes, optionsFor(id, 'block'))).toEqual(shapes(source, optionsFor(id, 'block')))
      }),
      { numRuns: 60 },
    )
  })
})

test.each([
  ['a new paragraph', 'SPLITS'],
  ['a fence that is never closed', 'SWALLOWS'],
  ['a heading', 'HEADING'],
  ['a comment that is never closed', 'COMMENT'],
  ['a link that the source has not', 'LINK'],
  ['another word', 'LOSES'],
])('%s in a paragraph is found, and the paragraph stays as in the source', (_, word) => {
  const { broken, units } = write('markdown', 'block', ({ text }) => (text.startsWith('First') ? `${word} ${text}` : `Wort ${text}`))
  expect([...broken].map((at) => units[at]!.text)).toEqual(['First is <1>this</1> paragraph. It has <2>two</2> sentences.'])
})

test('a column of a table that is one too many is found', () => {
  const { broken, units } = write('markdown', 'block', ({ text }) => (text === 'Left' ? 'CELL links' : `Wort ${text}`))
  expect([...broken].map((at) => units[at]!.text)).toEqual(['Left'])
})

test('codes in another order, a translation that says nothing, and other white space change no structure', () => {
  const targets: Record<string, string> = {
    'First is <1>this</1> paragraph. It has <2>two</2> sentences.': 'Er hat <2>zwei</2>  Sätze. <1>Dies</1> ist es.',
    'A quote': '…',
    'Another item with two lines': 'Another\titem',
  }
  const { broken } = write('markdown', 'block', ({ text }) => targets[text] ?? null, markdown)
  expect([...broken]).toEqual([])
})

test('hundreds of broken translations are found in a document of thousands', () => {
  const source = Array.from({ length: 3000 }, (_, at) => `Paragraph number ${at}.`).join('\n\n')
  const options = optionsFor('markdown', 'block')
  const bytes = Buffer.from(source)
  const { units } = readDocument(bytes, options)
  const targets = units.map((_, at) => (at % 10 === 3 ? `LOSES ${at}` : `Absatz Nummer ${at}.`))
  const { broken } = writeFaithfully({ bytes, format: buggy(markdown), units, options }, targets)
  expect([...broken]).toEqual(units.flatMap((_, at) => (at % 10 === 3 ? [at] : [])))
})

test('what another version of a reader saw is written as it is, and not called checked', () => {
  const source = Buffer.from('One.\n\nTwo.\n')
  const options = optionsFor('markdown', 'block')
  const [first] = readDocument(source, options).units
  const { bytes, broken, checked } = writeFaithfully({ bytes: source, format: markdown, units: [first!], options }, ['Eins.'])
  expect([Buffer.from(bytes).toString(), broken.size, checked]).toEqual(['Eins.\n\nTwo.\n', 0, false])
})
