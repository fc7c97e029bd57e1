import { Refusal } from '../errors.js'
import { findAccountByEmail, updateAccount } from '../store/accounts.js'
import type { Database } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import type { Actor } from '../workflow/permissions.js'

/** Changes the actor's own name, address or interface language. Refuses `email-taken`. */
export async function changeOwnAccount(db: Database, actor: Actor, input: { name?: string; email?: string; locale?: string | null }): Promise<void> {
  const email = input.email?.toLowerCase()
  const change = {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(email === undefined ? {} : { email }),
    ...(input.locale === undefined ? {} : { locale: input.locale }),
  }
  if (Object.keys(change).length === 0) return
  await db.write(async (db) => {
    if (email !== undefined) {
      const holder = await findAccountByEmail(db, email)
      if (holder && holder.id !== actor.accountId) throw new Refusal('email-taken', { email })
    }
    await updateAccount(db, actor.accountId, change)
    await recordEvent(db, { kind: 'account.changed', actorId: actor.accountId, payload: { changed: Object.keys(change) } })
  })
}
