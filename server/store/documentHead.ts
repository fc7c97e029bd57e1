import { sql } from 'kysely'
import type { ProjectSettings } from '../workflow/settings.js'
import type { Reader } from './database.js'
import { fromJson, type Json } from './json.js'

type ReviewRules = Pick<ProjectSettings, 'approvalsRequired' | 'selfApproval'>

/** What every unit of a document depends on: its project, its current revision, the rules of review. */
export interface DocumentHead extends ReviewRules {
  documentId: number
  path: string
  title: string | null
  revisionId: number
  revision: number
  projectId: number
  projectSlug: string
  projectName: string
  sourceLocale: string
  /** The document or its project is archived: it can be read, not changed. */
  archived: boolean
}

/** A document by its id or by a unit's; undefined where there is none, or none was published yet. */
export async function findDocumentHead(db: Reader, by: { document: number } | { unit: number }): Promise<DocumentHead | undefined> {
  const { rows } = await sql<Omit<DocumentHead, keyof ReviewRules | 'archived'> & { settings: Json<unknown>; archivedAt: string | null }>`
    select document.id as "documentId", document.path, document.title, revision.id as "revisionId", revision.number as revision, project.id as "projectId",
      project.slug as "projectSlug", project.name as "projectName", project.source_locale as "sourceLocale", project.settings,
      coalesce(document.archived_at, project.archived_at) as "archivedAt"
    from document join revision on revision.id = document.current_revision_id join project on project.id = document.project_id
    where document.id = ${'unit' in by ? sql`(select document_id from unit where id = ${by.unit})` : by.document}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { settings, archivedAt, ...head } = row
  const { approvalsRequired, selfApproval } = fromJson(settings) as ProjectSettings
  return { ...head, approvalsRequired, selfApproval, archived: archivedAt !== null }
}

/** Whether a project is translated into a locale. */
export async function isTargetLocale(db: Reader, projectId: number, locale: string): Promise<boolean> {
  const { rows } = await sql`select 1 from project_locale where project_id = ${projectId} and locale = ${locale}`.execute(db)
  return rows.length > 0
}

export async function listTargetLocales(db: Reader, projectId: number): Promise<string[]> {
  const rows = await db.selectFrom('project_locale').where('project_id', '=', projectId).select('locale').orderBy('locale').execute()
  return rows.map(({ locale }) => locale)
}
