import { sql, type CompiledQuery, type RawBuilder } from 'kysely'
import type { Reader } from './database.js'

/** Where a value goes into a prepared query. */
class Slot {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

type Value = string | number | null

/**
 * A query that is built and compiled once and then only gets other values: for those few that every save asks, where that takes longer than running them.
 * `build` is told by `slot` where a value goes.
 */
export function prepared<Values extends Record<keyof Values, Value>, Row = never>(
  build: (slot: <T extends Value>(name: keyof Values & string) => RawBuilder<T>) => RawBuilder<Row>,
): (db: Reader, values: Values) => Promise<Row[]> {
  const compiled = new Map<unknown, CompiledQuery<Row>>()
  return async (db, values) => {
    const dialect = db.getExecutor().adapter.constructor
    let query = compiled.get(dialect)
    if (!query) {
      query = build((name) => sql`${new Slot(name)}`).compile(db)
      compiled.set(dialect, query)
    }
    const parameters = query.parameters.map((parameter) => (parameter instanceof Slot ? values[parameter.name as keyof Values] : parameter))
    const { rows } = await db.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}
