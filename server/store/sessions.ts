import { sql } from 'kysely'
import type { SiteRole, Actor, Membership } from '../workflow/permissions.js'
import type { Reader, Writer } from './database.js'
import { prepared } from './prepared.js'
import { hashSecret, newSecret } from './secrets.js'

const day = 24 * 60 * 60 * 1000
/** A session ends when it was not used for so long, in milliseconds. */
export const sessionLifetime = 30 * day
/** How old `last_seen_at` may get before a request writes it anew, in milliseconds: hardly any request costs a write. */
const seenPrecision = 5 * 60 * 1000

/** Who sends a request, and by which right. */
export interface Identity {
  actor: Actor
  /** Interface language that the account chose; null follows the browser. */
  locale: string | null
  /** Whether `touchSession` or `touchToken` is due. */
  due: boolean
  by: 'cookie' | 'token'
  /** Hash of the session's or token's secret. */
  hash: string
}

interface Row {
  account_id: number
  site_role: SiteRole
  locale: string | null
  seen: string | null
  project_id: number | null
  role: Membership['role'] | null
  member_locale: string | null
}

/** Begins a session; answers the secret that the cookie carries. */
export async function startSession(db: Writer, accountId: number, at = new Date()): Promise<string> {
  const secret = newSecret()
  const now = at.getTime()
  await db
    .insertInto('session')
    .values({
      hash: hashSecret(secret),
      account_id: accountId,
      created_at: new Date(now).toISOString(),
      last_seen_at: new Date(now).toISOString(),
      expires_at: new Date(now + sessionLifetime).toISOString(),
    })
    .execute()
  await db
    .updateTable('account')
    .set({ last_seen_at: new Date(now).toISOString() })
    .where('id', '=', accountId)
    .execute()
  await db.deleteFrom('session').where('expires_at', '<', new Date(now).toISOString()).execute()
  return secret
}

const bySession = prepared<{ hash: string; now: string }, Row>(
  (slot) => sql`
    select account.id as account_id, account.site_role, account.locale, session.last_seen_at as seen, membership.project_id, membership.role, membership.locale as member_locale
    from session
    join account on account.id = session.account_id
    left join membership on membership.account_id = account.id
    where session.hash = ${slot('hash')} and session.expires_at > ${slot('now')} and account.disabled_at is null`,
)

/** Whose session that is, with roles, in one read; null where it ended or the account is disabled. Every request asks this. */
export async function findSession(db: Reader, secret: string): Promise<Identity | null> {
  const hash = hashSecret(secret)
  return identityOf(await bySession(db, { hash, now: new Date().toISOString() }), 'cookie', hash)
}

const byToken = prepared<{ hash: string }, Row>(
  (slot) => sql`
    select account.id as account_id, account.site_role, account.locale, token.last_used_at as seen, membership.project_id, membership.role, membership.locale as member_locale
    from token
    join account on account.id = token.account_id
    left join membership on membership.account_id = account.id
    where token.hash = ${slot('hash')} and token.revoked_at is null and account.disabled_at is null`,
)

/** The same for a token of the API. */
export async function findToken(db: Reader, secret: string): Promise<Identity | null> {
  const hash = hashSecret(secret)
  return identityOf(await byToken(db, { hash }), 'token', hash)
}

function identityOf(rows: Row[], by: Identity['by'], hash: string): Identity | null {
  const first = rows[0]
  if (!first) return null
  const memberships: Membership[] = []
  for (const row of rows) if (row.project_id !== null && row.role !== null) memberships.push({ projectId: row.project_id, role: row.role, locale: row.member_locale || null })
  return {
    actor: { accountId: first.account_id, siteRole: first.site_role, memberships },
    locale: first.locale,
    due: first.seen === null || Date.now() - Date.parse(first.seen) > seenPrecision,
    by,
    hash,
  }
}

/** Notes that the person was here and lets the session live on. */
export async function touchIdentity(db: Writer, identity: Identity): Promise<void> {
  const now = new Date().toISOString()
  if (identity.by === 'token') await db.updateTable('token').set({ last_used_at: now }).where('hash', '=', identity.hash).execute()
  else
    await db
      .updateTable('session')
      .set({ last_seen_at: now, expires_at: new Date(Date.now() + sessionLifetime).toISOString() })
      .where('hash', '=', identity.hash)
      .execute()
  await db.updateTable('account').set({ last_seen_at: now }).where('id', '=', identity.actor.accountId).execute()
}

/** Answers whose session it was; null where there was none. */
export async function endSession(db: Writer, hash: string): Promise<number | null> {
  const row = await db.deleteFrom('session').where('hash', '=', hash).returning('account_id').executeTakeFirst()
  return row?.account_id ?? null
}

/** Ends all sessions of an account, but the one with this hash. */
export async function endSessions(db: Writer, accountId: number, except: string | null = null): Promise<void> {
  let query = db.deleteFrom('session').where('account_id', '=', accountId)
  if (except !== null) query = query.where('hash', '!=', except)
  await query.execute()
}

/** Whether a session was begun by a sign-in link: both moments are the same, for they were written as one. */
export async function isStartedByLink(db: Reader, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .innerJoin('sign_in_link', (join) => join.onRef('sign_in_link.account_id', '=', 'session.account_id').onRef('sign_in_link.used_at', '=', 'session.created_at'))
    .where('session.hash', '=', hash)
    .select('session.hash')
    .executeTakeFirst()
  return row !== undefined
}
