import type { UnitRow } from '../contract/unit.js'
import { plainText } from '../document/codes.js'
import type { Reader } from '../store/database.js'
import type { DocumentHead } from '../store/documentHead.js'
import { readTexts, readUnitFacts } from '../store/unitRows.js'
import type { Status } from '../workflow/status.js'
import { unitRow } from './unitRow.js'

export interface UnitQuery {
  /** Position to start at. */
  from: number
  count: number
  status?: Status
  /** Text to find in source or target, whatever its case and whatever codes stand in it. */
  q?: string
}

export interface FoundUnits {
  rows: UnitRow[]
  /** Position to go on from; null at the end. */
  next: number | null
}

/** How many texts are looked through before other requests get their turn. */
const texts = 1000

/** Units in document order: a window of the document, or those that have a status or a text. */
export async function findUnits(db: Reader, head: DocumentHead, locale: string, { from, count, status, q }: UnitQuery): Promise<FoundUnits> {
  const needle = foldText(q ?? '')
  if (needle === '') {
    const facts = await readUnitFacts(db, head, locale, { from, status, limit: count + 1 })
    return { rows: facts.slice(0, count).map((it) => unitRow(it, head)), next: facts[count]?.position ?? null }
  }
  const found = await search(db, head, locale, { from, count: count + 1, status, needle })
  const unitIds = found.slice(0, count).map(({ unitId }) => unitId)
  const facts = unitIds.length === 0 ? [] : await readUnitFacts(db, head, locale, { unitIds })
  return { rows: facts.map((it) => unitRow(it, head)), next: found[count]?.position ?? null }
}

type Search = Pick<UnitQuery, 'from' | 'count' | 'status'> & { needle: string }

async function search(db: Reader, head: DocumentHead, locale: string, { from, count, status, needle }: Search): Promise<{ unitId: number; position: number }[]> {
  const found: { unitId: number; position: number }[] = []
  for (let start = from; ;) {
    const window = await readTexts(db, head, locale, { from: start, status, limit: texts })
    found.push(...window.filter(({ source, text }) => holds(source, needle) || (text !== null && holds(text, needle))))
    const last = window.at(-1)
    if (found.length >= count || !last || window.length < texts) return found.slice(0, count)
    start = last.position + 1
  }
}

const holds = (text: string, needle: string): boolean => foldText(text).includes(needle) || (text.includes('<') && foldText(plainText(text)).includes(needle))

/** Makes texts equal that differ only in case or in the form of their characters. Upper case first, so that "ß" meets "SS" and "ς" meets "σ". */
const foldText = (text: string): string => text.normalize('NFKC').toUpperCase().toLowerCase()
