import { deleteUnusedBlobs } from '../store/blobs.js'
import type { Database } from '../store/database.js'
import { listUnfinished } from '../store/revisions.js'
import { discardRevision } from './writeRevision.js'

/** Uploads of which nothing was made are kept so long, in ms. */
const uploadAge = 7 * 24 * 60 * 60 * 1000

/** For the start of the server: removes what a killed import left behind, which nobody could see, and old uploads of which nothing was made. */
export async function sweepUnfinished(db: Database): Promise<void> {
  for (const revision of await listUnfinished(db.read)) await discardRevision(db, revision)
  await db.write((db) => deleteUnusedBlobs(db, new Date(Date.now() - uploadAge).toISOString()))
}
