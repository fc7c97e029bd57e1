import { sql } from 'kysely'
import type { Code, UnitKind } from '../document/unit.js'
import type { ReadingOptions } from '../workflow/settings.js'
import type { Reader } from './database.js'
import { fromJson, type Json } from './json.js'
import { prepared } from './prepared.js'

/** Where a unit stands in its document, and how that document was read. */
export interface Slot {
  /** Of the revision's bytes. */
  sha256: string
  /** Of the document, in bytes. */
  size: number
  format: string
  locale: string
  options: ReadingOptions
  start: number
  end: number
  kind: UnitKind
  level: number
  key: string | null
  context: string
  codes: Code[]
  text: string
}

type SlotRow = Omit<Slot, 'options' | 'codes'> & { options: Json<ReadingOptions>; codes: Json<Code[]> }

const slotRow = prepared<{ unitId: number }, SlotRow>(
  (slot) => sql`
    select revision.blob_sha256 as sha256, blob.size, document.format, wording.locale, revision.options, occurrence.range_start as start, occurrence.range_end as "end",
      occurrence.kind, occurrence.level, occurrence.key, occurrence.context, occurrence.codes, wording.text
    from unit
      join document on document.id = unit.document_id
      join revision on revision.id = document.current_revision_id
      join blob on blob.sha256 = revision.blob_sha256
      join occurrence on occurrence.revision_id = revision.id and occurrence.unit_id = unit.id
      join wording on wording.id = occurrence.wording_id
    where unit.id = ${slot('unitId')}`,
)

/** The slot of a unit in the current revision; undefined where it does not stand in it. */
export async function findSlot(db: Reader, unitId: number): Promise<Slot | undefined> {
  const [row] = await slotRow(db, { unitId })
  return row && { ...row, options: fromJson(row.options), codes: fromJson(row.codes) }
}
