import type { Response } from 'express'
import { Refusal } from '../errors.js'
import type { Live, LiveMessage } from '../store/live.js'
import { may, type Actor } from '../workflow/permissions.js'
import type { Handlers, Incoming } from './handler.js'
import { resolvePlace } from './place.js'
import { identify } from './session.js'

/** How often a silent stream says that it lives, in milliseconds; then it is also looked whether its session still does. */
const heartbeat = 20_000
/** A client that is so many bytes behind is cut off; it connects again and asks for what it missed. */
const tolerated = 1024 * 1024

const openStreams = new WeakMap<Live, Set<() => void>>()

/** Ends all streams, so that a server which stops need not wait for them. */
export function endStreams(live: Live): void {
  for (const end of openStreams.get(live) ?? []) end()
}

interface Filter {
  projectId: number
  documentId?: number
}

/** Streams what concerns this person, as server-sent events, until the client goes, the session ends or the server stops. */
class Stream {
  readonly #incoming: Incoming<'GET /events'>
  readonly #filter: Filter
  readonly #res: Response
  #actor: Actor
  #sent = 0

  constructor(incoming: Incoming<'GET /events'>, filter: Filter) {
    this.#incoming = incoming
    this.#filter = filter
    this.#res = incoming.res
    this.#actor = incoming.actor
  }

  run(): Promise<void> {
    const { db, res } = { db: this.#incoming.db, res: this.#res }
    const streams = openStreams.get(db.live) ?? new Set()
    openStreams.set(db.live, streams)
    const end = () => void res.end()
    const unsubscribe = db.live.subscribe((message) => this.#receive(message))
    const timer = setInterval(() => {
      res.write(': alive\n\n')
      void this.#checkSession()
    }, heartbeat)
    streams.add(end)
    res.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' })
    res.write('retry: 1000\n\n')
    return new Promise((resolve) => {
      res.once('close', () => {
        unsubscribe()
        clearInterval(timer)
        streams.delete(end)
        resolve()
      })
    })
  }

  #receive(message: LiveMessage): void {
    if (message.event === 'session') {
      if ('accountId' in message.audience && message.audience.accountId === this.#actor.accountId) void this.#checkSession()
      return
    }
    if (!this.#concerns(message)) return
    this.#sent += 1
    this.#res.write(`id: ${this.#sent}\nevent: ${message.event}\ndata: ${JSON.stringify(message.data)}\n\n`)
    if (this.#res.writableLength > tolerated) this.#res.destroy()
  }

  #concerns({ audience }: LiveMessage): boolean {
    if ('accountId' in audience) return audience.accountId === this.#actor.accountId
    const { projectId, documentId } = this.#filter
    if (projectId !== 0 && audience.projectId !== projectId) return false
    if (documentId !== undefined && audience.documentId !== undefined && audience.documentId !== documentId) return false
    return may(this.#actor, 'project:view', audience)
  }

  /** Roles may have changed, or the session ended. */
  async #checkSession(): Promise<void> {
    try {
      const identity = await identify(this.#incoming, this.#incoming.req)
      if (identity) this.#actor = identity.actor
      else this.#res.end()
    } catch (error) {
      this.#incoming.log.error({ err: error }, 'could not look after a stream')
      this.#res.end()
    }
  }
}

export const eventHandlers: Handlers<'GET /events'> = {
  'GET /events': async (incoming) => {
    const { project, document } = incoming.query
    const places = await Promise.all([...(project ? [{ project }] : []), ...(document ? [{ document }] : [])].map((params) => resolvePlace(incoming.db.read, params)))
    const projectId = places[0]?.projectId ?? 0
    if (places.some((place) => place.projectId !== projectId || !may(incoming.actor, 'project:view', place))) throw new Refusal('not-found')
    await new Stream(incoming, { projectId, documentId: document }).run()
    return undefined
  },
}
