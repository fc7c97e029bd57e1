import { Refusal } from '../errors.js'
import type { Database } from '../store/database.js'
import { insertOccurrences, insertUnits } from '../store/occurrences.js'
import { deleteOccurrences, deleteUnfinished, deleteUnits, type Unfinished } from '../store/revisions.js'
import { insertWordings } from '../store/wordings.js'
import { batchRows } from '../work/batch.js'
import type { RunOptions, WorkPool } from '../work/pool.js'

/** How a long action runs: where its heavy work goes, how it is given up, whom it tells how far it is. */
export interface LongWork extends Pick<RunOptions, 'signal' | 'progress'> {
  work: WorkPool
}

/** The unit of a position: one that goes on, or a new one and where it comes from. */
export interface UnitPlace {
  unitId: number | null
  derivedFrom: number | null
}

/** Rows by the batch, as the work pool hands them over: JSON as UTF-8. */
export interface RevisionRows {
  /** Language of the source. */
  locale: string
  batches: readonly Uint8Array[]
  places: readonly UnitPlace[]
}

/**
 * Writes the units of a revision that is not published, batch by batch, so that other people's saves go in between, then makes it current by `finish`.
 * Nobody sees it before. When anything fails, or `signal` is aborted (refusal `cancelled`), nothing of the revision remains.
 */
export async function writeRevision<T>(db: Database, revision: Unfinished, rows: RevisionRows, long: LongWork, finish: () => Promise<T>): Promise<T> {
  try {
    await writeUnits(db, revision, rows, long)
    return await finish()
  } catch (error) {
    await discardRevision(db, revision)
    throw error
  }
}

async function writeUnits(db: Database, revision: Unfinished, { locale, batches, places }: RevisionRows, { signal, progress }: LongWork): Promise<void> {
  const text = new TextDecoder()
  let from = 0
  for (const batch of batches) {
    if (signal?.aborted) throw new Refusal('cancelled')
    const rows = text.decode(batch)
    const here = places.slice(from, from + batchRows)
    await db.write(async (db) => {
      await insertWordings(db, locale, rows)
      const fresh = here.filter((place) => place.unitId === null)
      const made = await insertUnits(
        db,
        revision.documentId,
        revision.id,
        fresh.map((place) => place.derivedFrom),
      )
      let next = 0
      await insertOccurrences(db, revision.id, { locale, from, rows, unitIds: here.map((place) => place.unitId ?? made[next++] ?? 0) })
    })
    from += here.length
    progress?.('writing', from, places.length)
  }
}

/** Removes all that was written of a revision that will not be published. */
export async function discardRevision(db: Database, revision: Unfinished): Promise<void> {
  while (await db.write((db) => deleteOccurrences(db, revision, batchRows)));
  while (await db.write((db) => deleteUnits(db, revision, batchRows)));
  await db.write((db) => deleteUnfinished(db, revision))
}
