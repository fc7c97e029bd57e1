import { Refusal } from '../errors.js'
import { findAccount } from '../store/accounts.js'
import type { Database } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import { newSecret } from '../store/secrets.js'
import { insertSignInLink } from '../store/signInLinks.js'
import { may, type Actor } from '../workflow/permissions.js'

const day = 24 * 60 * 60 * 1000

/** A link that signs an account in, once, within a day. `url` is the address of the installation, without a final slash. */
export async function makeSignInLink(db: Database, actor: Actor, input: { accountId: number; url: string }): Promise<{ url: string; expiresAt: string }> {
  if (!may(actor, 'site:administer')) throw new Refusal('forbidden')
  const secret = newSecret()
  const expiresAt = new Date(Date.now() + day).toISOString()
  await db.write(async (db) => {
    const account = await findAccount(db, input.accountId)
    if (!account) throw new Refusal('not-found')
    if (account.disabled_at !== null) throw new Refusal('account-disabled')
    await insertSignInLink(db, secret, account.id, expiresAt)
    await recordEvent(db, { kind: 'account.link', actorId: actor.accountId, payload: { accountId: account.id } })
  })
  return { url: `${input.url}/sign-in/${secret}`, expiresAt }
}
