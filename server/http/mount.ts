import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { z } from 'zod'
import type { Config } from '../config.js'
import { contract, type Key } from '../contract/index.js'
import type { Method, Route } from '../contract/route.js'
import { Refusal } from '../errors.js'
import { may, type Actor } from '../workflow/permissions.js'
import { handlers } from './handlers.js'
import type { FileAnswer, Services } from './handler.js'
import { resolvePlace, type Place } from './place.js'
import { frameHeaders, rateLimits } from './security.js'
import { identify, languageOf } from './session.js'
import { parse } from './input.js'

const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const satisfies Record<Method, string>

/** All routes of the contract, each bound to its handler. */
export function mountContract(services: Services): Router {
  const router = express.Router()
  const limits = rateLimits()
  // The router tries one after the other, so what is asked most often comes first: units, which stand last in the contract.
  for (const key of (Object.keys(contract) as Key[]).toReversed()) {
    const [method, path] = key.split(' ') as [Method, string]
    const limit = limits[key]
    router[verbs[method]](path, ...(limit ? [limit] : []), serve(services, key))
  }
  return router
}

/** Who, where, whether, what, in this order: nobody learns from a refusal more than they may see. */
function serve(services: Services, key: Key): RequestHandler {
  const route: Route = contract[key]
  const handler: (incoming: never) => Promise<unknown> = handlers[key]
  const readBody = bodyReader(services.config, route)
  return async (req, res) => {
    if (route.answer === 'page') res.set(frameHeaders)
    const identity = await identify(services, req, res)
    const actor = identity?.actor ?? null
    const language = languageOf(req, identity?.locale)
    res.locals.language = language
    if (!actor && route.permission !== 'public') throw new Refusal('not-signed-in')
    const params = parse(route.params, req.params, 'path', language)
    const place = await resolvePlace(services.db.read, params ?? {})
    permit(actor, route, place, params?.locale !== undefined)
    const query = parse(route.query, req.query, 'query', language)
    const body = parse(route.body === 'bytes' ? z.instanceof(Buffer) : route.body, await readBody(req, res), 'body', language)
    const signal = hangUpSignal(res)
    const progress = reportProgress(services, req, actor)
    const incoming = { ...services, actor, params, query, body, projectId: place.projectId, language, signal, progress, req, res }
    answer(route, res, await handler(incoming as never))
  }
}

function permit(actor: Actor | null, route: Route, place: Place, namesLocale: boolean): void {
  if (place.projectId && !may(actor, 'project:view', place)) throw new Refusal('not-found')
  if (namesLocale && place.locale === undefined) throw new Refusal('not-found')
  if (!may(actor, route.permission, place)) throw new Refusal('forbidden')
}

const mebibyte = 1024 * 1024
const anyType = () => true

/** Most bytes that a body may have: only what carries a document may be as large as one. */
const bodyLimit = (config: Config, route: Route): number => (route.permission === 'project:manage' ? config.uploadLimit : 4 * mebibyte)

/** Reads what a route takes, only now that the person may send it: JSON, bytes, or nothing. */
function bodyReader(config: Config, route: Route): (req: Request, res: Response) => Promise<unknown> {
  if (route.body === undefined) return async () => undefined
  const limit = bodyLimit(config, route)
  const reader = route.body === 'bytes' ? express.raw({ type: anyType, limit }) : express.json({ type: anyType, limit })
  const empty = route.body === 'bytes' ? Buffer.alloc(0) : undefined
  return (req, res) =>
    new Promise((resolve, reject) => {
      // The reader would take everything off the line before it says no.
      if (Number(req.headers['content-length']) > limit) throw new Refusal('upload-too-large', { limit: limit / mebibyte })
      reader(req, res, (error: unknown) => (error ? reject(error) : resolve(req.body ?? empty)))
    })
}

function hangUpSignal(res: Response): AbortSignal {
  const controller = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) controller.abort(new Refusal('cancelled'))
  })
  return controller.signal
}

/** Shortest time between two reports, in milliseconds. */
const reportEvery = 100

/** Where the request names an operation, tells the person who waits how far it is, by a live event. */
function reportProgress(services: Services, req: Request, actor: Actor | null): (stage: string, done: number, total: number) => void {
  const operation = req.get('stele-operation')
  if (operation === undefined || !actor) return () => undefined
  const audience = { accountId: actor.accountId }
  let last = 0
  let lastStage = ''
  return (stage, done, total) => {
    const now = Date.now()
    if (stage === lastStage && done < total && now - last < reportEvery) return
    last = now
    lastStage = stage
    services.db.live.publish({ event: 'operation', data: { operation, stage, done, total }, audience })
  }
}

function answer(route: Route, res: Response, result: unknown): void {
  if (route.answer === 'events' || res.headersSent) return
  res.set('Cache-Control', 'no-store')
  if (route.answer === undefined) {
    res.status(route.status ?? 204).end()
    return
  }
  if (route.answer === 'bytes') sendFile(res, result as FileAnswer)
  else if (route.answer === 'page') sendPage(res, result as FileAnswer)
  else res.status(route.status ?? 200).json(result)
}

/** Always as a download, never shown: what people upload must not run under our address. */
function sendFile(res: Response, file: FileAnswer): void {
  res.attachment(file.name)
  res.set('Content-Type', file.type)
  res.set('Content-Security-Policy', "sandbox; default-src 'none'")
  res.end(file.bytes)
}

/** In a frame of ours under `frameHeaders`; whoever opens the address itself gets a download, so that nobody takes the page for one of ours. */
function sendPage(res: Response, file: FileAnswer): void {
  if (res.req.get('sec-fetch-dest') === 'document') res.attachment(file.name)
  res.set('Content-Type', file.type)
  res.end(file.bytes)
}
