/** First parts of addresses that are the program's own, so no project can have them as its slug. */
export const reservedSlugs: ReadonlySet<string> = new Set(['new', 'people', 'account', 'sign-in', 'invitation', 'api', 'assets', 'read', 'health'])

const longest = 60

/** A name as a part of an address: its Latin letters, without marks, and digits, joined by hyphens. Empty where it has none. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '')
}
