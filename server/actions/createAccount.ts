import { Refusal } from '../errors.js'
import { countAccounts, findAccountByEmail, insertAccount } from '../store/accounts.js'
import type { Database } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import { may, type Actor, type SiteRole } from '../workflow/permissions.js'
import { hashPassword } from './password.js'

/** Makes an account without an invitation; answers its id. Without a password it can be entered only by a sign-in link. Refuses `email-taken`. */
export async function createAccount(db: Database, actor: Actor, input: { email: string; name: string; siteRole: SiteRole; password: string | null }): Promise<number> {
  if (!may(actor, 'site:administer')) throw new Refusal('forbidden')
  const passwordHash = input.password === null ? null : await hashPassword(input.password)
  return db.write(async (db) => {
    if (await findAccountByEmail(db, input.email)) throw new Refusal('email-taken', { email: input.email })
    const id = await insertAccount(db, { ...input, passwordHash })
    await recordEvent(db, { kind: 'account.created', actorId: actor.accountId, payload: { accountId: id } })
    return id
  })
}

/** Makes the account that a new installation is entered by, without a password; answers its id, or null where there are accounts already. */
export async function createFirstAdministrator(db: Database): Promise<number | null> {
  return db.write(async (db) => {
    if ((await countAccounts(db)) > 0) return null
    const id = await insertAccount(db, { email: 'admin@localhost', name: 'Administrator', passwordHash: null, siteRole: 'administrator' })
    await recordEvent(db, { kind: 'account.created', actorId: null, payload: { accountId: id } })
    return id
  })
}
