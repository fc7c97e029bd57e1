import { Refusal } from '../errors.js'
import { insertBlob, readBlob } from '../store/blobs.js'
import type { Database, Writer } from '../store/database.js'
import { isUploaded } from '../store/uploads.js'
import type { WorkPool } from '../work/pool.js'

/** New bytes of a document: sent before and named by their hash, or a text, which is kept as UTF-8. */
export type NewContent = { upload: string } | { text: string }

export interface Content {
  bytes: Uint8Array
  sha256: string
  /** Keeps the bytes, where they are not kept yet. */
  keep(db: Writer): Promise<void>
}

/** Refuses `upload-unknown` where these bytes were never sent to the project, and `document-empty` where there are none. */
export async function loadContent(db: Database, projectId: number, content: NewContent, work: WorkPool): Promise<Content> {
  if ('upload' in content) {
    if (!(await isUploaded(db.read, projectId, content.upload))) throw new Refusal('upload-unknown')
    return { bytes: await readBlob(db.read, content.upload), sha256: content.upload, keep: async () => undefined }
  }
  if (content.text === '') throw new Refusal('document-empty')
  const { original: bytes, blob } = await work.run('packText', { text: content.text })
  return { bytes, sha256: blob.sha256, keep: (db) => insertBlob(db, blob) }
}
