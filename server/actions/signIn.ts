import { Refusal } from '../errors.js'
import { findAccountByEmail } from '../store/accounts.js'
import type { Database } from '../store/database.js'
import { startSession } from '../store/sessions.js'
import { passwordFits } from './password.js'

/**
 * Begins a session; `secret` is what the cookie carries. An unknown address, an account without password and a wrong password
 * are the same refusal after the same work; that an account is disabled is told only to who knows its password.
 */
export async function signIn(db: Database, input: { email: string; password: string }): Promise<{ accountId: number; secret: string }> {
  const account = await findAccountByEmail(db.read, input.email)
  const fits = await passwordFits(account?.password_hash ?? null, input.password)
  if (!account || !fits) throw new Refusal('wrong-credentials')
  if (account.disabled_at !== null) throw new Refusal('account-disabled')
  return { accountId: account.id, secret: await db.write((db) => startSession(db, account.id)) }
}
