import type { ProjectRole, SiteRole } from '../workflow/permissions.js'
import type { Reader, Writer } from './database.js'
import { fromJson, toJson } from './json.js'
import { hashSecret } from './secrets.js'

export interface InvitationGrant {
  projectId: number
  role: ProjectRole
  locale: string | null
}

export interface InvitationRecord {
  id: number
  email: string | null
  name: string | null
  siteRole: SiteRole
  grants: InvitationGrant[]
  invitedBy: string
  invitedById: number
  createdAt: string
  expiresAt: string
  acceptedAt: string | null
}

export async function insertInvitation(
  db: Writer,
  secret: string,
  invitation: { email: string | null; name: string | null; siteRole: SiteRole; grants: InvitationGrant[]; invitedBy: number; expiresAt: string },
): Promise<number> {
  const { id } = await db
    .insertInto('invitation')
    .values({
      hash: hashSecret(secret),
      email: invitation.email,
      name: invitation.name,
      site_role: invitation.siteRole,
      grants: toJson(invitation.grants),
      invited_by: invitation.invitedBy,
      created_at: new Date().toISOString(),
      expires_at: invitation.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const invitations = (db: Reader | Writer) =>
  db
    .selectFrom('invitation')
    .innerJoin('account', 'account.id', 'invitation.invited_by')
    .select([
      'invitation.id',
      'invitation.email',
      'invitation.name',
      'invitation.site_role as siteRole',
      'invitation.grants',
      'account.name as invitedBy',
      'invitation.invited_by as invitedById',
      'invitation.created_at as createdAt',
      'invitation.expires_at as expiresAt',
      'invitation.accepted_at as acceptedAt',
    ])

/** All invitations, newest first. */
export async function listInvitations(db: Reader): Promise<InvitationRecord[]> {
  const rows = await invitations(db).orderBy('invitation.id', 'desc').execute()
  return rows.map((row) => ({ ...row, grants: fromJson(row.grants) }))
}

/** An invitation that can still be accepted. */
export async function findOpenInvitation(db: Reader | Writer, secret: string): Promise<InvitationRecord | undefined> {
  const row = await invitations(db)
    .where('invitation.hash', '=', hashSecret(secret))
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.expires_at', '>', new Date().toISOString())
    .executeTakeFirst()
  return row && { ...row, grants: fromJson(row.grants) }
}

export async function findInvitation(db: Reader | Writer, id: number): Promise<InvitationRecord | undefined> {
  const row = await invitations(db).where('invitation.id', '=', id).executeTakeFirst()
  return row && { ...row, grants: fromJson(row.grants) }
}

export async function markInvitationAccepted(db: Writer, id: number, accountId: number): Promise<void> {
  await db.updateTable('invitation').set({ accepted_at: new Date().toISOString(), account_id: accountId }).where('id', '=', id).execute()
}

/** Removes an invitation that nobody accepted; false where there is none. */
export async function deleteOpenInvitation(db: Writer, id: number): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('invitation').where('id', '=', id).where('accepted_at', 'is', null).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
