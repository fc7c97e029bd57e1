import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

/** Links that open a door hold their secret in the path. */
const secretPath = /\/(sign-in|sign-in-links|invitation|invitations)\/[^/?#]+/g

/** The address of a request as it may be logged: without the secrets of links, and without what was searched for. */
export const loggedUrl = (url: string): string => url.replace(secretPath, '/$1/[secret]').replace(/\?.*$/s, '')

/** Logs requests: refusals as info, failures as errors, everything else only when debugging. No header is ever logged, for headers carry cookies and tokens. */
export function requestLog(log: Logger) {
  return pinoHttp<IncomingMessage, ServerResponse>({
    logger: log,
    serializers: {
      req: (req: { id: unknown; method: string; url: string; remoteAddress: string }) => ({ id: req.id, method: req.method, url: loggedUrl(req.url), address: req.remoteAddress }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
    customLogLevel: (_req, res, error) => {
      if (error || res.statusCode >= 500) return 'error'
      return res.statusCode >= 400 ? 'info' : 'debug'
    },
  })
}
