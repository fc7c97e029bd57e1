import type { Migration } from 'kysely'
import * as initial from './0001_initial.js'

/** In order; a migration that was released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001_initial': initial,
}
