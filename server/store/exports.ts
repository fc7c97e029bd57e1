import { sql } from 'kysely'
import type { Code, UnitKind } from '../document/unit.js'
import { statuses, type Status } from '../workflow/status.js'
import type { Reader } from './database.js'
import type { DocumentHead } from './documentHead.js'
import type { Json } from './json.js'
import { statusIndex } from './status.js'

/** A slot of a document and the translation that may go there. */
export interface ExportUnit {
  unitId: number
  position: number
  start: number
  end: number
  kind: UnitKind
  level: number
  key: string | null
  codes: Json<Code[]>
  context: string
  source: string
  words: number
  status: Status
  target: string | null
}

/** Up to `limit` units of the current revision from a position on, in document order. */
export async function readExportUnits(db: Reader, head: DocumentHead, locale: string, from: number, limit: number): Promise<ExportUnit[]> {
  const { rows } = await sql<Omit<ExportUnit, 'status'> & { status: number }>`
    select occurrence.unit_id as "unitId", occurrence.position, occurrence.range_start as start, occurrence.range_end as "end", occurrence.kind, occurrence.level, occurrence.key,
      occurrence.codes, occurrence.context,
      wording.text as source, wording.word_count as words, translation.text as target,
      ${statusIndex(head.projectId, head.approvalsRequired)} as status
    from occurrence
      join wording on wording.id = occurrence.wording_id
      left join target on target.unit_id = occurrence.unit_id and target.locale = ${locale}
      left join translation on translation.id = target.translation_id
    where occurrence.revision_id = ${head.revisionId} and occurrence.position >= ${from} and occurrence.position < ${from + limit}
    order by occurrence.position`.execute(db)
  return rows.map((row) => Object.assign(row, { status: statuses[row.status] ?? 'missing' }))
}

/** How many earlier translations of a unit are looked at. */
const earlierTranslations = 20

/** Translations that could stand in an export in place of the current one, because they are right for what the source says now: by unit, approved ones first, then the latest. */
export async function readEarlierTranslations(
  db: Reader,
  head: DocumentHead,
  locale: string,
  unitIds: readonly number[],
  approvedOnly: boolean,
): Promise<Record<number, string[]>> {
  const earlier: Record<number, string[]> = {}
  for (const unitId of unitIds) {
    const { rows } = await sql<{ text: string; status: number }>`
      select translation.text, ${statusIndex(head.projectId, head.approvalsRequired)} as status
      from occurrence
        join target on target.unit_id = occurrence.unit_id and target.locale = ${locale}
        join translation on translation.unit_id = occurrence.unit_id and translation.locale = ${locale} and translation.id <> target.translation_id
      where occurrence.revision_id = ${head.revisionId} and occurrence.unit_id = ${unitId}
      order by status desc, translation.id desc
      limit ${earlierTranslations}`.execute(db)
    earlier[unitId] = rows.filter(({ status }) => statuses[status] === 'approved' || (!approvedOnly && statuses[status] === 'translated')).map(({ text }) => text)
  }
  return earlier
}
