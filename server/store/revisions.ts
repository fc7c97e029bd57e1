import type { ReadingOptions } from '../workflow/settings.js'
import type { Reader, Writer } from './database.js'
import { fromJson, toJson } from './json.js'

export interface RevisionRecord {
  id: number
  documentId: number
  number: number
  sha256: string
  message: string
  author: { id: number; name: string } | null
  createdAt: string
  units: number
  words: number
  /** Of its document, in bytes. */
  bytes: number
  options: ReadingOptions
}

/** Published revisions of a document, newest first. */
export async function listRevisions(db: Reader, documentId: number): Promise<RevisionRecord[]> {
  const rows = await published(db).where('revision.document_id', '=', documentId).orderBy('revision.number', 'desc').execute()
  return rows.map(toRecord)
}

/** Current revisions of a project's documents, by id. */
export async function listCurrentRevisions(db: Reader, projectId: number): Promise<Map<number, RevisionRecord>> {
  const rows = await published(db).innerJoin('document', 'document.current_revision_id', 'revision.id').where('document.project_id', '=', projectId).execute()
  return new Map(rows.map((row) => [row.id, toRecord(row)]))
}

export async function findRevision(db: Reader, id: number): Promise<RevisionRecord> {
  return toRecord(await published(db).where('revision.id', '=', id).executeTakeFirstOrThrow())
}

const published = (db: Reader) =>
  db
    .selectFrom('revision')
    .innerJoin('blob', 'blob.sha256', 'revision.blob_sha256')
    .leftJoin('account', 'account.id', 'revision.author_id')
    .where('revision.number', 'is not', null)
    .select([
      'revision.id',
      'revision.document_id as documentId',
      'revision.number',
      'revision.blob_sha256 as sha256',
      'revision.message',
      'revision.author_id as authorId',
      'account.name as authorName',
      'revision.created_at as createdAt',
      'revision.unit_count as units',
      'revision.word_count as words',
      'blob.size as bytes',
      'revision.options',
    ])
    .$narrowType<{ number: number }>()

type Row = Omit<RevisionRecord, 'author' | 'options'> & { authorId: number | null; authorName: string | null; options: string }

const toRecord = ({ authorId, authorName, options, ...row }: Row): RevisionRecord => ({
  ...row,
  author: authorId === null ? null : { id: authorId, name: authorName ?? '' },
  options: fromJson<ReadingOptions>(options),
})

export interface NewRevision {
  documentId: number
  sha256: string
  message: string
  authorId: number | null
  units: number
  words: number
  options: ReadingOptions
}

/** A revision that is being written: nobody sees it before `publish`. */
export async function insertRevision(db: Writer, revision: NewRevision): Promise<number> {
  const { id } = await db
    .insertInto('revision')
    .values({
      document_id: revision.documentId,
      blob_sha256: revision.sha256,
      message: revision.message,
      author_id: revision.authorId || null,
      unit_count: revision.units,
      word_count: revision.words,
      options: toJson(revision.options),
      created_at: new Date().toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Makes a revision the current one of its document, and answers its number. */
export async function publish(db: Writer, revisionId: number, documentId: number): Promise<number> {
  const { last } = await db
    .selectFrom('revision')
    .where('document_id', '=', documentId)
    .select((e) => e.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await db.updateTable('revision').set({ number, published_at: new Date().toISOString() }).where('id', '=', revisionId).execute()
  await db.updateTable('document').set({ current_revision_id: revisionId }).where('id', '=', documentId).execute()
  return number
}

/** A revision that was never published. */
export interface Unfinished {
  id: number
  documentId: number
}

export async function listUnfinished(db: Reader): Promise<Unfinished[]> {
  return db.selectFrom('revision').where('published_at', 'is', null).select(['id', 'document_id as documentId']).execute()
}

/** Removes up to `limit` of its occurrences; false once there are none. */
export async function deleteOccurrences(db: Writer, { id }: Unfinished, limit: number): Promise<boolean> {
  const some = db.selectFrom('occurrence').where('revision_id', '=', id).select('position').orderBy('position').limit(limit)
  const { numDeletedRows } = await db.deleteFrom('occurrence').where('revision_id', '=', id).where('position', 'in', some).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Removes up to `limit` of the units that were born in it; false once there are none. */
export async function deleteUnits(db: Writer, { id, documentId }: Unfinished, limit: number): Promise<boolean> {
  const some = db.selectFrom('unit').where('document_id', '=', documentId).where('born_revision_id', '=', id).select('id').orderBy('id').limit(limit)
  const { numDeletedRows } = await db.deleteFrom('unit').where('id', 'in', some).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Removes what remains of it, and its document where that has no other. */
export async function deleteUnfinished(db: Writer, { id, documentId }: Unfinished): Promise<void> {
  await db.deleteFrom('revision').where('id', '=', id).where('published_at', 'is', null).execute()
  const revisions = db.selectFrom('revision').where('document_id', '=', documentId).select('id')
  await db
    .deleteFrom('document')
    .where('id', '=', documentId)
    .where('current_revision_id', 'is', null)
    .where((e) => e.not(e.exists(revisions)))
    .execute()
}
