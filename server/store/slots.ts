import { sql } from 'kysely'
import type { Code, UnitKind } from '../document/unit.js'
import type { ReadingOptions } from '../workflow/settings.js'
import type { Reader } from './database.js'
import { fromJson, type Json } from './json.js'

/** Where a unit stands in its document, how that document was read, and what stands there in a language. */
export interface Slot {
  /** Of the revision's bytes. */
  sha256: string
  format: string
  sourceLocale: string
  options: ReadingOptions
  start: number
  end: number
  kind: UnitKind
  level: number
  key: string | null
  context: string
  codes: Code[]
  text: string
  target: string | null
}

type SlotRow = Omit<Slot, 'options' | 'codes'> & { options: Json<ReadingOptions>; codes: Json<Code[]> }

/** The slot of a unit in the current revision; undefined where it does not stand in it. */
export async function findSlot(db: Reader, unitId: number, locale: string): Promise<Slot | undefined> {
  const { rows } = await sql<SlotRow>`
    select revision.blob_sha256 as sha256, document.format, wording.locale as "sourceLocale", revision.options, occurrence.range_start as start, occurrence.range_end as "end",
      occurrence.kind, occurrence.level, occurrence.key, occurrence.context, occurrence.codes, wording.text, translation.text as target
    from unit
      join document on document.id = unit.document_id
      join revision on revision.id = document.current_revision_id
      join occurrence on occurrence.revision_id = revision.id and occurrence.unit_id = unit.id
      join wording on wording.id = occurrence.wording_id
      left join target on target.unit_id = unit.id and target.locale = ${locale}
      left join translation on translation.id = target.translation_id
    where unit.id = ${unitId}`.execute(db)
  const [row] = rows
  return row && { ...row, options: fromJson(row.options), codes: fromJson(row.codes) }
}
