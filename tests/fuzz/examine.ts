import { Refusal } from '../../server/errors.js'
import type { Format } from '../../server/formats/format.js'
import { placedParts } from '../../server/formats/parts.js'
import { readDocument, type ReadOptions } from '../../server/formats/readDocument.js'
import { writeDocument } from '../../server/formats/writeDocument.js'

export type Outcome = 'refused' | 'empty' | 'read' | 'not-read-back'

/**
 * Reads any bytes and writes them again. Throws where the reader does (but for a refusal), where slots are out of order or bounds, or where a byte outside of a slot changes.
 * `not-read-back` where the units, written as they are, read as others: markup so broken that its own text cannot be said in it.
 */
export function examine(format: Format, bytes: Uint8Array): Outcome {
  const options: ReadOptions = { format: format.id, locale: 'en', segmentation: 'block', frontMatter: ['title', 'description', 'summary'] }
  const reading = unlessRefused(() => readDocument(bytes, options))
  if (!reading) return 'refused'
  const parts = placedParts(bytes, format)
  const length = parts.reduce((sum, part) => sum + part.bytes.length, 0)
  let end = 0
  for (const unit of reading.units) {
    if (unit.start < end || unit.end < unit.start) throw new Error(`Slots are not in order at ${unit.start}`)
    end = unit.end
  }
  if (end > length) throw new Error(`A slot ends at ${end} of ${length}`)
  for (const problem of reading.problems)
    if (problem.start < 0 || problem.end < problem.start || problem.end > length) throw new Error(`A problem is at ${problem.start}…${problem.end} of ${length}`)
  if (format.container && !Buffer.from(format.container.close(bytes, new Map())).equals(bytes)) throw new Error('Closed without changes, the container has other bytes')
  const [first] = reading.units
  if (!first) return 'empty'
  outside(format, bytes, first)
  const sayable = (text: string) => format.sayable?.(text) ?? text
  const written = writeDocument(
    bytes,
    format,
    reading.units.map((unit) => ({ ...unit, target: unit.text })),
  )
  const again = unlessRefused(() => readDocument(written, options))
  const same = again?.units.length === reading.units.length && again.units.every(({ text }, at) => text === sayable(reading.units[at]!.text))
  return same ? 'read' : 'not-read-back'
}

/** With a translation of one unit, all bytes around its slot are as they were. */
function outside(format: Format, bytes: Uint8Array, unit: ReturnType<typeof readDocument>['units'][number]): void {
  const written = writeDocument(bytes, format, [{ ...unit, target: unit.text.replace(/\p{L}/u, 'x') }])
  const before = placedParts(bytes, format)
  const after = placedParts(written, format)
  if (after.length !== before.length) throw new Error('Parts came or went')
  before.forEach((part, at) => {
    const start = Math.min(Math.max(unit.start - part.start, 0), part.bytes.length)
    const tail = part.bytes.length - Math.min(Math.max(unit.end - part.start, 0), part.bytes.length)
    const changed = after[at]!.bytes
    const same = (from: number, to: number, by: number) => Buffer.compare(part.bytes.subarray(from, to), changed.subarray(from + by, to + by)) === 0
    if (!same(0, start, 0) || !same(part.bytes.length - tail, part.bytes.length, changed.length - part.bytes.length))
      throw new Error(`Bytes outside of the slot changed in ${part.name || 'the document'}`)
  })
}

function unlessRefused<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
