import type { Reader, Writer } from './database.js'
import { hashSecret } from './secrets.js'

export async function insertToken(db: Writer, accountId: number, name: string, secret: string): Promise<number> {
  const { id } = await db
    .insertInto('token')
    .values({ account_id: accountId, name, hash: hashSecret(secret), created_at: new Date().toISOString() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Tokens of an account that still work, newest first. */
export async function listTokens(db: Reader, accountId: number) {
  return db
    .selectFrom('token')
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .execute()
}

/** Ends one token of an account; false where it has no such token. */
export async function revokeOneToken(db: Writer, accountId: number, id: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('token')
    .set({ revoked_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Ends all tokens of an account. */
export async function revokeTokens(db: Writer, accountId: number): Promise<void> {
  await db.updateTable('token').set({ revoked_at: new Date().toISOString() }).where('account_id', '=', accountId).where('revoked_at', 'is', null).execute()
}
