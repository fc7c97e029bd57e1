import { sql } from 'kysely'
import { noCounts, type Counts, type CountsByLocale } from '../workflow/progress.js'
import type { ProjectSettings } from '../workflow/settings.js'
import { statuses, type Status } from '../workflow/status.js'
import type { Reader, Writer } from './database.js'
import { fromJson } from './json.js'
import type { ProgressTable } from './schema.js'
import { statusIndex } from './status.js'

/**
 * Counts a document's units by status in every target locale of its project anew, from the tables that the counts are derived from.
 * For whatever touches many units at once: a published revision, new settings, another list of locales.
 */
export async function rebuildProgress(db: Writer, documentId: number): Promise<void> {
  await db.deleteFrom('progress').where('document_id', '=', documentId).execute()
  const rows = Object.entries(await countUnits(db, documentId)).map(([locale, counts]) => ({ document_id: documentId, locale, ...toColumns(counts) }))
  if (rows.length > 0) await db.insertInto('progress').values(rows).execute()
}

/** Moves one unit from one status to another. */
export async function moveProgress(db: Writer, documentId: number, locale: string, from: Status, to: Status, words: number): Promise<void> {
  if (from === to) return
  const change = (column: string, by: number) => sql`${sql.ref(column)} = ${sql.ref(column)} + ${by}`
  await sql`update progress set ${sql.join([change(`${from}_units`, -1), change(`${from}_words`, -words), change(`${to}_units`, 1), change(`${to}_words`, words)])}
    where document_id = ${documentId} and locale = ${locale}`.execute(db)
}

/** Counts by document and locale: of these documents, or of all that a project has (but archived ones). */
export async function readProgress(db: Reader, of: readonly number[] | number): Promise<Map<number, CountsByLocale>> {
  const all = db.selectFrom('progress').selectAll('progress')
  const rows = await (
    typeof of === 'number'
      ? all.innerJoin('document', 'document.id', 'progress.document_id').where('document.project_id', '=', of).where('document.archived_at', 'is', null)
      : all.where('document_id', 'in', of)
  ).execute()
  const byDocument = new Map<number, CountsByLocale>()
  for (const row of rows) {
    const byLocale = byDocument.get(row.document_id) ?? {}
    byLocale[row.locale] = fromColumns(row)
    byDocument.set(row.document_id, byLocale)
  }
  return byDocument
}

/** What `progress` should say of a document. */
export async function countUnits(db: Reader, documentId: number): Promise<CountsByLocale> {
  const document = await db
    .selectFrom('document')
    .innerJoin('project', 'project.id', 'document.project_id')
    .where('document.id', '=', documentId)
    .select(['project_id', 'settings', 'current_revision_id'])
    .executeTakeFirstOrThrow()
  if (document.current_revision_id === null) return {}
  const occurrences = db.selectFrom('occurrence').innerJoin('wording', 'wording.id', 'occurrence.wording_id').where('revision_id', '=', document.current_revision_id)
  const amount = { units: sql<number>`count(*)`.as('units'), words: sql<number>`coalesce(sum(wording.word_count), 0)`.as('words') }
  const total = await occurrences.select([amount.units, amount.words]).executeTakeFirstOrThrow()
  const { approvalsRequired } = fromJson(document.settings) as ProjectSettings
  const groups = await occurrences
    .innerJoin('target', 'target.unit_id', 'occurrence.unit_id')
    .innerJoin('translation', 'translation.id', 'target.translation_id')
    .select(['target.locale', statusIndex(document.project_id, approvalsRequired).as('status'), amount.units, amount.words])
    .groupBy(['target.locale', 'status'])
    .execute()
  const locales = await db.selectFrom('project_locale').where('project_id', '=', document.project_id).select('locale').execute()
  const counts: CountsByLocale = Object.fromEntries(locales.map(({ locale }) => [locale, { ...noCounts(), missing: { units: total.units, words: total.words } }]))
  for (const { locale, status, units, words } of groups) {
    const here = counts[locale]
    const name = statuses[status]
    if (!here || !name) continue
    here[name] = { units, words }
    here.missing.units -= units
    here.missing.words -= words
  }
  return counts
}

type Columns = Omit<ProgressTable, 'document_id' | 'locale'>

const toColumns = (counts: Counts): Columns =>
  Object.fromEntries(
    statuses.flatMap((status) => [
      [`${status}_units`, counts[status].units],
      [`${status}_words`, counts[status].words],
    ]),
  ) as unknown as Columns

const fromColumns = (row: Columns): Counts => Object.fromEntries(statuses.map((status) => [status, { units: row[`${status}_units`], words: row[`${status}_words`] }])) as Counts
