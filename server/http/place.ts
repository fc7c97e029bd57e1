import { Refusal } from '../errors.js'
import type { Reader } from '../store/database.js'
import { findPlace, type PlaceName } from '../store/places.js'

/** What the path of a request names. `projectId` is 0 where it names no project; `locale` is there where the project is translated into it. */
export interface Place {
  projectId: number
  locale?: string
}

/** The project that a path names, directly or through a document, unit or comment. Refuses `not-found` where there is none. */
export async function resolvePlace(db: Reader, name: PlaceName): Promise<Place> {
  const found = await findPlace(db, name)
  if (found === null) return { projectId: 0 }
  if (!found) throw new Refusal('not-found')
  return { projectId: found.id, locale: found.target ?? undefined }
}
