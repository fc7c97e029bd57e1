import { sql, type CompiledQuery, type Kysely, type RawBuilder, type SqliteDatabase } from 'kysely'
import type { Schema } from './schema.js'

/** Where a value goes into a prepared query. */
class Slot {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

type Value = string | number | null

/** Connections of SQLite, by the adapter of the Kysely instance (and of its transactions) that uses them. */
const connections = new WeakMap<object, SqliteDatabase>()

/** Lets prepared queries of this instance run straight on its connection, which they share with all others of it. */
export function runPreparedOn<Tables>(db: Kysely<Tables>, connection: SqliteDatabase): Kysely<Tables> {
  connections.set(db.getExecutor().adapter, connection)
  return db
}

/**
 * A query that is built and compiled once and then only gets other values: for the few that every save asks, where building, compiling and handing on
 * take several times as long as running. On SQLite it runs straight on the connection, elsewhere through Kysely. `build` is told by `slot` where a value goes.
 */
export function prepared<Values extends Record<keyof Values, Value>, Row = never>(
  build: (slot: <T extends Value>(name: keyof Values & string) => RawBuilder<T>) => RawBuilder<Row>,
): (db: Kysely<Schema>, values: Values) => Promise<Row[]> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>()
  return async (db, values) => {
    const { adapter } = db.getExecutor()
    let query = compiled.get(adapter.constructor)
    if (!query) {
      query = build((name) => sql`${new Slot(name)}`).compile(db)
      compiled.set(adapter.constructor, query)
    }
    const parameters = query.parameters.map((parameter) => (parameter instanceof Slot ? values[parameter.name as keyof Values] : parameter))
    const connection = connections.get(adapter)
    if (!connection) return (await db.executeQuery<Row>({ ...query, parameters })).rows
    const statement = connection.prepare(query.sql)
    if (statement.reader) return statement.all(parameters) as Row[]
    statement.run(parameters)
    return []
  }
}
