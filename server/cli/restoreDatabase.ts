import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { copyDatabase, problemsOfFile, toSingleFile } from '../store/backup.js'
import { databaseFile } from '../store/dataFolder.js'
import { Failure } from './failure.js'
import { progressBar } from './progressBar.js'

/** Puts the backup `from` in place of a data folder's database; `kept` is where the database went that was there. */
export async function restore(from: string, folder: string): Promise<{ file: string; kept: string | null }> {
  if (!existsSync(from)) throw new Failure('there is no such file', from)
  const [problem] = problemsOfFile(from)
  if (problem) throw new Failure(`this backup cannot be used: ${problem}`, from)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = databaseFile(folder)
  const incoming = `${file}.restored`
  await copyDatabase(from, incoming, progressBar('copying'))
  const kept = existsSync(file) ? `${file}.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}` : null
  if (kept) {
    if (!isFree(file)) {
      rmSync(incoming)
      throw new Failure('the server is running; stop it first', file)
    }
    renameSync(file, kept)
    for (const suffix of ['-wal', '-shm']) if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix)
  }
  renameSync(incoming, file)
  return { file, kept }
}

/** Nobody uses the file; a damaged one is nobody's, and is kept as it is. */
function isFree(file: string): boolean {
  try {
    return toSingleFile(file)
  } catch {
    return true
  }
}
