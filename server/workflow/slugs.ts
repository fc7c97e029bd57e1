/** First parts of addresses that are the program's own, so no project can have them as its slug. */
export const reservedSlugs: ReadonlySet<string> = new Set(['new', 'people', 'account', 'sign-in', 'invitation', 'api', 'assets', 'read', 'health'])
