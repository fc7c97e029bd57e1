import type { Database } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import { newSecret } from '../store/secrets.js'
import { insertToken } from '../store/tokens.js'
import type { Actor } from '../workflow/permissions.js'

/** How every token starts, so that people and scanners recognise one that leaked. */
export const tokenPrefix = 'stele_'

/** Makes a token that acts for the actor; it is answered this once, the database keeps its hash. */
export async function createToken(db: Database, actor: Actor, input: { name: string }): Promise<{ id: number; token: string }> {
  const token = tokenPrefix + newSecret()
  const id = await db.write(async (db) => {
    const id = await insertToken(db, actor.accountId, input.name, token)
    await recordEvent(db, { kind: 'account.token', actorId: actor.accountId, payload: { tokenId: id, name: input.name } })
    return id
  })
  return { id, token }
}
