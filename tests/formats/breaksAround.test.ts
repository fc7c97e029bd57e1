import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { breaksAround } from '../../server/formats/breaksAround.js'
import type { Format } from '../../server/formats/format.js'
import { formats } from '../../server/formats/index.js'
import { markdown } from '../../server/formats/markdown.js'
import { openParts } from '../../server/formats/openParts.js'
import { placedParts } from '../../server/formats/parts.js'
import { readDocument, type ReadOptions } from '../../server/formats/readDocument.js'

const optionsFor = (format: string, segmentation: 'block' | 'sentence' = 'block'): ReadOptions => ({ format, locale: 'en', segmentation, frontMatter: ['title'] })

/** Whether the unit that says `source` breaks the document when it says `target`. */
function breaks(document: string, source: string, target: string, { format = markdown, segmentation = 'block' as 'block' | 'sentence', limit = Infinity } = {}): boolean | null {
  const bytes = Buffer.from(document)
  const options = optionsFor('markdown', segmentation)
  const unit = readDocument(bytes, options).units.find(({ text }) => text === source)
  const place = openParts(placedParts(bytes, format))(unit!)!
  return breaksAround(place.part, format, options, place.unit, target, limit)
}

/** Writes a text as it is, whatever it does there. */
const careless: Format = { ...markdown, spell: (target) => target }

describe('a translation', () => {
  const document = '# Rights\n\nFirst paragraph.\n\n| Head | Cell |\n| --- | --- |\n| Left | Right |\n\nLast one. And its second sentence.\n'

  test.each([
    ['plain words', 'First paragraph.', 'Premier alinéa.', false],
    ['signs that mean nothing there', 'First paragraph.', 'C’est « ça » : 1 + 1 = 2 (ou 3) !', false],
    ['a heading', 'First paragraph.', '# Titre', true],
    ['two paragraphs', 'First paragraph.', 'Un.\n\nDeux.', true],
    ['a comment that is never closed', 'First paragraph.', '<!-- Un', true],
    ['emphasis', 'First paragraph.', 'Un *alinéa*.', true],
    ['a column too many', 'Left', 'à | gauche', true],
    ['two lines in a cell', 'Left', 'à\ngauche', true],
  ])('of %s', (_, source, target, expected) => {
    expect(breaks(document, source, target, { format: careless })).toBe(expected)
  })

  test('may have other sentences than its source, but not other blocks', () => {
    const bySentence = { format: careless, segmentation: 'sentence' as const }
    expect(breaks(document, 'And its second sentence.', 'Et la deuxième. Et une troisième.', bySentence)).toBe(false)
    expect(breaks(document, 'And its second sentence.', 'Et la deuxième.\n\nEt une troisième.', bySentence)).toBe(true)
  })

  test('in the last row of a long table is tried with the head of the table', () => {
    const long = `| Head | Cell |\n| --- | --- |\n${Array.from({ length: 300 }, (_, at) => `| Row ${at} | words of row ${at} |\n`).join('')}`
    expect(breaks(long, 'Row 299', 'Ligne 299', { format: careless })).toBe(false)
    expect(breaks(long, 'Row 299', 'Ligne | 299', { format: careless })).toBe(true)
    expect(breaks(long, 'Row 299', 'Ligne | 299', { format: careless, limit: 1000 })).toBe(null)
  })
})

describe.each(formats.map((format) => [format.id, format] as const))('in every sample of %s', (id, format) => {
  const folder = `tests/samples/${id}`
  const samples = readdirSync(folder).map((name): [string, Uint8Array] => [name, readFileSync(`${folder}/${name}`)])

  test.each(samples)('%s no text breaks anything', (_, bytes) => {
    const sign = fc.constantFrom('|', '\n', '\n\n', '*', '_', '<b>', '-->', '"', "'", '#', '- ', ': ', '&', '`', 'https://example.org', ']', '—', 'Wort')
    fc.assert(
      fc.property(fc.nat(), fc.array(sign, { maxLength: 5 }), fc.constantFrom('block', 'sentence'), (at, signs, segmentation) => {
        const options = optionsFor(id, segmentation)
        const { units } = readDocument(bytes, options)
        const unit = units[at % units.length]!
        const place = openParts(placedParts(bytes, format))(unit)!
        expect(breaksAround(place.part, format, options, place.unit, `${unit.text}${signs.join(' ')}`), unit.text).toBe(false)
      }),
      { numRuns: 100 },
    )
  })
})
