import SQLite from 'better-sqlite3'
import { Kysely, Migrator, SqliteDialect, sql, type Transaction } from 'kysely'
import { migrations } from '../../migrations/index.js'
import { Checkpoints } from './checkpoints.js'
import type { Schema } from './schema.js'
import { Live, type LiveMessage } from './live.js'
import { prepared, runPreparedOn } from './prepared.js'
import { withPreparedStatements } from './statements.js'
import { WriteQueue } from './writeQueue.js'

/** Queries that only read: outside a transaction they see what is committed. */
export type Reader = Kysely<Schema>
/** Queries of one transaction. */
export type Writer = Transaction<Schema>

export interface Database {
  /** A connection of its own, so that reading never waits for a transaction. */
  read: Reader
  /**
   * Runs `work` in a transaction and answers once it is durable on disk; when `work` throws, nothing of it is kept.
   * Inside, use only the `db` that it is given. What it publishes goes out after the commit.
   */
  write<T>(work: (db: Writer, publish: (message: LiveMessage) => void) => Promise<T>): Promise<T>
  live: Live
  close(): Promise<void>
}

export interface OpenOptions {
  /** Carries the write-ahead log into the file, in a thread of its own. Without it SQLite does so itself, and some writes take longer. */
  checkpoint?(file: string): void
}

/** Opens the database file, makes it if there is none, and brings its tables up to date. */
export async function openDatabase(file: string, { checkpoint }: OpenOptions = {}): Promise<Database> {
  const connection = connect(file)
  const checkpoints = checkpoint && new Checkpoints(connection, () => checkpoint(file))
  const writer = onConnection(connection)
  await migrate(writer)
  const reader = onConnection(connect(file, { readonly: true }))
  const queue = new WriteQueue<Writer>(
    (work) =>
      writer
        .transaction()
        .execute(work)
        .finally(() => checkpoints?.committed()),
    {
      begin: (db) => begin(db, {}),
      keep: (db) => keep(db, {}),
      undo: async (db) => {
        await undo(db, {})
        await keep(db, {})
      },
    },
  )
  const live = new Live()
  return {
    read: reader,
    write: (work) => queue.write((db, afterCommit) => work(db, (message) => afterCommit(() => live.publish(message)))),
    live,
    async close() {
      await queue.idle()
      checkpoints?.stop()
      await reader.destroy()
      await writer.destroy()
    },
  }
}

const begin = prepared(() => sql`savepoint unit_of_work`)
const keep = prepared(() => sql`release unit_of_work`)
const undo = prepared(() => sql`rollback to unit_of_work`)

function onConnection(connection: SQLite.Database): Kysely<Schema> {
  const database = withPreparedStatements(connection)
  return runPreparedOn(new Kysely<Schema>({ dialect: new SqliteDialect({ database }) }), database)
}

function connect(file: string, options: SQLite.Options = {}): SQLite.Database {
  const connection = new SQLite(file, options)
  if (!options.readonly) {
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
  }
  connection.pragma('foreign_keys = ON')
  connection.pragma('busy_timeout = 5000')
  connection.pragma('cache_size = -32000')
  return connection
}

async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
