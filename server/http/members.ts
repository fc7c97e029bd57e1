import { setMemberRoles } from '../actions/setMemberRoles.js'
import { listActivity } from '../store/events.js'
import { listCandidates, listMembers } from '../store/memberships.js'
import type { Handlers } from './handler.js'
import { invite } from './invitations.js'

type MemberKey =
  | 'GET /projects/:project/activity'
  | 'GET /projects/:project/members'
  | 'PUT /projects/:project/members/:account'
  | 'GET /projects/:project/candidates'
  | 'POST /projects/:project/invitations'

export const memberHandlers: Handlers<MemberKey> = {
  'GET /projects/:project/activity': async ({ db, projectId, query }) => listActivity(db.read, projectId, query),
  'GET /projects/:project/members': async ({ db, projectId }) => listMembers(db.read, projectId),
  'PUT /projects/:project/members/:account': async ({ db, actor, projectId, params, body }) => {
    await setMemberRoles(db, actor, { projectId, slug: params.project, accountId: params.account, roles: body.roles })
    return listMembers(db.read, projectId)
  },
  'GET /projects/:project/candidates': async ({ db, projectId }) => listCandidates(db.read, projectId),
  'POST /projects/:project/invitations': async (incoming) => {
    const { email, name, roles } = incoming.body
    const grants = roles.map((role) => ({ projectId: incoming.projectId, ...role }))
    const { url, mailed, expiresAt } = await invite(incoming, { email, name, siteRole: 'member', grants })
    return { url, mailed, expiresAt }
  },
}
