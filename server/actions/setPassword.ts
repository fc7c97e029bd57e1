import { Refusal } from '../errors.js'
import { findAccount, updateAccount } from '../store/accounts.js'
import type { Database, Writer } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import { endSessions, isStartedByLink } from '../store/sessions.js'
import { deleteSignInLinks } from '../store/signInLinks.js'
import { may, type Actor } from '../workflow/permissions.js'
import { hashPassword, passwordFits } from './password.js'

/**
 * Sets the actor's own password and ends their other sessions. Refuses `wrong-credentials` unless `current` fits;
 * it is not asked for where there is none yet, or where this session was begun by a sign-in link, as people do who lost theirs.
 */
export async function setOwnPassword(db: Database, actor: Actor, input: { current?: string; password: string; sessionHash: string | null }): Promise<void> {
  const account = await findAccount(db.read, actor.accountId)
  if (!account) throw new Refusal('not-signed-in')
  const proven = account.password_hash === null || (input.sessionHash !== null && (await isStartedByLink(db.read, input.sessionHash)))
  if (!proven && !(await passwordFits(account.password_hash, input.current ?? ''))) throw new Refusal('wrong-credentials')
  const passwordHash = await hashPassword(input.password)
  await db.write((db, publish) => changePassword(db, publish, { accountId: account.id, passwordHash, actorId: account.id, keep: input.sessionHash }))
}

/** Sets the password of any account and ends all its sessions. */
export async function setPasswordOf(db: Database, actor: Actor, input: { accountId: number; password: string }): Promise<void> {
  if (!may(actor, 'site:administer')) throw new Refusal('forbidden')
  const { accountId } = input
  if (!(await findAccount(db.read, accountId))) throw new Refusal('not-found')
  const passwordHash = await hashPassword(input.password)
  await db.write((db, publish) => changePassword(db, publish, { accountId, passwordHash, actorId: actor.accountId, keep: null }))
}

type Publish = Parameters<Parameters<Database['write']>[0]>[1]

async function changePassword(db: Writer, publish: Publish, change: { accountId: number; passwordHash: string; actorId: number; keep: string | null }): Promise<void> {
  await updateAccount(db, change.accountId, { password_hash: change.passwordHash })
  await endSessions(db, change.accountId, change.keep)
  await deleteSignInLinks(db, change.accountId)
  await recordEvent(db, { kind: 'account.password', actorId: change.actorId, payload: { accountId: change.accountId } })
  publish({ event: 'session', data: null, audience: { accountId: change.accountId } })
}
