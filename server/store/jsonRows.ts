import { PostgresAdapter, sql, type Kysely, type RawBuilder } from 'kysely'
import type { Schema } from './schema.js'

/**
 * A JSON array as rows `(key, value)`, counted from 0: thousands of rows reach the database as one parameter.
 * `value ->> 'name'` reads a field of a row as text; numbers need a cast, on both engines.
 */
export function jsonRows(db: Kysely<Schema>, json: string): RawBuilder<unknown> {
  if (db.getExecutor().adapter instanceof PostgresAdapter)
    return sql`(select ordinality - 1 as key, value from json_array_elements(${json}::json) with ordinality as element (value, ordinality))`
  return sql`json_each(${json})`
}
