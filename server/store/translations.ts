import { sql } from 'kysely'
import type { VerdictKind } from '../workflow/status.js'
import type { Reader, Writer } from './database.js'
import { prepared } from './prepared.js'
import type { TranslationTable } from './schema.js'

export interface NewTranslation {
  unitId: number
  locale: string
  wordingId: number
  text: string
  origin: TranslationTable['origin']
  originDetail: string | null
  authorId: number
  createdAt: string
}

const insertTranslation = prepared<NewTranslation, { id: number; authorName: string }>(
  (slot) => sql`
    insert into translation (unit_id, locale, wording_id, text, origin, origin_detail, author_id, created_at)
    values (${slot('unitId')}, ${slot('locale')}, ${slot('wordingId')}, ${slot('text')}, ${slot('origin')}, ${slot('originDetail')}, ${slot('authorId')}, ${slot('createdAt')})
    returning id, (select name from account where id = ${slot('authorId')}) as "authorName"`,
)

const pointTarget = prepared<{ unitId: number; locale: string; translationId: number }>(
  (slot) => sql`
    insert into target (unit_id, locale, translation_id, version) values (${slot('unitId')}, ${slot('locale')}, ${slot('translationId')}, 1)
    on conflict (unit_id, locale) do update set translation_id = excluded.translation_id, version = target.version + 1`,
)

/** Adds a translation and makes it the current one: its target's version, `version` before (0 where there was none), is one more then. */
export async function addTranslation(db: Writer, it: NewTranslation, version: number): Promise<{ id: number; version: number; authorName: string }> {
  const [added] = await insertTranslation(db, it)
  if (!added) throw new Error('The database did not say which translation it made')
  await pointTarget(db, { unitId: it.unitId, locale: it.locale, translationId: added.id })
  return { ...added, version: version + 1 }
}

export interface NewVerdict {
  translationId: number
  reviewerId: number
  kind: VerdictKind
  category: string | null
  note: string
}

export async function addVerdicts(db: Writer, verdicts: readonly NewVerdict[]): Promise<void> {
  const createdAt = new Date().toISOString()
  await db
    .insertInto('verdict')
    .values(
      verdicts.map((it) => ({
        translation_id: it.translationId,
        reviewer_id: it.reviewerId,
        kind: it.kind,
        category: it.category,
        note: it.note,
        created_at: createdAt,
      })),
    )
    .execute()
}

/** Kind of the latest verdict of a reviewer on each of these translations. */
export async function latestVerdictsOf(db: Reader, reviewerId: number, translationIds: readonly number[]): Promise<Map<number, VerdictKind>> {
  if (translationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('verdict')
    .where('reviewer_id', '=', reviewerId)
    .where('translation_id', 'in', translationIds)
    .select(['translation_id', 'kind'])
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.translation_id, row.kind]))
}

/** All translations of a unit in a locale, newest first, with the source they were made from. */
export const listTranslations = (db: Reader, unitId: number, locale: string) =>
  db
    .selectFrom('translation')
    .innerJoin('wording', 'wording.id', 'translation.wording_id')
    .leftJoin('account', 'account.id', 'translation.author_id')
    .leftJoin('target', 'target.translation_id', 'translation.id')
    .where('translation.unit_id', '=', unitId)
    .where('translation.locale', '=', locale)
    .orderBy('translation.id', 'desc')
    .select([
      'translation.id',
      'translation.text',
      'wording.text as source',
      'translation.wording_id as wordingId',
      'translation.origin',
      'translation.origin_detail as originDetail',
      'translation.author_id as authorId',
      'account.name as authorName',
      'translation.created_at as createdAt',
      'target.version',
    ])
    .execute()

/** All verdicts on the translations of a unit in a locale, oldest first. */
export const listVerdicts = (db: Reader, unitId: number, locale: string) =>
  db
    .selectFrom('verdict')
    .innerJoin('translation', 'translation.id', 'verdict.translation_id')
    .innerJoin('account', 'account.id', 'verdict.reviewer_id')
    .where('translation.unit_id', '=', unitId)
    .where('translation.locale', '=', locale)
    .orderBy('verdict.id')
    .select([
      'verdict.translation_id as translationId',
      'verdict.kind',
      'verdict.category',
      'verdict.note',
      'account.id as reviewerId',
      'account.name as reviewerName',
      'verdict.created_at as createdAt',
    ])
    .execute()

/** The current translations of some units in every language, with the versions of their targets. */
export const readTargetTexts = (db: Reader, unitIds: readonly number[]): Promise<{ unitId: number; locale: string; text: string; version: number }[]> =>
  db
    .selectFrom('target')
    .innerJoin('translation', 'translation.id', 'target.translation_id')
    .where('target.unit_id', 'in', unitIds)
    .select(['target.unit_id as unitId', 'target.locale', 'translation.text', 'target.version'])
    .execute()

/** The languages in which a unit has a translation that was made from one of these wordings. */
export async function listMadeFrom(db: Reader, unitId: number, wordingIds: readonly number[]): Promise<string[]> {
  const rows = await db.selectFrom('translation').where('unit_id', '=', unitId).where('wording_id', 'in', wordingIds).select('locale').distinct().execute()
  return rows.map(({ locale }) => locale)
}
