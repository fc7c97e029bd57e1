import compression from 'compression'
import express from 'express'
import { Refusal } from '../errors.js'
import type { Services } from './handler.js'
import { mountContract } from './mount.js'
import { apiDescription } from './openapi.js'
import { answerErrors } from './refusals.js'
import { requestLog } from './requestLog.js'
import { securityHeaders } from './security.js'
import { languageOf } from './session.js'
import { webPages } from './static.js'

/** Compresses answers, but those to PUT: they are as short as what was put, and saving is what must be quick. */
function compressed(): express.RequestHandler {
  const compress = compression()
  return (req, res, next) => {
    if (req.method === 'PUT') next()
    else compress(req, res, next)
  }
}

/** The whole program behind HTTP: the API below /api/v1, and the pages that use it. */
export function createApp(services: Services): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', services.config.trustProxy)
  app.use(requestLog(services.log))
  app.use(securityHeaders(services.config))
  app.get('/health', (_req, res) => void res.json({ status: 'ok' }))
  app.use('/api/v1', compressed(), apiDescription(), mountContract(services))
  app.use('/api', () => {
    throw new Refusal('not-found')
  })
  app.use(webPages())
  app.use(() => {
    throw new Refusal('not-found')
  })
  app.use(answerErrors(services.log, (req, res) => (typeof res.locals.language === 'string' ? res.locals.language : languageOf(req))))
  return app
}
