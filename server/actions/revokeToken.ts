import { Refusal } from '../errors.js'
import type { Database } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import { revokeOneToken } from '../store/tokens.js'
import type { Actor } from '../workflow/permissions.js'

/** Ends one of the actor's own tokens. */
export async function revokeToken(db: Database, actor: Actor, id: number): Promise<void> {
  await db.write(async (db) => {
    if (!(await revokeOneToken(db, actor.accountId, id))) throw new Refusal('not-found')
    await recordEvent(db, { kind: 'account.token-revoked', actorId: actor.accountId, payload: { tokenId: id } })
  })
}
