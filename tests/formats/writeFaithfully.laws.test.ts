import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Format } from '../../server/formats/format.js'
import { formatById } from '../../server/formats/index.js'
import { readDocument, type ReadOptions } from '../../server/formats/readDocument.js'
import { writeFaithfully } from '../../server/formats/writeFaithfully.js'

const folder = new URL('../samples/', import.meta.url)
const samples = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('//', '/'))
  .flatMap((path) => {
    const bytes = readFileSync(path)
    const options: ReadOptions = { path, locale: 'en', segmentation: 'block' }
    const reading = readDocument(bytes, options)
    return reading.units.length > 0 ? [{ path, bytes, options: { ...options, format: reading.format }, units: reading.units }] : []
  })
const ids = [...new Set(samples.map(({ options }) => options.format))]

/** What may stand in a slot as it is, by a fault of a speller: markup, marks that end a text, what opens and never ends. */
const harm = fc.constantFrom(
  ...['</p>', '<', '>', '&', '&x;', '"', "'", '-->', '<!--', ']]>', '<![CDATA[', '<?', '</w:t>', '</a:t></a:r>', '<text:p/>', '</text:p>', '<script>', '<td>', '</table>'],
  ...['\n\n', '\n', '\n# ', '\n- ', '\n```\n', '`', '*', '|', '\n|===\n', '[', ']', '](', '{', '\\', '\0', '\n\n1\n00:00:01,000 --> 00:00:02,000\n', '\n----\n', '+++', 'a', ' '],
)
const harmful = fc.array(harm, { minLength: 1, maxLength: 4 }).map((some) => `Wort ${some.join('')}`)

const mark = '\ufdd0'
/** The format with a speller that writes some words as they are. */
const faulty = (format: Format): Format => ({ ...format, spell: (target, slot) => (target.startsWith(mark) ? target.slice(1) : format.spell(target, slot)) })

describe.each(ids)('a document in %s with one translation that is spelled wrongly', (id) => {
  const documents = samples.filter(({ options }) => options.format === id)
  const anywhere = fc.constantFrom(...documents).chain((document) => fc.tuple(fc.constant(document), fc.nat({ max: document.units.length - 1 })))

  test('comes out, with all other translations in it', () => {
    fc.assert(
      fc.property(anywhere, harmful, ([{ bytes, units, options }, bad], text) => {
        const format = faulty(formatById(id)!)
        const {
          bytes: written,
          broken,
          checked,
        } = writeFaithfully(
          { bytes, format, units, options },
          units.map((unit, at) => (at === bad ? mark + text : unit.text)),
        )
        expect([...broken].filter((at) => at !== bad)).toEqual([])
        expect(checked).toBe(true)
        const read = readDocument(written, options).units.map((unit) => unit.text)
        if (broken.size > 0) expect(read).toEqual(units.map((unit) => format.sayable?.(unit.text) ?? unit.text))
      }),
      { numRuns: 30 },
    )
  })
})
