import { Refusal } from '../errors.js'
import type { Reader } from '../store/database.js'

/** What the path of a request names. `projectId` is 0 where it names no project. */
export interface Place {
  projectId: number
  locale?: string
}

/** Parameters of paths that name a place. */
export interface PlaceParams {
  project?: string
  document?: number
  unit?: number
  comment?: number
  locale?: string
}

/**
 * The project that a path names, directly or through a document, unit or comment, in one read.
 * Refuses `not-found` where there is none, where the document has no published revision yet, or where the project is not translated into the locale.
 */
export async function resolvePlace(db: Reader, params: PlaceParams): Promise<Place> {
  const query = projectQuery(db, params)
  if (!query) return { projectId: 0 }
  if (params.locale === undefined) {
    const row = await query.select('project.id').executeTakeFirst()
    if (!row) throw new Refusal('not-found')
    return { projectId: row.id }
  }
  const { locale } = params
  const row = await query
    .leftJoin('project_locale', (join) => join.onRef('project_locale.project_id', '=', 'project.id').on('project_locale.locale', '=', locale))
    .select(['project.id', 'project_locale.locale as target'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return { projectId: row.id, locale: row.target ?? undefined }
}

function projectQuery(db: Reader, params: PlaceParams) {
  const project = db.selectFrom('project')
  if (params.project !== undefined) return project.where('project.slug', '=', params.project)
  const document = project.innerJoin('document', 'document.project_id', 'project.id').where('document.current_revision_id', 'is not', null)
  if (params.document !== undefined) return document.where('document.id', '=', params.document)
  const unit = document.innerJoin('unit', 'unit.document_id', 'document.id')
  if (params.unit !== undefined) return unit.where('unit.id', '=', params.unit)
  if (params.comment !== undefined) return unit.innerJoin('comment', 'comment.unit_id', 'unit.id').where('comment.id', '=', params.comment)
  return null
}
