import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from 'pino'
import type { RefusalBody } from '../contract/index.js'
import { Refusal, type RefusalCode } from '../errors.js'
import { translator } from '../messages.js'

/** The one place where a refusal becomes a status of HTTP. */
export const statusOfRefusal: Record<RefusalCode, number> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'signed-in-already': 409,
  forbidden: 403,
  'not-found': 404,
  'cross-site': 403,
  'too-many-attempts': 429,
  'wrong-credentials': 401,
  'link-spent': 410,
  'account-disabled': 403,
  'email-taken': 409,
  'last-administrator': 409,
  'slug-taken': 409,
  'slug-reserved': 409,
  'path-taken': 409,
  'path-invalid': 422,
  'locale-unknown': 422,
  'format-unknown': 422,
  'document-empty': 422,
  'document-archived': 409,
  'document-too-complex': 422,
  'encoding-unknown': 422,
  'encoding-invalid': 422,
  'its-invalid': 422,
  'srx-invalid': 422,
  'container-bomb': 422,
  'container-broken': 422,
  'container-encrypted': 422,
  'container-too-large': 422,
  'container-unsupported': 422,
  'page-too-large': 422,
  'page-unavailable': 422,
  'upload-too-large': 413,
  'upload-unknown': 422,
  'revision-conflict': 409,
  'revision-unchanged': 409,
  'unit-unsplittable': 422,
  'split-misplaced': 422,
  'split-empty': 422,
  'units-apart': 422,
  'document-reads-differently': 409,
  'translation-conflict': 409,
  'translation-empty': 422,
  'codes-broken': 422,
  'verdict-on-missing': 409,
  'verdict-outdated': 409,
  'own-translation': 403,
  'note-required': 422,
  cancelled: 499,
}

/** A refusal as an answer, in the person's language. */
function refusalBody(refusal: Refusal, language: string): RefusalBody {
  const message = translator(language)(`refusal.${refusal.code}`, refusal.details)
  return { error: { code: refusal.code, message, details: refusal.details, ...(refusal.data === undefined ? {} : { data: refusal.data }) } }
}

/** Answers every error: a refusal with its status, anything else with 500 and an id under which the log has its cause. */
export function answerErrors(log: Logger, languageOf: (req: Request, res: Response) => string): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      if (!(error instanceof Refusal)) log.error({ err: error }, 'failed while answering')
      next(error)
      return
    }
    const refusal = error instanceof Refusal ? error : refusalOfHttpError(error)
    const language = languageOf(req, res)
    res.set('Content-Language', language)
    if (refusal) {
      const body = refusalBody(refusal, language)
      res.status(statusOfRefusal[refusal.code])
      // Where a frame was to show a page, a person reads what stands there instead.
      if (req.get('sec-fetch-dest') === 'iframe') res.type('text').send(body.error.message)
      else res.json(body)
      return
    }
    const id = randomUUID()
    log.error({ err: error, id, method: req.method, route: req.route instanceof Object && 'path' in req.route ? req.route.path : undefined }, 'request failed')
    const body: RefusalBody = { error: { code: 'internal', message: translator(language)('error.internal', { id }), details: { id } } }
    res.status(500).json(body)
  }
}

/** What Express and its body readers throw for a bad request; null for what is our own bug. */
function refusalOfHttpError(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number' || error.status >= 500) return null
  const type = 'type' in error ? error.type : undefined
  if (type === 'request.aborted') return new Refusal('cancelled')
  if (type === 'entity.too.large') {
    const limit = 'limit' in error && typeof error.limit === 'number' ? error.limit : 0
    return new Refusal('upload-too-large', { limit: limit / 1024 / 1024 })
  }
  return new Refusal('invalid-input', { field: type === undefined ? 'path' : 'body', reason: error.message })
}
