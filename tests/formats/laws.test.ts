import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareCodes, escapeText, parseText, serializeText } from '../../server/document/codes.js'
import type { Unit } from '../../server/document/unit.js'
import { formats } from '../../server/formats/index.js'
import { placedParts } from '../../server/formats/parts.js'
import { readDocument, type ReadOptions } from '../../server/formats/readDocument.js'
import { writeDocument } from '../../server/formats/writeDocument.js'

const frontMatter = ['title', 'description', 'author.bio', 'summary']
const optionsFor = (format: string, segmentation: 'block' | 'sentence' = 'block'): ReadOptions => ({ format, locale: 'en', segmentation, frontMatter })
const shapeOf = ({ text, kind, level, path, key, codes }: Unit) => ({
  text,
  kind,
  level,
  depth: path.length,
  key,
  codes: codes.map(({ id, type, close }) => [id, type, close !== undefined]),
})

/** Words, and all that could be taken for markup, at any place. */
const trap = fc.constantFrom(
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '\f',
    '\v',
    '"',
    "'",
    '<',
    '>',
    '&',
    '&amp;',
    '&#32;',
    '&lt',
    '|',
    '\\',
    '\\\\',
    '`',
    '``',
    '```',
    '*',
    '**',
    '_',
    '~',
    '~~',
    '~~~',
    '#',
    '##',
    '-',
    '---',
    '+',
    '+++',
    '=',
    '===',
    '1.',
    '2)',
    ':',
    '!',
    '![',
    '[',
    ']',
    '](x)',
    '[x]',
    '[^1]',
    '[^1]:',
    '[a]: b',
    '{',
    '}',
    '$',
  ],
  ...[
    '<b>',
    '</b>',
    '<br>',
    '<!-- x -->',
    '<!---->',
    '<?x?>',
    '<1>',
    '</1>',
    '<2/>',
    '\\<1>',
    'https://example.org/a_b',
    'www.example.org',
    'a@example.org',
    'null',
    'true',
    '007',
    '%',
    '@',
    '\u00a0',
    '\u200b',
    '\u2028',
    '👋🏽',
    'e\u0301',
    'שלום',
    '世界',
    '。',
    '“',
    '\u202e',
    'translate:off',
    '| --- |',
  ],
)
const word = fc.constantFrom('word', 'Wort', 'x', '9', 'é')
const saying = fc.array(fc.oneof(trap, trap, word, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 8 })

/** Text with one letter at least: without any it is no unit. */
const words = fc
  .tuple(saying, fc.constantFrom(' a ', ' b '), saying)
  .map(([before, letter, after]) => escapeText([...before, letter, ...after].join('').replace(/[\p{Cs}\x80-\x9f]/gu, '')))

describe.each(formats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  const folder = `tests/samples/${id}`
  const samples = readdirSync(folder).map((name): [string, Uint8Array] => [name, readFileSync(`${folder}/${name}`)])
  const sayable = (target: string) => format.sayable?.(target) ?? target

  const contentLength = (bytes: Uint8Array) => placedParts(bytes, format).reduce((sum, part) => sum + part.bytes.length, 0)

  /** The document with these targets, and what it reads as then. */
  const translated = (bytes: Uint8Array, targets: ReadonlyMap<number, string>, options = optionsFor(id)) => {
    const { units } = readDocument(bytes, options)
    const written = writeDocument(
      bytes,
      format,
      units.flatMap((unit, at) => (targets.has(at) ? { ...unit, target: targets.get(at)! } : [])),
    )
    return { units, again: readDocument(written, options).units }
  }

  test('has samples', () => expect(samples.length).toBeGreaterThan(0))

  describe.each(samples)('%s', (_, bytes) => {
    test.each(['block', 'sentence'] as const)('by %s: slots are ordered, disjoint and in bounds', (segmentation) => {
      const { units } = readDocument(bytes, optionsFor(id, segmentation))
      expect(units.length).toBeGreaterThan(0)
      let end = 0
      for (const unit of units) {
        expect(unit.start).toBeGreaterThanOrEqual(end)
        expect(unit.end).toBeGreaterThan(unit.start)
        end = unit.end
      }
      expect(end).toBeLessThanOrEqual(contentLength(bytes))
    })

    test('without edits the same bytes', () => {
      expect(Buffer.from(writeDocument(bytes, format, [])).equals(bytes)).toBe(true)
    })

    test.each(['block', 'sentence'] as const)('by %s: every unit written as it is reads the same', (segmentation) => {
      const options = optionsFor(id, segmentation)
      const { units } = readDocument(bytes, options)
      const { again } = translated(bytes, new Map(units.map((unit, at) => [at, unit.text])), options)
      expect(again.map(shapeOf)).toEqual(units.map(shapeOf))
    })

    test('any text in any unit reads back as it was written, and all other units stay', () => {
      const { units } = readDocument(bytes, optionsFor(id))
      fc.assert(
        fc.property(fc.nat({ max: units.length - 1 }), words, (at, target) => {
          const { again } = translated(bytes, new Map([[at, target]]))
          const wanted = units.map(({ text }) => text)
          wanted[at] = sayable(target)
          expect(again.map(({ text }) => text)).toEqual(wanted)
        }),
        { numRuns: 300 },
      )
    })

    test('any text in any sentence leaves the blocks around it as they were', () => {
      const blocks = readDocument(bytes, optionsFor(id))
      const { units } = readDocument(bytes, optionsFor(id, 'sentence'))
      fc.assert(
        fc.property(fc.nat({ max: units.length - 1 }), words, (at, target) => {
          const unit = units[at]!
          const written = writeDocument(bytes, format, [{ ...unit, target }])
          const again = readDocument(written, optionsFor(id)).units
          const around = (of: Unit[]) => of.filter((_, index) => blocks.units[index]!.end <= unit.start || blocks.units[index]!.start >= unit.end).map(shapeOf)
          expect(again.length).toBe(blocks.units.length)
          expect(around(again)).toEqual(around(blocks.units))
        }),
        { numRuns: 200 },
      )
    })

    test('codes keep their places among any words', () => {
      const { units } = readDocument(bytes, optionsFor(id))
      const coded = units.flatMap(({ codes }, at) => (codes.length > 0 ? [at] : []))
      if (coded.length === 0) return
      fc.assert(
        fc.property(fc.constantFrom(...coded), fc.array(words, { minLength: 1, maxLength: 4 }), (at, replacements) => {
          const unit = units[at]!
          const target = amongCodes(unit, replacements)
          expect(compareCodes(unit.text, target, unit.codes)).toEqual([])
          const { again } = translated(bytes, new Map([[at, target]]))
          expect(again.map(({ text }) => text)).toEqual(units.map(({ text }, other) => (other === at ? sayable(target) : text)))
        }),
        { numRuns: 300 },
      )
    })
  })

  test('any text is read without complaint, and written untouched', () => {
    const parts = samples.flatMap(([, bytes]) => placedParts(bytes, format).map((part) => Buffer.from(part.bytes).toString('utf8')))
    const marks = format.container ? parts.flatMap((part) => part.match(/<[^>]*>/g) ?? []) : []
    const piece = fc.oneof(
      trap,
      word,
      fc.constantFrom(...parts.map((part) => part.slice(0, 200)), ...marks),
      fc.constantFrom(...parts.map((part) => part.slice(0, 1000)), ...marks),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const slots = format.container ? slotsOf(text) : readDocument(Buffer.from(text), optionsFor(id)).units
        let end = 0
        for (const slot of slots) {
          expect(slot.start).toBeGreaterThanOrEqual(end)
          end = slot.end
        }
        expect(end).toBeLessThanOrEqual(Buffer.byteLength(text))
      }),
      { numRuns: 500 },
    )
  })

  /** A part of a container that says anything. */
  const slotsOf = (text: string) => {
    const { blocks } = format.read(text, optionsFor(id), { name: 'part.xml', sibling: () => undefined })
    return [...blocks].map(({ pieces }) => ({ start: pieces[0]!.start, end: pieces.at(-1)!.end }))
  }
})

/** The unit with other words in place of its words: its codes stay in their order. */
function amongCodes({ text }: Unit, replacements: readonly string[]): string {
  let next = 0
  return serializeText(parseText(text).flatMap((part) => (part.type === 'text' ? parseText(replacements[next++ % replacements.length]!) : [part])))
}
