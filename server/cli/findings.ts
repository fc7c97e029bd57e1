import { migrationState, problemsOfFile } from '../store/backup.js'
import { openDatabase } from '../store/database.js'
import { damagedBlobs, wrongProgress, wrongTargets } from '../store/integrity.js'
import { progressBar } from './progressBar.js'

/** What is wrong with a database, a line each. Looks no further where the file itself is damaged or not up to date. */
export async function* findings(file: string): AsyncGenerator<string> {
  const problems = problemsOfFile(file)
  if (problems.length > 0) return yield* problems.map((problem) => `database: ${problem}`)
  const { pending } = migrationState(file)
  if (pending.length > 0) return yield `database: not up to date, lacks ${pending.join(', ')}; run stele migrate, then verify again`
  const db = await openDatabase(file)
  try {
    for (const sha256 of await damagedBlobs(db.read, progressBar('documents'))) yield `blob ${sha256}: its bytes do not have this hash`
    for (const id of await wrongProgress(db.read, progressBar('counts'))) yield `document ${id}: its progress differs from a rebuild`
    for (const id of await wrongTargets(db, progressBar('translations'))) yield `document ${id}: a unit points at a translation that does not serve its current wording best`
  } finally {
    await db.close()
  }
}
