import { Refusal } from '../errors.js'
import { findAccount } from '../store/accounts.js'
import type { Database, Writer } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import { findProjectLocales, replaceRoles, type Role } from '../store/memberships.js'
import { may, type Actor } from '../workflow/permissions.js'

/** Sets what somebody may do in a project; no role removes them. Refuses `locale-unknown` for a language that the project is not translated into. */
export async function setMemberRoles(db: Database, actor: Actor, input: { projectId: number; slug: string; accountId: number; roles: readonly Role[] }): Promise<void> {
  const { projectId, accountId } = input
  if (!may(actor, 'project:manage', { projectId })) throw new Refusal('forbidden')
  await db.write(async (db, publish) => {
    const account = await findAccount(db, accountId)
    if (!account || account.disabled_at !== null) throw new Refusal('not-found')
    const roles = await checkedRoles(db, projectId, input.roles)
    await replaceRoles(db, accountId, projectId, roles)
    await recordEvent(db, { kind: roles.length === 0 ? 'member.removed' : 'member.roles', actorId: actor.accountId, projectId, payload: { accountId, name: account.name, roles } })
    publish({ event: 'session', data: null, audience: { accountId } })
    publish({ event: 'project', data: { project: input.slug }, audience: { projectId } })
  })
}

/** Roles without repetition, bound to languages that the project has; managers and viewers are bound to none. */
export async function checkedRoles(db: Writer, projectId: number, roles: readonly Role[]): Promise<Role[]> {
  const locales = await findProjectLocales(db, projectId)
  const checked = new Map<string, Role>()
  for (const { role, locale: asked } of roles) {
    const locale = role === 'manager' || role === 'viewer' ? null : asked
    if (locale !== null && !locales.has(locale)) throw new Refusal('locale-unknown', { locale })
    checked.set(`${role} ${locale}`, { role, locale })
  }
  return [...checked.values()]
}
