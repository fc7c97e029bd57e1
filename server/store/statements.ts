import type SQLite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

/** How many prepared statements a connection keeps. */
const kept = 300
/** Longer ones are inserts of many rows, whose text is hardly ever the same twice. */
const longest = 8000

/** A connection that prepares each statement once and then uses it again: preparing takes longer than most of our queries. */
export function withPreparedStatements(connection: SQLite.Database): SqliteDatabase {
  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  return {
    close: () => void connection.close(),
    prepare(sql) {
      const known = statements.get(sql)
      if (known) return known
      const statement = connection.prepare<unknown[]>(sql)
      if (sql.length > longest) return statement
      const oldest = statements.size >= kept ? statements.keys().next().value : undefined
      if (oldest !== undefined) statements.delete(oldest)
      statements.set(sql, statement)
      return statement
    },
  }
}
