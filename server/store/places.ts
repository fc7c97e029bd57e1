import { sql, type RawBuilder } from 'kysely'
import type { Reader } from './database.js'

/** What names a place in a project; the first that is given counts, in this order. */
export interface PlaceName {
  project?: string
  document?: number
  unit?: number
  comment?: number
  locale?: string
}

interface Row {
  id: number
  /** The asked locale, where the project is translated into it. */
  target: string | null
}

const published = sql`join document on document.project_id = project.id and document.current_revision_id is not null`

/** Where in the tables the project of a name is found; null where it names none. */
function origin({ project, document, unit, comment }: PlaceName): { join: RawBuilder<unknown>; where: RawBuilder<unknown> } | null {
  if (project !== undefined) return { join: sql``, where: sql`project.slug = ${project}` }
  if (document !== undefined) return { join: published, where: sql`document.id = ${document}` }
  const units = sql`${published} join unit on unit.document_id = document.id`
  if (unit !== undefined) return { join: units, where: sql`unit.id = ${unit}` }
  if (comment !== undefined) return { join: sql`${units} join comment on comment.unit_id = unit.id`, where: sql`comment.id = ${comment}` }
  return null
}

/**
 * The project that a name leads to, and the asked locale as one of its target locales, in one read. Undefined where there is none or the document has no
 * published revision yet; null where nothing is named. Every request asks this, so it is written as SQL, as in sessions.ts.
 */
export async function findPlace(db: Reader, name: PlaceName): Promise<Row | undefined | null> {
  const from = origin(name)
  if (!from) return null
  const { rows } = await sql<Row>`
    select project.id, project_locale.locale as target
    from project ${from.join}
    left join project_locale on project_locale.project_id = project.id and project_locale.locale = ${name.locale ?? ''}
    where ${from.where}`.execute(db)
  return rows[0]
}
