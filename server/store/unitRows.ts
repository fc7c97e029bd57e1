import { sql, type RawBuilder } from 'kysely'
import type { Code, UnitKind } from '../document/unit.js'
import { statuses, type Status } from '../workflow/status.js'
import type { Reader } from './database.js'
import type { DocumentHead } from './documentHead.js'
import type { Json } from './json.js'
import { prepared } from './prepared.js'
import { statusIndex } from './status.js'

/** A unit in a locale with all that the workbench shows of it. */
export interface UnitFacts {
  unitId: number
  position: number
  kind: UnitKind
  level: number
  key: string | null
  note: string | null
  codes: Json<Code[]>
  context: string
  wordingId: number
  source: string
  words: number
  status: Status
  translationId: number | null
  text: string | null
  version: number | null
  /** Source that the translation was made from. */
  madeFromWordingId: number | null
  madeFrom: string | null
  authorId: number | null
  authorName: string | null
  savedAt: string | null
  /** What the unit that this one came from was translated with, and what that says in the source; null where this one has a translation of its own. */
  inherited: string | null
  inheritedFrom: string | null
  locale: string
  /** The last verdict on the translation. */
  verdict: 'approve' | 'reject' | null
  verdictNote: string | null
  verdictAt: string | null
  reviewerId: number | null
  reviewerName: string | null
  comments: number
}

/** Which units of a document: all where nothing is said. */
export interface RowFilter {
  unitIds?: readonly number[]
  from?: number
  limit?: number
  status?: Status
}

/** A text, or where it goes into a prepared query. */
type Text = string | RawBuilder<string>

type FactsRow = Omit<UnitFacts, 'status'> & { status: number }

const unitFacts = (locale: Text, status: RawBuilder<number>, where: RawBuilder<unknown>) => sql<FactsRow>`
  select occurrence.unit_id as "unitId", occurrence.position, occurrence.kind, occurrence.level, occurrence.key, occurrence.note, occurrence.codes, occurrence.context,
    wording.id as "wordingId", wording.text as source, wording.word_count as words, ${status} as status,
    translation.id as "translationId", translation.text, target.version, translation.created_at as "savedAt", translation.author_id as "authorId", author.name as "authorName",
    made_from.id as "madeFromWordingId", made_from.text as "madeFrom",
    last.kind as verdict, last.note as "verdictNote", last.created_at as "verdictAt", last.reviewer_id as "reviewerId", reviewer.name as "reviewerName",
    case when translation.id is null and unit.derived_from_unit_id is not null then ${inherited(locale, sql`former.text`)} end as inherited,
    case when translation.id is null and unit.derived_from_unit_id is not null then ${inherited(locale, sql`(select text from wording where id = former.wording_id)`)} end as "inheritedFrom",
    ${locale} as locale,
    (select count(*) from comment where comment.unit_id = occurrence.unit_id and ${isOpenThread(locale)}) as comments
  from occurrence
    join wording on wording.id = occurrence.wording_id
    join unit on unit.id = occurrence.unit_id
    ${current(locale)}
    left join account author on author.id = translation.author_id
    left join wording made_from on made_from.id = translation.wording_id
    left join verdict last on last.id = (select max(verdict.id) from verdict where verdict.translation_id = translation.id)
    left join account reviewer on reviewer.id = last.reviewer_id
  where ${where}`

const toFacts = ({ status, ...row }: FactsRow): UnitFacts => ({ ...row, status: statuses[status]! })

/** Units of the current revision in document order. */
export async function readUnitFacts(db: Reader, head: DocumentHead, locale: string, filter: RowFilter): Promise<UnitFacts[]> {
  const status = statusIndex(head.projectId, head.approvalsRequired)
  const { rows } = await sql<FactsRow>`${unitFacts(locale, status, conditions(head, filter, status))} order by occurrence.position ${limit(filter)}`.execute(db)
  return rows.map(toFacts)
}

const oneUnit = prepared<{ revisionId: number; unitId: number; locale: string; projectId: number; approvalsRequired: number }, FactsRow>((slot) =>
  unitFacts(
    slot('locale'),
    statusIndex(slot('projectId'), slot('approvalsRequired')),
    sql`occurrence.revision_id = ${slot('revisionId')} and occurrence.unit_id = ${slot('unitId')}`,
  ),
)

/** A unit of the current revision; undefined where it does not stand in it. */
export async function readUnit(db: Reader, { revisionId, projectId, approvalsRequired }: DocumentHead, locale: string, unitId: number): Promise<UnitFacts | undefined> {
  const [row] = await oneUnit(db, { revisionId, unitId, locale, projectId, approvalsRequired })
  return row && toFacts(row)
}

/** Source and target texts in document order, to search in. */
export async function readTexts(db: Reader, head: DocumentHead, locale: string, filter: RowFilter) {
  const { rows } = await sql<{ unitId: number; position: number; source: string; text: string | null }>`
    select occurrence.unit_id as "unitId", occurrence.position, wording.text as source, translation.text
    from occurrence join wording on wording.id = occurrence.wording_id ${current(locale)}
    where ${conditions(head, filter, statusIndex(head.projectId, head.approvalsRequired))}
    order by occurrence.position
    ${limit(filter)}`.execute(db)
  return rows
}

export interface OutlineRow {
  id: number
  /** Index in `statuses`. */
  status: number
  kind: UnitKind
  level: number
  characters: number
}

/** All units of a document in document order, in short. */
export async function readOutline(db: Reader, head: DocumentHead, locale: string): Promise<OutlineRow[]> {
  const { rows } = await sql<OutlineRow>`
    select occurrence.unit_id as id, ${statusIndex(head.projectId, head.approvalsRequired)} as status, occurrence.kind, occurrence.level, wording.char_count as characters
    from occurrence join wording on wording.id = occurrence.wording_id ${current(locale)}
    where occurrence.revision_id = ${head.revisionId}
    order by occurrence.position`.execute(db)
  return rows
}

/** Open threads of a document by unit: those for this locale and for all. */
export async function countOpenThreads(db: Reader, documentId: number, locale: string): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; open: number }>`
    select unit.id, count(*) as open from unit join comment on comment.unit_id = unit.id
    where unit.document_id = ${documentId} and ${isOpenThread(locale)} group by unit.id`.execute(db)
  return new Map(rows.map(({ id, open }) => [id, open]))
}

/** The wordings that a unit of a document had in published revisions; undefined where it does not stand in the current one. */
export async function findWordings(db: Reader, head: DocumentHead, unitId: number): Promise<{ current: number; earlier: number[] } | undefined> {
  const rows = await db
    .selectFrom('occurrence')
    .innerJoin('revision', 'revision.id', 'occurrence.revision_id')
    .where('occurrence.unit_id', '=', unitId)
    .where('revision.document_id', '=', head.documentId)
    .where('revision.published_at', 'is not', null)
    .select(['occurrence.revision_id', 'occurrence.wording_id'])
    .execute()
  const current = rows.find((row) => row.revision_id === head.revisionId)?.wording_id
  if (current === undefined) return undefined
  return { current, earlier: [...new Set(rows.map((row) => row.wording_id))].filter((id) => id !== current) }
}

const isOpenThread = (locale: Text) => sql`comment.parent_id is null and comment.resolved_at is null and (comment.locale is null or comment.locale = ${locale})`

/** The current translation of an occurrence, where there is one. */
const current = (locale: Text) => sql`
  left join target on target.unit_id = occurrence.unit_id and target.locale = ${locale}
  left join translation on translation.id = target.translation_id`

/** Of what the unit that this one came from was translated with, before it was split or joined. */
const inherited = (locale: Text, what: RawBuilder<unknown>) => sql`(
  select ${what} from translation former where former.unit_id = unit.derived_from_unit_id and former.locale = ${locale}
    and former.wording_id in (select earlier.wording_id from occurrence earlier where earlier.unit_id = unit.derived_from_unit_id and earlier.revision_id < unit.born_revision_id)
  order by former.id desc limit 1)`

const limit = (filter: RowFilter) => (filter.limit === undefined ? sql`` : sql`limit ${filter.limit}`)

function conditions(head: DocumentHead, filter: RowFilter, status: RawBuilder<number>) {
  const all = [sql`occurrence.revision_id = ${head.revisionId}`]
  if (filter.unitIds) all.push(sql`occurrence.unit_id in (${sql.join(filter.unitIds)})`)
  if (filter.from !== undefined) all.push(sql`occurrence.position >= ${filter.from}`)
  if (filter.status) all.push(sql`${status} = ${statuses.indexOf(filter.status)}`)
  return sql.join(all, sql` and `)
}
