import { Refusal } from '../errors.js'
import { insertBlob } from '../store/blobs.js'
import type { Database } from '../store/database.js'
import { insertUpload } from '../store/uploads.js'
import type { WorkPool } from '../work/pool.js'
import { may, type Actor } from '../workflow/permissions.js'

/** Keeps bytes that a document or revision will be made of; sending the same again changes nothing. Refuses `document-empty`. */
export async function uploadDocument(
  db: Database,
  actor: Actor,
  input: { projectId: number; bytes: Uint8Array },
  { work, signal }: { work: WorkPool; signal?: AbortSignal },
): Promise<{ sha256: string; size: number }> {
  if (!may(actor, 'project:manage', input)) throw new Refusal('forbidden')
  if (input.bytes.length === 0) throw new Refusal('document-empty')
  const blob = await work.run('packBlob', { bytes: input.bytes }, { signal })
  await db.write(async (db) => {
    await insertBlob(db, blob)
    await insertUpload(db, { sha256: blob.sha256, projectId: input.projectId, accountId: actor.accountId })
  })
  return { sha256: blob.sha256, size: blob.size }
}
