import type { Writer } from './database.js'
import { hashSecret } from './secrets.js'

export async function insertSignInLink(db: Writer, secret: string, accountId: number, expiresAt: string): Promise<void> {
  await db
    .insertInto('sign_in_link')
    .values({ hash: hashSecret(secret), account_id: accountId, created_at: new Date().toISOString(), expires_at: expiresAt })
    .execute()
}

/** Spends a link; answers whose it was, or null where it was used, is too old or never was. */
export async function spendSignInLink(db: Writer, secret: string, at: Date): Promise<number | null> {
  const now = at.toISOString()
  const row = await db
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('hash', '=', hashSecret(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('account_id')
    .executeTakeFirst()
  return row?.account_id ?? null
}

/** Makes all links of an account useless. */
export async function deleteSignInLinks(db: Writer, accountId: number): Promise<void> {
  await db.deleteFrom('sign_in_link').where('account_id', '=', accountId).execute()
}
