import { Refusal } from '../errors.js'
import { readBlob } from '../store/blobs.js'
import type { Reader } from '../store/database.js'
import { findSlot } from '../store/slots.js'
import type { LongWork } from './writeRevision.js'

/** Why exports leave the current translation of a unit out, whatever its status; null where they do not. */
export async function findFallback(db: Reader, { unitId, locale }: { unitId: number; locale: string }, long: LongWork): Promise<'codes' | 'encoding' | 'structure' | null> {
  const slot = await findSlot(db, unitId, locale)
  if (!slot) throw new Refusal('not-found')
  const { sha256, format, sourceLocale, options, target, ...unit } = slot
  if (target === null) return null
  return long.work.run('tryTranslation', { bytes: await readBlob(db, sha256), options: { ...options, format, locale: sourceLocale }, unit, target }, long)
}
