import type { Format } from '../formats/format.js'
import { openParts } from '../formats/openParts.js'
import { readBlob } from '../store/blobs.js'
import type { Reader } from '../store/database.js'

type OpenDocument = ReturnType<typeof openParts>

/** Bytes of documents that are kept open, at most; a document of more than this is never opened. */
const capacity = 32 * 1024 * 1024

const opened = new Map<string, { size: number; document: Promise<OpenDocument> }>()

/**
 * A document that people translate just now, open for looking at its units: the ones used last are kept in memory. Bytes are named by their hash, so what is kept never grows old.
 * Null where the document is too large for that.
 */
export async function openDocumentBytes(db: Reader, { sha256, size, format }: { sha256: string; size: number; format: Format }): Promise<OpenDocument | null> {
  if (size > capacity) return null
  const name = `${format.id} ${sha256}`
  const open = opened.get(name) ?? { size, document: read(db, sha256, format) }
  opened.delete(name)
  opened.set(name, open)
  let total = 0
  for (const one of opened.values()) total += one.size
  for (const [oldest, { size }] of opened) {
    if (total <= capacity) break
    opened.delete(oldest)
    total -= size
  }
  return open.document.catch((error: unknown) => {
    opened.delete(name)
    throw error
  })
}

const read = async (db: Reader, sha256: string, format: Format): Promise<OpenDocument> => openParts(await readBlob(db, sha256), format)
