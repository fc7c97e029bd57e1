import { sql } from 'kysely'
import type { Code, UnitKind } from '../document/unit.js'
import type { Reader, Writer } from './database.js'
import { jsonRows } from './jsonRows.js'
import { fromJson, type Json } from './json.js'

/** Makes new units, answers their ids in the order of `derivedFrom` (the unit that each came from, null for one that is simply new). */
export async function insertUnits(db: Writer, documentId: number, revisionId: number, derivedFrom: readonly (number | null)[]): Promise<number[]> {
  if (derivedFrom.length === 0) return []
  const made = await sql<{ id: number; derived: number | null }>`
    insert into unit (document_id, born_revision_id, derived_from_unit_id)
    select ${documentId}, ${revisionId}, cast(value ->> 'from' as integer) from ${jsonRows(db, JSON.stringify(derivedFrom.map((from) => ({ from }))))} as element
    where true
    returning id, derived_from_unit_id as derived`.execute(db)
  // No database promises the order of RETURNING, but units of the same origin are alike.
  const byOrigin = new Map<number | null, number[]>()
  for (const { id, derived } of made.rows.toSorted((a, b) => b.id - a.id)) byOrigin.set(derived, [...(byOrigin.get(derived) ?? []), id])
  return derivedFrom.map((from) => byOrigin.get(from)?.pop() ?? missing())
}

function missing(): never {
  throw new Error('The database made fewer units than it was asked for')
}

/** Writes prepared rows (JSON) of a revision from position `from` on; `unitIds` has one unit for each. Their wordings are there already. */
export async function insertOccurrences(db: Writer, revisionId: number, part: { locale: string; from: number; rows: string; unitIds: readonly number[] }): Promise<void> {
  await sql`
    insert into occurrence (revision_id, position, unit_id, wording_id, range_start, range_end, kind, level, "key", note, codes, path, context)
    select ${revisionId}, ${part.from} + cast(element.key as integer), cast(unit.value as integer), wording.id,
      cast(element.value ->> 'start' as integer), cast(element.value ->> 'end' as integer), element.value ->> 'kind', cast(element.value ->> 'level' as integer),
      element.value ->> 'key', element.value ->> 'note', element.value ->> 'codes', element.value ->> 'path', element.value ->> 'context'
    from ${jsonRows(db, part.rows)} as element
    join ${jsonRows(db, JSON.stringify(part.unitIds))} as unit on unit.key = element.key
    join wording on wording.hash = element.value ->> 'hash' and wording.locale = ${part.locale}`.execute(db)
}

/** A unit as alignment and comparison look at it. */
export interface OccurrenceText {
  position: number
  unitId: number
  wordingId: number
  hash: string
  text: string
  words: number
  start: number
  end: number
  kind: UnitKind
  level: number
  key: string | null
  path: Json<string[]>
  codes: Json<Code[]>
}

/** Up to `limit` units of a revision from a position on, in order. */
export async function readOccurrences(db: Reader, revisionId: number, from: number, limit: number): Promise<OccurrenceText[]> {
  return db
    .selectFrom('occurrence')
    .innerJoin('wording', 'wording.id', 'occurrence.wording_id')
    .where('revision_id', '=', revisionId)
    .where('position', '>=', from)
    .where('position', '<', from + limit)
    .orderBy('position')
    .select([
      'position',
      'unit_id as unitId',
      'wording_id as wordingId',
      'wording.hash',
      'wording.text',
      'wording.word_count as words',
      'range_start as start',
      'range_end as end',
      'kind',
      'level',
      'key',
      'path',
      'codes',
    ])
    .execute()
}

/** Where a unit stands in a revision; undefined where it does not. */
export async function findOccurrence(db: Reader, revisionId: number, unitId: number): Promise<{ position: number; text: string } | undefined> {
  return db
    .selectFrom('occurrence')
    .innerJoin('wording', 'wording.id', 'occurrence.wording_id')
    .where('unit_id', '=', unitId)
    .where('revision_id', '=', revisionId)
    .select(['position', 'wording.text'])
    .executeTakeFirst()
}

/** Units of a revision, by position. */
export async function readUnitIds(db: Reader, revisionId: number): Promise<number[]> {
  const rows = await db.selectFrom('occurrence').where('revision_id', '=', revisionId).orderBy('position').select('unit_id').execute()
  return rows.map((row) => row.unit_id)
}

/** Which units of a document said one of these wordings (hashes) in a published revision: by hash, the oldest first. */
export async function findUnitsByWording(db: Reader, documentId: number, locale: string, hashes: readonly string[]): Promise<Map<string, number[]>> {
  const rows = await sql<{ hash: string; id: number }>`
    select distinct wording.hash, occurrence.unit_id as id
    from ${jsonRows(db, JSON.stringify(hashes.map((hash) => ({ hash }))))} as element
    join wording on wording.hash = element.value ->> 'hash' and wording.locale = ${locale}
    join occurrence on occurrence.wording_id = wording.id
    join unit on unit.id = occurrence.unit_id and unit.document_id = ${documentId}
    join revision on revision.id = occurrence.revision_id and revision.published_at is not null
    order by id`.execute(db)
  const found = new Map<string, number[]>()
  for (const { hash, id } of rows.rows) found.set(hash, [...(found.get(hash) ?? []), id])
  return found
}

/** Documents of a project in whose current revision one of these wordings stands, or one that was declared to mean the same later. */
export async function listDocumentsThatShow(db: Reader, projectId: number, wordingIds: readonly number[]): Promise<number[]> {
  const rows = await sql<{ id: number }>`
    with recursive reached (id) as (
      select cast(value as integer) from ${jsonRows(db, JSON.stringify(wordingIds))} as element
      union
      select equivalence.later_wording_id from reached
      join equivalence on equivalence.earlier_wording_id = reached.id and equivalence.project_id = ${projectId} and equivalence.withdrawn_at is null
    )
    select distinct document.id from reached
    join occurrence on occurrence.wording_id = reached.id
    join document on document.current_revision_id = occurrence.revision_id and document.project_id = ${projectId}`.execute(db)
  return rows.rows.map((row) => row.id)
}

/** Wordings at some positions of a revision. */
export async function readWordingIds(db: Reader, revisionId: number, positions: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ position: number; id: number }>`
    select occurrence.position, occurrence.wording_id as id
    from ${jsonRows(db, JSON.stringify(positions))} as element
    join occurrence on occurrence.revision_id = ${revisionId} and occurrence.position = cast(element.value as integer)`.execute(db)
  return new Map(rows.map(({ position, id }) => [position, id]))
}

/** What the codes of a wording stood for where a unit last had it; none where it never had. */
export async function readEarlierCodes(db: Reader, unitId: number, wordingId: number): Promise<Code[]> {
  const found = await db
    .selectFrom('occurrence')
    .where('unit_id', '=', unitId)
    .where('wording_id', '=', wordingId)
    .orderBy('revision_id', 'desc')
    .select('codes')
    .executeTakeFirst()
  return found ? fromJson(found.codes) : []
}
