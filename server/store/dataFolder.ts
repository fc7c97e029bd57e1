import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, type Database, type OpenOptions } from './database.js'

/** Where the database stands in the data folder. */
export const databaseFile = (folder: string): string => join(folder, 'stele.db')

/** Opens the database of a data folder; makes both where they do not exist, readable by nobody else. */
export function openData(folder: string, options: OpenOptions = {}): Promise<Database> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return openDatabase(databaseFile(folder), options)
}
