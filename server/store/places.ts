import { sql, type RawBuilder } from 'kysely'
import type { Reader } from './database.js'
import { prepared } from './prepared.js'

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
const units = sql`${published} join unit on unit.document_id = document.id`

const placeQuery = (join: RawBuilder<unknown>, column: string) =>
  prepared<{ name: string | number; locale: string }, Row>(
    (slot) => sql`
      select project.id, project_locale.locale as target
      from project ${join}
      left join project_locale on project_locale.project_id = project.id and project_locale.locale = ${slot('locale')}
      where ${sql.ref(column)} = ${slot('name')}`,
  )

const queries = {
  project: placeQuery(sql``, 'project.slug'),
  document: placeQuery(published, 'document.id'),
  unit: placeQuery(units, 'unit.id'),
  comment: placeQuery(sql`${units} join comment on comment.unit_id = unit.id`, 'comment.id'),
}
const names = ['project', 'document', 'unit', 'comment'] as const

/**
 * The project that a name leads to, and the asked locale as one of its target locales, in one read. Undefined where there is none or the document has no
 * published revision yet; null where nothing is named. Every request asks this.
 */
export async function findPlace(db: Reader, place: PlaceName): Promise<Row | undefined | null> {
  for (const what of names) {
    const name = place[what]
    if (name !== undefined) return (await queries[what](db, { name, locale: place.locale ?? '' }))[0]
  }
  return null
}
