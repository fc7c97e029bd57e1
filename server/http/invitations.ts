import { invitationMail } from '../actions/accountMails.js'
import { invitePerson, type InvitationInput } from '../actions/invitePerson.js'
import { withdrawInvitation } from '../actions/withdrawInvitation.js'
import type { Grant, Invitation } from '../contract/account.js'
import { Refusal } from '../errors.js'
import { findAccount } from '../store/accounts.js'
import type { Reader } from '../store/database.js'
import { findInvitation, findOpenInvitation, listInvitations, type InvitationGrant, type InvitationRecord } from '../store/invitations.js'
import { findProjectIds, findProjectNames } from '../store/memberships.js'
import type { Actor } from '../workflow/permissions.js'
import type { Handlers, Services } from './handler.js'

type ProjectNames = Awaited<ReturnType<typeof findProjectNames>>

function invitationOf(record: InvitationRecord, projects: ProjectNames): Invitation {
  const grants = record.grants.map(({ projectId, role, locale }): Grant => ({ project: projects.get(projectId)?.slug ?? '', role, locale }))
  const { invitedById: _, ...invitation } = record
  return { ...invitation, grants }
}

async function grantsById(db: Reader, grants: readonly Grant[]): Promise<InvitationGrant[]> {
  const ids = await findProjectIds(
    db,
    grants.map((grant) => grant.project),
  )
  return grants.map(({ project, role, locale }) => {
    const projectId = ids.get(project)
    if (projectId === undefined) throw new Refusal('invalid-input', { field: 'body.grants', reason: project })
    return { projectId, role, locale }
  })
}

/** Invites, and mails the link where that is possible; a mail that fails leaves the link to be handed over otherwise. */
export async function invite(services: Services & { actor: Actor; language: string }, input: Omit<InvitationInput, 'url'>) {
  const { db, actor, config, language } = services
  const made = await invitePerson(db, actor, { ...input, url: config.url })
  const mailed = await mailInvitation(services, input, { ...made, language })
  return { ...made, mailed }
}

async function mailInvitation(
  services: Services & { actor: Actor },
  input: Omit<InvitationInput, 'url'>,
  link: { url: string; expiresAt: string; language: string },
): Promise<boolean> {
  const { db, actor, mail, log } = services
  if (!mail || input.email === null) return false
  const names = await findProjectNames(
    db.read,
    input.grants.map((grant) => grant.projectId),
  )
  const inviter = await findAccount(db.read, actor.accountId)
  const projects = [...names.values()].map((project) => project.name)
  try {
    await mail.send({ to: input.email, ...invitationMail(link.language, { ...link, name: input.name, invitedBy: inviter?.name ?? '', projects }) })
    return true
  } catch (error) {
    log.error({ err: error }, 'could not mail an invitation')
    return false
  }
}

type InvitationKey = 'GET /invitations/:token' | 'GET /invitations' | 'POST /invitations' | 'DELETE /invitations/:invitation'

export const invitationHandlers: Handlers<InvitationKey> = {
  'GET /invitations/:token': async ({ db, params }) => {
    const record = await findOpenInvitation(db.read, params.token)
    if (!record) throw new Refusal('link-spent')
    const { email, name, siteRole, grants, invitedBy, expiresAt } = invitationOf(record, await findProjectNames(db.read, projectsOf([record])))
    return { email, name, siteRole, grants, invitedBy, expiresAt }
  },
  'GET /invitations': async ({ db }) => {
    const records = await listInvitations(db.read)
    const projects = await findProjectNames(db.read, projectsOf(records))
    return records.map((record) => invitationOf(record, projects))
  },
  'POST /invitations': async (incoming) => {
    const { db, body } = incoming
    const { id, url, mailed } = await invite(incoming, { ...body, grants: await grantsById(db.read, body.grants) })
    const record = await findInvitation(db.read, id)
    if (!record) throw new Refusal('not-found')
    return { ...invitationOf(record, await findProjectNames(db.read, projectsOf([record]))), url, mailed }
  },
  'DELETE /invitations/:invitation': async ({ db, actor, params }) => {
    await withdrawInvitation(db, actor, params.invitation)
    return undefined
  },
}

const projectsOf = (records: readonly InvitationRecord[]): number[] => records.flatMap((record) => record.grants.map((grant) => grant.projectId))
