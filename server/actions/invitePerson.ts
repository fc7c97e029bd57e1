import { Refusal } from '../errors.js'
import { findAccountByEmail } from '../store/accounts.js'
import type { Database, Writer } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import { insertInvitation, type InvitationGrant } from '../store/invitations.js'
import { newSecret } from '../store/secrets.js'
import { may, type Actor, type SiteRole } from '../workflow/permissions.js'
import { checkedRoles } from './setMemberRoles.js'

const lifetime = 7 * 24 * 60 * 60 * 1000

export interface InvitationInput {
  email: string | null
  name: string | null
  siteRole: SiteRole
  grants: InvitationGrant[]
  /** Address of the installation, without a final slash. */
  url: string
}

/** Administrators invite anybody to anything; a source manager only with roles in projects that they manage. */
function mayInvite(actor: Actor, input: InvitationInput): boolean {
  if (may(actor, 'site:administer')) return true
  return input.siteRole === 'member' && input.grants.length > 0 && input.grants.every(({ projectId }) => may(actor, 'project:manage', { projectId }))
}

/** Makes an invitation; its link makes one account, within seven days. Refuses `email-taken` where the address has an account already. */
export async function invitePerson(db: Database, actor: Actor, input: InvitationInput): Promise<{ id: number; url: string; expiresAt: string }> {
  if (!mayInvite(actor, input)) throw new Refusal('forbidden')
  const secret = newSecret()
  const expiresAt = new Date(Date.now() + lifetime).toISOString()
  const email = input.email?.toLowerCase() ?? null
  const id = await db.write(async (db) => {
    if (email !== null && (await findAccountByEmail(db, email))) throw new Refusal('email-taken', { email })
    const grants = await checkedGrants(db, input.grants)
    const id = await insertInvitation(db, secret, { ...input, email, grants, invitedBy: actor.accountId, expiresAt })
    const projects = new Set(grants.map((grant) => grant.projectId))
    const name = input.name ?? email
    for (const projectId of projects) await recordEvent(db, { kind: 'member.invited', actorId: actor.accountId, projectId, payload: { known: name !== null, name: name ?? '' } })
    if (projects.size === 0) await recordEvent(db, { kind: 'account.invited', actorId: actor.accountId, payload: { siteRole: input.siteRole } })
    return id
  })
  return { id, url: `${input.url}/invitation/${secret}`, expiresAt }
}

async function checkedGrants(db: Writer, grants: readonly InvitationGrant[]): Promise<InvitationGrant[]> {
  const checked: InvitationGrant[] = []
  for (const projectId of new Set(grants.map((grant) => grant.projectId))) {
    const here = grants.filter((grant) => grant.projectId === projectId)
    for (const role of await checkedRoles(db, projectId, here)) checked.push({ projectId, ...role })
  }
  return checked
}
