import { sql, type RawBuilder } from 'kysely'
import { settingsFrom, type ProjectSettings } from '../workflow/settings.js'
import type { Reader } from './database.js'
import { fromJson, type Json } from './json.js'
import { prepared } from './prepared.js'

type Rules = Pick<ProjectSettings, 'approvalsRequired' | 'selfApproval' | 'checks' | 'links'>

/** What every unit of a document depends on: its project, its current revision, the rules of review and for addresses, the limits of checks. */
export interface DocumentHead extends Rules {
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
  /** Whether the project is translated into the locale that was asked for. */
  isTarget: boolean
}

type HeadRow = Omit<DocumentHead, keyof Rules | 'archived' | 'isTarget'> & { settings: Json<unknown>; archivedAt: string | null; targets: number }

const headRow = (documentId: RawBuilder<unknown>, locale: RawBuilder<unknown>) => sql<HeadRow>`
  select document.id as "documentId", document.path, document.title, revision.id as "revisionId", revision.number as revision, project.id as "projectId",
    project.slug as "projectSlug", project.name as "projectName", project.source_locale as "sourceLocale", project.settings,
    coalesce(document.archived_at, project.archived_at) as "archivedAt",
    (select count(*) from project_locale where project_locale.project_id = project.id and project_locale.locale = ${locale}) as targets
  from document join revision on revision.id = document.current_revision_id join project on project.id = document.project_id
  where document.id = ${documentId}`

const byDocument = prepared<{ id: number; locale: string }, HeadRow>((slot) => headRow(slot('id'), slot('locale')))
const byUnit = prepared<{ id: number; locale: string }, HeadRow>((slot) => headRow(sql`(select document_id from unit where id = ${slot('id')})`, slot('locale')))

/** A document by its id or by a unit's, as it is seen from a locale; undefined where there is none, or none was published yet. */
export async function findDocumentHead(db: Reader, by: { document: number } | { unit: number }, locale = ''): Promise<DocumentHead | undefined> {
  const [row] = await ('unit' in by ? byUnit(db, { id: by.unit, locale }) : byDocument(db, { id: by.document, locale }))
  if (!row) return undefined
  const { settings, archivedAt, targets, ...head } = row
  const { approvalsRequired, selfApproval, checks, links } = settingsFrom(fromJson(settings) as ProjectSettings)
  return { ...head, approvalsRequired, selfApproval, checks, links, archived: archivedAt !== null, isTarget: targets > 0 }
}

export async function listTargetLocales(db: Reader, projectId: number): Promise<string[]> {
  const rows = await db.selectFrom('project_locale').where('project_id', '=', projectId).select('locale').orderBy('locale').execute()
  return rows.map(({ locale }) => locale)
}
