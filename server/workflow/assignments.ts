import type { Actor } from './permissions.js'

/** What a person does in a locale of a project. */
export interface Assignment {
  translates: boolean
  reviews: boolean
}

/**
 * What somebody's own work is: the locales they translate or review by role. Somebody without such a role sees what their projects wait for as manager;
 * an administrator without any role, what all projects wait for.
 */
export function assignmentOf(actor: Actor, projectId: number, locale: string): Assignment {
  const works = actor.memberships.filter((m) => m.role === 'translator' || m.role === 'reviewer')
  if (works.length > 0) {
    const here = works.filter((m) => m.projectId === projectId && (m.locale === null || m.locale === locale))
    return { translates: here.some((m) => m.role === 'translator'), reviews: here.some((m) => m.role === 'reviewer') }
  }
  const managed = actor.memberships.filter((m) => m.role === 'manager')
  const all = managed.length > 0 ? managed.some((m) => m.projectId === projectId) : actor.siteRole === 'administrator'
  return { translates: all, reviews: all }
}
