import { describe, expect, test } from 'vitest'
import { assignmentOf } from '../../server/workflow/assignments.js'
import type { Actor, Membership } from '../../server/workflow/permissions.js'

const actor = (memberships: Membership[], siteRole: Actor['siteRole'] = 'member'): Actor => ({ accountId: 1, siteRole, memberships })
const translator = (projectId: number, locale: string | null = 'fr'): Membership => ({ projectId, role: 'translator', locale })
const reviewer = (projectId: number, locale: string | null = 'fr'): Membership => ({ projectId, role: 'reviewer', locale })
const manager = (projectId: number): Membership => ({ projectId, role: 'manager', locale: null })

const nothing = { translates: false, reviews: false }
const all = { translates: true, reviews: true }

describe('the own work of', () => {
  test.each<[string, Actor, object]>([
    ['a translator is to translate into their locale', actor([translator(1)]), { translates: true, reviews: false }],
    ['a translator is not another locale', actor([translator(1, 'de')]), nothing],
    ['a translator is not another project', actor([translator(2)]), nothing],
    ['a translator of all locales is every locale', actor([translator(1, null)]), { translates: true, reviews: false }],
    ['a reviewer is to review', actor([reviewer(1)]), { translates: false, reviews: true }],
    ['who does both is both', actor([translator(1), reviewer(1)]), all],
    ['a viewer is nothing', actor([{ projectId: 1, role: 'viewer', locale: null }]), nothing],
    ['a manager is what their project waits for', actor([manager(1)]), all],
    ['a manager is not what other projects wait for', actor([manager(2)]), nothing],
    ['a manager who translates elsewhere is only that', actor([manager(1), translator(2)]), nothing],
    ['an administrator without roles is everything', actor([], 'administrator'), all],
    ['an administrator with a role is only that', actor([reviewer(2)], 'administrator'), nothing],
  ])('%s', (_rule, who, expected) => {
    expect(assignmentOf(who, 1, 'fr')).toEqual(expected)
  })
})
