import { Refusal } from '../errors.js'
import { findAccount } from '../store/accounts.js'
import type { Database } from '../store/database.js'
import { startSession } from '../store/sessions.js'
import { spendSignInLink } from '../store/signInLinks.js'

/** Signs in by a link, which is spent with that. */
export async function useSignInLink(db: Database, token: string): Promise<{ accountId: number; secret: string }> {
  return db.write(async (db) => {
    const now = new Date()
    const accountId = await spendSignInLink(db, token, now)
    const account = accountId === null ? undefined : await findAccount(db, accountId)
    if (!account || account.disabled_at !== null) throw new Refusal('link-spent')
    return { accountId: account.id, secret: await startSession(db, account.id, now) }
  })
}
