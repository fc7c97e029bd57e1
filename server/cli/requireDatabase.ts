import { existsSync } from 'node:fs'
import { databaseFile } from '../store/dataFolder.js'
import { Failure } from './failure.js'

/** The database file of a data folder, for commands that would make no sense on a new one. */
export function requireDatabase(folder: string): string {
  const file = databaseFile(folder)
  if (!existsSync(file)) throw new Failure('there is no database here; name its folder with --data or STELE_DATA', file)
  return file
}
