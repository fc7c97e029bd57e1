/** Roles of a whole installation. */
export const siteRoles = ['administrator', 'manager', 'member'] as const
export type SiteRole = (typeof siteRoles)[number]

/** Roles in a project. Translators and reviewers have theirs for one locale each, or for all (`locale: null`). */
export const projectRoles = ['manager', 'translator', 'reviewer', 'viewer'] as const
export type ProjectRole = (typeof projectRoles)[number]

export interface Membership {
  projectId: number
  role: ProjectRole
  /** Only translators and reviewers are bound to a locale; null is every locale. */
  locale: string | null
}

/** Who acts: what every action is told, and all that permissions depend on. */
export interface Actor {
  accountId: number
  siteRole: SiteRole
  memberships: readonly Membership[]
}

/**
 * What can be permitted. `site:` rules need no project, `project:` rules a project, `locale:` rules a project and a target locale.
 * `public` and `signed-in` are rules too, so that every route names one.
 */
export type Permission =
  | 'public'
  | 'signed-in'
  | 'site:administer'
  | 'site:create-project'
  | 'project:view'
  | 'project:manage'
  | 'project:segment'
  | 'project:comment'
  | 'project:export'
  | 'locale:translate'
  | 'locale:review'

/**
 * May this actor (null: nobody is signed in) do that? Administrators may do everything; a project's manager everything in it;
 * a reviewer of a locale also translates it; who translates or reviews every locale may cut the source for all of them; every member of a project views, comments (except viewers) and exports.
 */
export function may(actor: Actor | null, permission: Permission, place: { projectId?: number; locale?: string } = {}): boolean {
  if (permission === 'public') return true
  if (!actor) return false
  if (permission === 'signed-in') return true
  if (actor.siteRole === 'administrator') return true
  if (permission === 'site:administer') return false
  if (permission === 'site:create-project') return actor.siteRole === 'manager'
  const here = actor.memberships.filter((m) => m.projectId === place.projectId)
  if (here.some((m) => m.role === 'manager')) return true
  const covers = (m: Membership) => m.locale === null || m.locale === place.locale
  switch (permission) {
    case 'project:view':
    case 'project:export':
      return here.length > 0
    case 'project:comment':
      return here.some((m) => m.role !== 'viewer')
    case 'project:manage':
      return false
    case 'project:segment':
      return here.some((m) => (m.role === 'translator' || m.role === 'reviewer') && m.locale === null)
    case 'locale:translate':
      return here.some((m) => (m.role === 'translator' || m.role === 'reviewer') && covers(m))
    case 'locale:review':
      return here.some((m) => m.role === 'reviewer' && covers(m))
  }
}
