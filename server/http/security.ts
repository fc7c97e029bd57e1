import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { Config } from '../config.js'
import type { Key } from '../contract/index.js'
import { Refusal } from '../errors.js'

/** Headers for every answer. The content policy allows no inline script and no inline style, and nobody may frame a page. */
export function securityHeaders(config: Config): RequestHandler {
  const tls = config.url.startsWith('https:')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(tls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: tls,
    xFrameOptions: { action: 'deny' },
  })
}

/** Headers for documents of others that a frame shows. They run nothing, send nothing, load nothing, and cannot be framed elsewhere. */
export const frameHeaders = {
  'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  'X-Frame-Options': 'SAMEORIGIN',
}

const quarter = 15 * 60 * 1000

/** Attempts that an address has in a quarter of an hour, where guessing or sending mails must not be free. */
function limit(attempts: number, options: { failedOnly: boolean }): RequestHandler {
  return rateLimit({
    windowMs: quarter,
    limit: attempts,
    skipSuccessfulRequests: options.failedOnly,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) => next(new Refusal('too-many-attempts', { minutes: quarter / 60_000 })),
  })
}

/** Routes of the API that are limited, each set by counters of its own. */
export function rateLimits(): Partial<Record<Key, RequestHandler>> {
  const password = limit(20, { failedOnly: true })
  const link = limit(20, { failedOnly: true })
  const mail = limit(10, { failedOnly: false })
  return {
    'POST /session': password,
    'PUT /account/password': password,
    'POST /sign-in-links/:token': link,
    'GET /invitations/:token': link,
    'POST /invitations/:token': link,
    'POST /sign-in-links': mail,
  }
}
