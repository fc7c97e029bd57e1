import type { Request, Response } from 'express'
import type { Config } from '../config.js'
import { tokenPrefix } from '../actions/createToken.js'
import { Refusal } from '../errors.js'
import { interfaceLocaleFor, interfaceLocales } from '../messages.js'
import { hashSecret } from '../store/secrets.js'
import { findSession, findToken, sessionLifetime, touchIdentity, type Identity } from '../store/sessions.js'
import type { Services } from './handler.js'

/** Behind TLS the `__Host-` name binds the cookie to this very host, path and TLS. */
const isSecure = (config: Config): boolean => config.url.startsWith('https:')
export const cookieName = (config: Config): string => (isSecure(config) ? '__Host-stele' : 'stele')

const cookieOptions = (config: Config) => ({ httpOnly: true, secure: isSecure(config), sameSite: 'lax' as const, path: '/' })

export function setSessionCookie(res: Response, config: Config, secret: string): void {
  res.cookie(cookieName(config), secret, { ...cookieOptions(config), maxAge: sessionLifetime })
}

export function clearSessionCookie(res: Response, config: Config): void {
  res.clearCookie(cookieName(config), cookieOptions(config))
}

/** Value of the session cookie; null where there is none. */
function sessionSecret(req: Request, config: Config): string | null {
  const start = `${cookieName(config)}=`
  for (const part of req.headers.cookie?.split(';') ?? []) {
    const pair = part.trimStart()
    if (pair.startsWith(start)) return pair.slice(start.length)
  }
  return null
}

function bearerToken(req: Request): string | null {
  const value = req.headers.authorization
  return value?.startsWith(`Bearer ${tokenPrefix}`) ? value.slice('Bearer '.length) : null
}

/** What the database keeps of the session that the cookie carries; null where there is no cookie. */
export function sessionHash(req: Request, config: Config): string | null {
  const secret = sessionSecret(req, config)
  return secret === null ? null : hashSecret(secret)
}

/**
 * Who sends this request: by token, else by cookie; null where nobody is signed in.
 * Refuses `cross-site` where a page of another site, or one that cannot be told from it, would act with this person's cookie.
 */
export async function identify(services: Services, req: Request, res?: Response): Promise<Identity | null> {
  const { config, db } = services
  const token = bearerToken(req)
  if (token !== null) return seen(services, await findToken(db.read, token))
  const secret = sessionSecret(req, config)
  refuseCrossSite(req, config, secret !== null)
  if (secret === null) return null
  const identity = await findSession(db.read, secret)
  if (identity?.due && res) setSessionCookie(res, config, secret)
  return seen(services, identity)
}

function seen(services: Services, identity: Identity | null): Identity | null {
  if (identity?.due) services.db.write((db) => touchIdentity(db, identity)).catch((error: unknown) => services.log.error({ err: error }, 'could not note a visit'))
  return identity
}

/** Browsers say where an unsafe request comes from by Sec-Fetch-Site, older ones by Origin. Without either a cookie has no authority. */
function refuseCrossSite(req: Request, config: Config, hasCookie: boolean): void {
  if (req.method === 'GET' || req.method === 'HEAD') return
  const site = req.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  if (site !== undefined) throw new Refusal('cross-site')
  const { origin } = req.headers
  if (origin === undefined && !hasCookie) return
  if (origin === undefined || !(isSameHost(origin, req.headers.host) || origin === new URL(config.url).origin)) throw new Refusal('cross-site')
}

const isSameHost = (origin: string, host: string | undefined): boolean => URL.canParse(origin) && new URL(origin).host === host

/** The language for messages: what the account chose, else what the browser asks for, else English. */
export function languageOf(req: Request, chosen: string | null = null): string {
  const own = chosen === null ? null : interfaceLocaleFor(chosen)
  return own ?? (req.acceptsLanguages([...interfaceLocales]) || 'en')
}
