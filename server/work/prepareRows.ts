import { plainText } from '../document/codes.js'
import { hashWording } from '../document/hash.js'
import type { Problem, Unit } from '../document/unit.js'
import { countWords } from '../document/words.js'
import { readDocument, type ReadOptions } from '../formats/readDocument.js'
import { batchRows } from './batch.js'
import type { Report } from './report.js'

/** A document that is to be read: its bytes, and how. */
export interface Unread extends ReadOptions {
  bytes: Uint8Array
}

/** What a reading found, besides its units. */
export interface Prepared {
  format: string
  title: string | null
  units: number
  words: number
  problems: Problem[]
}

/** A unit as the store writes it: see store/occurrences.ts and store/wordings.ts. */
interface PreparedRow extends Omit<Unit, 'id'> {
  hash: string
  words: number
  chars: number
}

/** Of a title, in characters. */
const longestTitle = 300

/** Reads a document and hands over its units as rows for the store. */
export function prepareDocument(input: Unread, report: Report): Prepared {
  return prepare(input, report).prepared
}

/** The same, with the rows. */
export function prepare({ bytes, ...options }: Unread, report: Report): { prepared: Prepared; rows: PreparedRow[] } {
  report.progress('reading', 0, bytes.length)
  const { format, title, units, problems } = readDocument(bytes, options)
  report.progress('reading', bytes.length, bytes.length)
  const rows = units.map((unit) => ({
    ...unit,
    hash: hashWording(unit.text),
    words: countWords(unit.text, options.locale),
    chars: plainText(unit.text).length,
  }))
  for (let from = 0; from < rows.length; from += batchRows) report.batch(JSON.stringify(rows.slice(from, from + batchRows)))
  const words = rows.reduce((sum, row) => sum + row.words, 0)
  return { prepared: { format, title: title === null ? null : plainText(title).slice(0, longestTitle), units: rows.length, words, problems }, rows }
}
