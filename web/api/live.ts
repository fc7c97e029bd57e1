import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { LiveEvents } from '../../server/contract/unit.js'
import { address } from './client.js'

export type Connection = 'closed' | 'connecting' | 'open' | 'lost'
export interface Scope {
  project?: string
  document?: number
}
type EventName = keyof LiveEvents
type Listener = (data: never) => void

const eventNames: readonly EventName[] = ['unit', 'comment', 'revision', 'project', 'operation']
const longestPause = 15_000

/** The page's one stream of server-sent events. It comes back by itself, and says so, because what happened meanwhile has to be asked for. */
class Live {
  #source: EventSource | null = null
  #scope: Scope | null = null
  #probe: () => Promise<boolean> = async () => false
  #connection: Connection = 'closed'
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Map<EventName | 'reconnected', Set<Listener>>()
  readonly #watchers = new Set<() => void>()

  /** How to find out whether the server answers at all, where it refuses the stream. */
  probeWith(probe: () => Promise<boolean>): void {
    this.#probe = probe
  }

  /** Listens to what happens there; null closes the stream. */
  follow(scope: Scope | null): void {
    if (this.#source && scope && this.#scope && scope.project === this.#scope.project && scope.document === this.#scope.document) return
    this.#scope = scope
    this.#failures = 0
    this.#close()
    if (scope) this.#open()
    else this.#become('closed')
  }

  on<E extends EventName>(event: E, listener: (data: LiveEvents[E]) => void): () => void
  on(event: 'reconnected', listener: () => void): () => void
  on(event: EventName | 'reconnected', listener: Listener): () => void {
    const set = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, set.add(listener))
    return () => set.delete(listener)
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
  readonly connection = (): Connection => this.#connection

  /** Tries at once instead of at the end of the pause. */
  readonly retry = (): void => {
    if (!this.#scope || this.#connection === 'open' || this.#connection === 'connecting') return
    this.#close()
    this.#open()
  }

  /** The device says that it has no network: no need to wait until the stream notices. */
  readonly cut = (): void => {
    if (!this.#scope) return
    this.#close()
    this.#become('lost')
  }

  #open(): void {
    clearTimeout(this.#timer)
    if (this.#connection !== 'lost') this.#become('connecting')
    const source = new EventSource(address('/events', {}, { ...this.#scope }))
    this.#source = source
    source.onopen = () => {
      const wasLost = this.#connection === 'lost'
      this.#failures = 0
      this.#become('open')
      if (wasLost) this.#tell('reconnected', undefined)
    }
    source.onerror = () => {
      // A stream that was cut is the line's fault; one that was answered with an error may be ours: the place is not there, or the session ended.
      const answered = source.readyState === EventSource.CLOSED
      this.#close()
      void this.#comeBack(answered)
    }
    for (const name of eventNames) source.addEventListener(name, (event: MessageEvent<string>) => this.#tell(name, JSON.parse(event.data)))
  }

  async #comeBack(answered: boolean): Promise<void> {
    const scope = this.#scope
    const reachable = answered && (await this.#probe().catch(() => false))
    if (scope !== this.#scope || this.#source) return
    this.#become(reachable ? 'closed' : 'lost')
    const pause = reachable ? longestPause : Math.min(longestPause, 500 * 2 ** this.#failures++)
    this.#timer = setTimeout(() => this.#open(), pause * (0.75 + Math.random() / 2))
  }

  #close(): void {
    clearTimeout(this.#timer)
    this.#source?.close()
    this.#source = null
  }

  #tell(event: EventName | 'reconnected', data: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(data as never)
  }

  #become(connection: Connection): void {
    if (connection === this.#connection) return
    this.#connection = connection
    for (const watcher of this.#watchers) watcher()
  }
}

export const live = new Live()
if (typeof window !== 'undefined') {
  window.addEventListener('online', live.retry)
  window.addEventListener('offline', live.cut)
}

/** Whether the stream stands; `lost` is what a person knows as offline. */
export const useConnection = (): Connection => useSyncExternalStore(live.watch, live.connection)

/** Calls `listener` for every such event while the component is shown. */
export function useLiveEvent<E extends EventName>(event: E, listener: (data: LiveEvents[E]) => void): void {
  const latest = useEffectEvent(listener)
  useEffect(() => live.on(event, (data) => latest(data)), [event])
}

/** Follows a project or a document while the component is shown. */
export function useLiveScope(project?: string, document?: number): void {
  useEffect(() => {
    live.follow({ project, document })
  }, [project, document])
}
