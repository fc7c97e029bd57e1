import type { Migration } from 'kysely'
import * as initial from './0001_initial.js'
import * as breakRules from './0002_break_rules.js'

/** In order; a migration that was released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001_initial': initial,
  '0002_break_rules': breakRules,
}
