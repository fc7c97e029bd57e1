import type { ProjectRole } from '../workflow/permissions.js'
import type { Reader, Writer } from './database.js'

/** A role in a project; `locale` null is every locale. */
export interface Role {
  role: ProjectRole
  locale: string | null
}

/** Roles of one account, by project name. */
export async function listMemberships(db: Reader | Writer, accountId: number) {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('project', 'project.id', 'membership.project_id')
    .where('membership.account_id', '=', accountId)
    .orderBy('project.name')
    .orderBy('membership.role')
    .orderBy('membership.locale')
    .select(['membership.project_id as projectId', 'membership.role', 'membership.locale', 'project.slug as projectSlug', 'project.name as projectName'])
    .execute()
  return rows.map((row) => ({ ...row, locale: row.locale || null }))
}

/** Roles of everybody, by account. */
export async function listAllMemberships(db: Reader) {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('project', 'project.id', 'membership.project_id')
    .orderBy('project.slug')
    .select(['membership.account_id as accountId', 'membership.project_id as projectId', 'membership.role', 'membership.locale', 'project.slug as projectSlug'])
    .execute()
  const byAccount = new Map<number, { projectId: number; role: ProjectRole; locale: string | null; projectSlug: string }[]>()
  for (const { accountId, locale, ...row } of rows) {
    const list = byAccount.get(accountId) ?? []
    list.push({ ...row, locale: locale || null })
    byAccount.set(accountId, list)
  }
  return byAccount
}

/** People of a project who are not disabled, by name. */
export async function listMembers(db: Reader, projectId: number) {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('membership.project_id', '=', projectId)
    .where('account.disabled_at', 'is', null)
    .orderBy('account.name')
    .orderBy('account.id')
    .orderBy('membership.role')
    .orderBy('membership.locale')
    .select(['account.id', 'account.name', 'account.email', 'membership.role', 'membership.locale'])
    .execute()
  const members = new Map<number, { id: number; name: string; email: string; roles: Role[] }>()
  for (const { role, locale, ...person } of rows) {
    const member = members.get(person.id) ?? { ...person, roles: [] }
    member.roles.push({ role, locale: locale || null })
    members.set(person.id, member)
  }
  return [...members.values()]
}

/** Accounts that can sign in and have no role in the project yet, by name. */
export async function listCandidates(db: Reader, projectId: number) {
  return db
    .selectFrom('account')
    .where('disabled_at', 'is', null)
    .where('id', 'not in', db.selectFrom('membership').select('account_id').where('project_id', '=', projectId))
    .orderBy('name')
    .select(['id', 'name', 'email'])
    .execute()
}

/** Adds roles; those that the account has already stay. */
export async function addRoles(db: Writer, accountId: number, roles: readonly ({ projectId: number } & Role)[]): Promise<void> {
  if (roles.length === 0) return
  await db
    .insertInto('membership')
    .values(roles.map(({ projectId, role, locale }) => ({ account_id: accountId, project_id: projectId, role, locale: locale ?? '' })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Makes these the roles of the account in the project. */
export async function replaceRoles(db: Writer, accountId: number, projectId: number, roles: readonly Role[]): Promise<void> {
  await db.deleteFrom('membership').where('account_id', '=', accountId).where('project_id', '=', projectId).execute()
  await addRoles(
    db,
    accountId,
    roles.map((role) => ({ projectId, ...role })),
  )
}

/** Target locales of a project. */
export async function findProjectLocales(db: Reader | Writer, projectId: number): Promise<Set<string>> {
  const rows = await db.selectFrom('project_locale').where('project_id', '=', projectId).select('locale').execute()
  return new Set(rows.map((row) => row.locale))
}

/** Ids of projects by slug. */
export async function findProjectIds(db: Reader, slugs: readonly string[]): Promise<Map<string, number>> {
  if (slugs.length === 0) return new Map()
  const rows = await db.selectFrom('project').where('slug', 'in', slugs).select(['id', 'slug']).execute()
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

/** Slugs and names of projects by id. */
export async function findProjectNames(db: Reader, ids: readonly number[]): Promise<Map<number, { slug: string; name: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('project').where('id', 'in', ids).select(['id', 'slug', 'name']).execute()
  return new Map(rows.map(({ id, slug, name }) => [id, { slug, name }]))
}
