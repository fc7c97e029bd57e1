import { breaksAround, isPlain } from '../formats/breaksAround.js'
import { formatById } from '../formats/index.js'
import { readBlob } from '../store/blobs.js'
import type { Reader } from '../store/database.js'
import { findSlot } from '../store/slots.js'
import type { WorkPool } from '../work/pool.js'
import { openDocumentBytes } from './openDocuments.js'

/** As far around a slot a save is tried, in characters: milliseconds of reading. */
const vicinity = 16_000

/**
 * Whether this text would change the structure of the unit's document, so that an export leaves it out.
 * Null where that takes reading more than what stands around the unit; with a `work` pool, all of the document is read then, and null means that it cannot be told.
 */
export async function breaksDocument(db: Reader, { unitId, text }: { unitId: number; text: string }, work?: WorkPool): Promise<boolean | null> {
  if (isPlain(text)) return false
  const slot = await findSlot(db, unitId)
  const format = slot && formatById(slot.format)
  if (!slot || !format) return null
  const { sha256, size, format: id, locale, options, ...unit } = slot
  const reading = { ...options, format: id, locale }
  const document = await openDocumentBytes(db, { sha256, size, format })
  const place = document?.(unit)
  const breaks = place ? breaksAround(place.part, format, reading, place.unit, text, vicinity) : null
  if (breaks !== null || !work) return breaks
  return work.run('tryTranslation', { bytes: await readBlob(db, sha256), options: reading, unit, target: text })
}
