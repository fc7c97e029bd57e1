import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { readBlob } from './blobs.js'
import type { Database, Reader } from './database.js'
import { countUnits, readProgress } from './progress.js'
import { retarget } from './targets.js'

export type Progress = (done: number, total: number) => void

/** Documents whose stored bytes no longer have the hash that they are named by. */
export async function damagedBlobs(db: Reader, progress: Progress): Promise<string[]> {
  const names = await db.selectFrom('blob').select('sha256').orderBy('sha256').execute()
  const damaged: string[] = []
  for (const [index, { sha256 }] of names.entries()) {
    if (!(await hasItsHash(db, sha256))) damaged.push(sha256)
    progress(index + 1, names.length)
  }
  return damaged
}

/** Documents whose counts in `progress` differ from what a rebuild gives. */
export async function wrongProgress(db: Reader, progress: Progress): Promise<number[]> {
  const documents = await db.selectFrom('document').select('id').where('current_revision_id', 'is not', null).orderBy('id').execute()
  const wrong: number[] = []
  for (const [index, { id }] of documents.entries()) {
    const stored = (await readProgress(db, [id])).get(id) ?? {}
    if (!isDeepStrictEqual(stored, await countUnits(db, id))) wrong.push(id)
    progress(index + 1, documents.length)
  }
  return wrong
}

/** Documents whose targets do not point at the translation that serves the current revision: pointing them anew, in a transaction that is undone, would move one. */
export async function wrongTargets(db: Database, progress: Progress): Promise<number[]> {
  const documents = await db.read.selectFrom('document').select('id').where('current_revision_id', 'is not', null).orderBy('id').execute()
  const wrong: number[] = []
  for (const [index, { id }] of documents.entries()) {
    if (await wouldMove(db, id)) wrong.push(id)
    progress(index + 1, documents.length)
  }
  return wrong
}

class Undo extends Error {}

async function wouldMove(database: Database, documentId: number): Promise<boolean> {
  let moved = false
  try {
    await database.write(async (db) => {
      const versions = () =>
        db
          .selectFrom('target')
          .innerJoin('unit', 'unit.id', 'target.unit_id')
          .where('unit.document_id', '=', documentId)
          .select(sql<number>`coalesce(sum(target.version), 0)`.as('sum'))
          .executeTakeFirstOrThrow()
      const before = await versions()
      await retarget(db, documentId)
      moved = (await versions()).sum !== before.sum
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
  return moved
}

async function hasItsHash(db: Reader, sha256: string): Promise<boolean> {
  try {
    return (
      createHash('sha256')
        .update(await readBlob(db, sha256))
        .digest('hex') === sha256
    )
  } catch {
    // What cannot be inflated is damaged too.
    return false
  }
}
