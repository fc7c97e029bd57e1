import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { migrations } from '../../migrations/index.js'

/** Why a file cannot serve as this program's database; empty where it can. */
export function problemsOfFile(file: string): string[] {
  let database: SQLite.Database | undefined
  try {
    database = new SQLite(file, { readonly: true, fileMustExist: true })
    const damage = (database.pragma('integrity_check(10)', { simple: false }) as { integrity_check: string }[]).map((row) => row.integrity_check).filter((text) => text !== 'ok')
    if (damage.length > 0) return damage
    const broken = (database.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]).slice(0, 10)
    const unknown = appliedMigrations(database).filter((name) => !(name in migrations))
    return [
      ...broken.map((row) => `row ${row.rowid} of ${row.table} refers to a row of ${row.parent} that does not exist`),
      ...(unknown.length > 0 ? [`it was made by a newer version of Stele (${unknown.join(', ')})`] : []),
    ]
  } catch (error) {
    return [error instanceof Error && /not a database|no such table/.test(error.message) ? 'it is not a database of Stele' : String(error instanceof Error ? error.message : error)]
  } finally {
    database?.close()
  }
}

/**
 * Copies a database while others use it: a state as of one moment, written beside `to`, checked, and only then put in its place.
 * Reports pages. Throws an Error where the copy is not whole.
 */
export async function copyDatabase(from: string, to: string, progress: (done: number, total: number) => void = () => undefined): Promise<void> {
  const partial = `${to}.partial`
  const source = new SQLite(from, { readonly: true, fileMustExist: true })
  try {
    await source.backup(partial, {
      progress({ totalPages, remainingPages }) {
        progress(totalPages - remainingPages, totalPages)
        return pagesAtOnce
      },
    })
    toSingleFile(partial)
    const problems = problemsOfFile(partial)
    if (problems.length > 0) throw new Error(`the copy is damaged: ${problems.join('; ')}`)
    sync(partial)
    renameSync(partial, to)
    sync(dirname(to))
  } finally {
    source.close()
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(partial + suffix, { force: true })
  }
}

/** Takes the write-ahead log into the file. False where somebody else has it open. */
export function toSingleFile(file: string): boolean {
  const database = new SQLite(file)
  try {
    return database.pragma('journal_mode = delete', { simple: true }) === 'delete'
  } catch (error) {
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false
    throw error
  } finally {
    database.close()
  }
}

/** Names of migrations that a database has and those that it still lacks, in order; throws where it is no database of Stele. */
export function migrationState(file: string): { applied: string[]; pending: string[] } {
  const database = new SQLite(file, { readonly: true, fileMustExist: true })
  try {
    const applied = appliedMigrations(database)
    return { applied, pending: Object.keys(migrations).filter((name) => !applied.includes(name)) }
  } finally {
    database.close()
  }
}

/** 16 MiB between two looks at the event loop. */
const pagesAtOnce = 4096

const appliedMigrations = (database: SQLite.Database): string[] =>
  database
    .prepare<[], { name: string }>('select name from kysely_migration order by name')
    .all()
    .map((row) => row.name)

/** Makes sure that what was written survives a power cut. */
function sync(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
