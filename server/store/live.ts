import { EventEmitter } from 'node:events'

/** Who a message is for: members of a project, or one account. */
export type Audience = { projectId: number; documentId?: number } | { accountId: number }

export interface LiveMessage {
  /** Name of the event in contract/unit.ts `liveEvents`. */
  event: string
  data: unknown
  audience: Audience
}

/** What just happened, to everybody in this process who listens. On PostgreSQL the same will go through LISTEN/NOTIFY. */
export class Live {
  readonly #emitter = new EventEmitter().setMaxListeners(0)

  publish(message: LiveMessage): void {
    this.#emitter.emit('message', message)
  }

  /** Returns how to stop listening. */
  subscribe(listener: (message: LiveMessage) => void): () => void {
    this.#emitter.on('message', listener)
    return () => this.#emitter.off('message', listener)
  }
}
