import { Refusal } from '../errors.js'
import type { Database } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import { deleteOpenInvitation } from '../store/invitations.js'
import { may, type Actor } from '../workflow/permissions.js'

/** Makes the link of an invitation useless; refuses `not-found` where it was accepted already. */
export async function withdrawInvitation(db: Database, actor: Actor, id: number): Promise<void> {
  if (!may(actor, 'site:administer')) throw new Refusal('forbidden')
  await db.write(async (db) => {
    if (!(await deleteOpenInvitation(db, id))) throw new Refusal('not-found')
    await recordEvent(db, { kind: 'account.invitation-withdrawn', actorId: actor.accountId, payload: { invitationId: id } })
  })
}
