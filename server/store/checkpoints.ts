import type SQLite from 'better-sqlite3'

/** How long what is committed may stand in the write-ahead log alone, in ms. */
const wait = 250
/** So many rows must have changed: what a quiet day brings is not worth a thread. */
const enoughRows = 1000
/** Of the write-ahead log, in pages of 4 KiB, from which on SQLite itself carries it over, in the middle of a write. */
const longestLog = 16_384

/** Has the write-ahead log carried into the database file by `carry`, soon after enough of what `connection` writes is committed. */
export class Checkpoints {
  readonly #changes: SQLite.Statement<[], number>
  readonly #carry: () => void
  #carried = 0
  #due: NodeJS.Timeout | undefined

  constructor(connection: SQLite.Database, carry: () => void) {
    connection.pragma(`wal_autocheckpoint = ${longestLog}`)
    this.#changes = connection.prepare<[], number>('select total_changes()').pluck()
    this.#carry = carry
  }

  committed(): void {
    if (this.#due || this.#changes.get()! - this.#carried < enoughRows) return
    this.#due = setTimeout(() => {
      this.#due = undefined
      this.#carried = this.#changes.get()!
      this.#carry()
    }, wait).unref()
  }

  stop(): void {
    clearTimeout(this.#due)
  }
}
