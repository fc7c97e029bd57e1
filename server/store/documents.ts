import type { Reader, Writer } from './database.js'

export interface DocumentRecord {
  id: number
  projectId: number
  path: string
  title: string | null
  format: string
  revisionId: number
  archivedAt: string | null
}

/** A document whose first revision is published; undefined where there is none. */
export async function findDocument(db: Reader, id: number): Promise<DocumentRecord | undefined> {
  return published(db).where('id', '=', id).executeTakeFirst()
}

/** Documents of a project by path, archived ones last. */
export async function listDocuments(db: Reader, projectId: number): Promise<DocumentRecord[]> {
  return published(db).where('project_id', '=', projectId).orderBy('archived_at').orderBy('path').execute()
}

const published = (db: Reader) =>
  db
    .selectFrom('document')
    .where('current_revision_id', 'is not', null)
    .select(['id', 'project_id as projectId', 'path', 'title', 'format', 'current_revision_id as revisionId', 'archived_at as archivedAt'])
    .$narrowType<{ revisionId: number }>()

/** Documents by project, without archived ones. */
export async function countDocuments(db: Reader): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('document')
    .where('current_revision_id', 'is not', null)
    .where('archived_at', 'is', null)
    .groupBy('project_id')
    .select((e) => ['project_id as projectId', e.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ projectId, count }) => [projectId, Number(count)]))
}

/** Whether a path of a project is taken, by a document that is being imported too. */
export async function pathExists(db: Reader, projectId: number, path: string): Promise<boolean> {
  return (await db.selectFrom('document').where('project_id', '=', projectId).where('path', '=', path).select('id').executeTakeFirst()) !== undefined
}

/** A document that nobody sees until a revision is published. */
export async function insertDocument(db: Writer, document: { projectId: number; path: string; title: string | null; format: string }): Promise<number> {
  const { id } = await db
    .insertInto('document')
    .values({ project_id: document.projectId, path: document.path, title: document.title, format: document.format, created_at: new Date().toISOString() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateDocumentRow(db: Writer, id: number, change: { path?: string; title?: string | null; archivedAt?: string | null; revisionId?: number }): Promise<void> {
  await db
    .updateTable('document')
    .set({ path: change.path, title: change.title, archived_at: change.archivedAt, current_revision_id: change.revisionId })
    .where('id', '=', id)
    .execute()
}
