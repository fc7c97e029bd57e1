import { Refusal } from '../errors.js'
import { findAccountByEmail, insertAccount } from '../store/accounts.js'
import type { Database } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import { findOpenInvitation, markInvitationAccepted } from '../store/invitations.js'
import { addRoles } from '../store/memberships.js'
import { startSession } from '../store/sessions.js'
import { hashPassword } from './password.js'

/** Makes the invited person's account with the roles that the invitation grants, and signs them in. Refuses `link-spent` and `email-taken`. */
export async function acceptInvitation(db: Database, input: { token: string; name: string; email: string; password: string }): Promise<{ accountId: number; secret: string }> {
  if (!(await findOpenInvitation(db.read, input.token))) throw new Refusal('link-spent')
  const passwordHash = await hashPassword(input.password)
  return db.write(async (db) => {
    const invitation = await findOpenInvitation(db, input.token)
    if (!invitation) throw new Refusal('link-spent')
    if (await findAccountByEmail(db, input.email)) throw new Refusal('email-taken', { email: input.email })
    const accountId = await insertAccount(db, { email: input.email, name: input.name, passwordHash, siteRole: invitation.siteRole })
    await addRoles(db, accountId, invitation.grants)
    await markInvitationAccepted(db, invitation.id, accountId)
    await recordEvent(db, { kind: 'account.created', actorId: accountId, payload: { invitationId: invitation.id } })
    for (const projectId of new Set(invitation.grants.map((grant) => grant.projectId))) {
      await recordEvent(db, { kind: 'member.joined', actorId: accountId, projectId, payload: { name: input.name } })
    }
    return { accountId, secret: await startSession(db, accountId) }
  })
}
