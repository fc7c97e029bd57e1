import type { UnitRow } from '../../server/contract/unit.js'
import { Cell } from './cell.js'
import type { Base, Shelf } from './drafts.js'

/** A save that the server has not confirmed. */
export interface Save extends Base {
  text: string
  /** It is a proposed repair as it was proposed. */
  repair?: true
  /** Orders saves; UTC, ISO 8601. */
  queuedAt: string
}

/** What became of sending a save. */
export type Outcome =
  | { type: 'saved'; row: UnitRow }
  /** Somebody saved another text meanwhile: theirs. */
  | { type: 'conflict'; row: UnitRow }
  | { type: 'refused'; error: unknown }
  /** The server could not be asked: to be tried again. */
  | { type: 'unreachable' }

export interface QueueState {
  /** Saves that are not confirmed. */
  waiting: number
  /** Whether the last try did not reach the server. */
  unreachable: boolean
}

export interface QueueOptions {
  shelf: Shelf<Save>
  send(unitId: number, save: Save): Promise<Outcome>
  /** Told of every end of a save but `unreachable`. */
  settled(unitId: number, save: Save, outcome: Outcome): void
  /** Resolves after so many milliseconds, or earlier where trying is worth it. */
  pause(milliseconds: number): Promise<void>
}

const longestPause = 30_000

/** Pause before the next try, in milliseconds: doubled with every failure up to half a minute. */
export const pauseAfter = (failures: number): number => Math.min(longestPause, 1000 * 2 ** Math.max(0, failures - 1))

/**
 * Saves on their way to the server, one at a time in the order in which they were made. Each is kept in the browser until it is confirmed,
 * so that neither a lost connection nor a closed page loses one. A later save of a unit replaces an earlier one that was not sent yet.
 */
export class SaveQueue {
  readonly state = new Cell<QueueState>({ waiting: 0, unreachable: false })
  readonly #options: QueueOptions
  readonly #waiting = new Map<number, Save>()
  readonly #listeners = new Map<number, ((outcome: Outcome) => void)[]>()
  #sending = false
  #stopped = false

  /** Starts with what an earlier page left on the shelf. */
  constructor(options: QueueOptions) {
    this.#options = options
    const kept = options.shelf.units().flatMap((unitId) => {
      const save = options.shelf.get(unitId)
      return save ? [{ unitId, save }] : []
    })
    kept.sort((a, b) => (a.save.queuedAt < b.save.queuedAt ? -1 : 1))
    for (const { unitId, save } of kept) this.#waiting.set(unitId, save)
    this.#report(false)
  }

  units(): number[] {
    return [...this.#waiting.keys()]
  }

  get(unitId: number): Save | undefined {
    return this.#waiting.get(unitId)
  }

  /** Sends what waits. */
  start(): void {
    this.#stopped = false
    void this.#run()
  }

  stop(): void {
    this.#stopped = true
  }

  /** Resolves when this save (or the later one that replaced it) is confirmed or refused. False where the browser cannot keep it. */
  add(unitId: number, save: Save): { kept: boolean; outcome: Promise<Outcome> } {
    const kept = this.#options.shelf.put(unitId, save)
    this.#waiting.set(unitId, save)
    const outcome = new Promise<Outcome>((resolve) => this.#listeners.set(unitId, [...(this.#listeners.get(unitId) ?? []), resolve]))
    this.#report(this.state.get().unreachable)
    void this.#run()
    return { kept, outcome }
  }

  async #run(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    let failures = 0
    while (!this.#stopped) {
      const [next] = this.#waiting
      if (!next) break
      const [unitId, save] = next
      const outcome = await this.#options.send(unitId, save)
      if (outcome.type === 'unreachable') {
        failures++
        this.#report(true)
        await this.#options.pause(pauseAfter(failures))
        continue
      }
      failures = 0
      this.#settle(unitId, save, outcome)
    }
    this.#sending = false
  }

  #settle(unitId: number, save: Save, outcome: Outcome): void {
    const latest = this.#waiting.get(unitId)
    if (latest !== save && latest !== undefined && outcome.type === 'saved') {
      // Another text was saved while this one was on its way: it follows what the server has now.
      const followed = { ...latest, version: outcome.row.target.version }
      this.#waiting.set(unitId, followed)
      this.#options.shelf.put(unitId, followed)
      this.#report(false)
      return
    }
    this.#waiting.delete(unitId)
    this.#options.shelf.remove(unitId)
    this.#report(false)
    this.#options.settled(unitId, latest ?? save, outcome)
    for (const resolve of this.#listeners.get(unitId) ?? []) resolve(outcome)
    this.#listeners.delete(unitId)
  }

  #report(unreachable: boolean): void {
    const before = this.state.get()
    if (before.waiting !== this.#waiting.size || before.unreachable !== unreachable) this.state.set({ waiting: this.#waiting.size, unreachable })
  }
}
