import type { Selectable } from 'kysely'
import type { SiteRole } from '../workflow/permissions.js'
import type { Reader, Writer } from './database.js'
import type { AccountTable } from './schema.js'

export type AccountRecord = Selectable<AccountTable>

export async function findAccount(db: Reader | Writer, id: number): Promise<AccountRecord | undefined> {
  return db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findAccountByEmail(db: Reader | Writer, email: string): Promise<AccountRecord | undefined> {
  return db.selectFrom('account').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst()
}

/** Everybody, by name, disabled ones too. */
export async function listAccounts(db: Reader): Promise<AccountRecord[]> {
  return db.selectFrom('account').selectAll().orderBy('name').orderBy('id').execute()
}

export async function countAccounts(db: Reader | Writer): Promise<number> {
  const { count } = await db
    .selectFrom('account')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertAccount(
  db: Writer,
  account: { email: string; name: string; passwordHash: string | null; siteRole: SiteRole; locale?: string | null },
): Promise<number> {
  const { id } = await db
    .insertInto('account')
    .values({
      email: account.email.toLowerCase(),
      name: account.name,
      password_hash: account.passwordHash,
      site_role: account.siteRole,
      locale: account.locale ?? null,
      created_at: new Date().toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateAccount(
  db: Writer,
  id: number,
  change: { email?: string; name?: string; locale?: string | null; site_role?: SiteRole; disabled_at?: string | null; password_hash?: string },
): Promise<void> {
  await db.updateTable('account').set(change).where('id', '=', id).execute()
}

/** How many administrators can sign in besides this one. */
export async function countOtherAdministrators(db: Writer, id: number): Promise<number> {
  const { count } = await db
    .selectFrom('account')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('site_role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .where('id', '!=', id)
    .executeTakeFirstOrThrow()
  return Number(count)
}
