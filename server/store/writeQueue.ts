import { setImmediate } from 'node:timers/promises'

type Work<Db, T> = (db: Db, afterCommit: (what: () => void) => void) => Promise<T>

interface Savepoint<Db> {
  begin(db: Db): Promise<unknown>
  keep(db: Db): Promise<unknown>
  undo(db: Db): Promise<unknown>
}

interface Job<Db> {
  run(db: Db): Promise<unknown>
  committed(): void
  failed(error: unknown): void
}

/** How many jobs share a transaction at most: keeps the wait of the first one short. */
const batchSize = 64

/**
 * Group commit: writes that wait at the same time share one transaction, each in a savepoint of its own, so they share one wait for the disk.
 * Each is answered only after the commit; one that throws is undone alone. Between transactions the event loop gets its turn.
 */
export class WriteQueue<Db> {
  readonly #transaction: (work: (db: Db) => Promise<void>) => Promise<void>
  readonly #savepoint: Savepoint<Db>
  #waiting: Job<Db>[] = []
  #running: Promise<void> | null = null

  constructor(transaction: (work: (db: Db) => Promise<void>) => Promise<void>, savepoint: Savepoint<Db>) {
    this.#transaction = transaction
    this.#savepoint = savepoint
  }

  write<T>(work: Work<Db, T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const afterwards: (() => void)[] = []
      let result: T
      this.#waiting.push({
        run: async (db) => {
          result = await work(db, (what) => afterwards.push(what))
        },
        committed: () => {
          resolve(result)
          for (const what of afterwards) what()
        },
        failed: reject,
      })
      this.#running ??= this.#drain()
    })
  }

  /** Settles once nothing waits. */
  async idle(): Promise<void> {
    await this.#running
  }

  async #drain(): Promise<void> {
    do {
      await setImmediate()
      await this.#commit(this.#waiting.splice(0, batchSize))
    } while (this.#waiting.length > 0)
    this.#running = null
  }

  async #commit(batch: Job<Db>[]): Promise<void> {
    const done: Job<Db>[] = []
    try {
      await this.#transaction(async (db) => {
        for (const job of batch) if (await this.#attempt(db, job)) done.push(job)
      })
    } catch (error) {
      for (const job of batch) job.failed(error)
      return
    }
    for (const job of done) job.committed()
  }

  async #attempt(db: Db, job: Job<Db>): Promise<boolean> {
    await this.#savepoint.begin(db)
    try {
      await job.run(db)
    } catch (error) {
      await this.#savepoint.undo(db)
      job.failed(error)
      return false
    }
    await this.#savepoint.keep(db)
    return true
  }
}
