import type { Actor } from '../workflow/permissions.js'

/** Who acts at the command line: whoever can open the database file may do everything. Events keep no actor for it. */
export const operator: Actor = { accountId: 0, siteRole: 'administrator', memberships: [] }
