import { canonicalLocale } from '../document/language.js'
import { Refusal } from '../errors.js'
import type { Database } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import { addRoles } from '../store/memberships.js'
import { insertProject, slugExists } from '../store/projects.js'
import { may, type Actor } from '../workflow/permissions.js'
import { defaultSettings, type ProjectSettings } from '../workflow/settings.js'
import { checkItsRules } from './readingRules.js'
import { reservedSlugs, slugOf } from '../workflow/slugs.js'

export interface NewProject {
  name: string
  /** In addresses; made from the name where it is left out. */
  slug?: string
  sourceLocale: string
  locales: readonly string[]
  settings?: Partial<ProjectSettings>
}

/** Makes a project; whoever makes it is its source manager. Refuses `locale-unknown`, `slug-taken`, `slug-reserved`, and `upload-unknown` for SRX files. */
export async function createProject(db: Database, actor: Actor, input: NewProject): Promise<{ id: number; slug: string }> {
  if (!may(actor, 'site:create-project')) throw new Refusal('forbidden')
  const sourceLocale = knownLocale(input.sourceLocale)
  const locales = targetLocales(input.locales, sourceLocale)
  const settings = { ...defaultSettings, ...input.settings }
  // A file is sent to a project, which is not there yet.
  if (settings.formatRules.some(({ srx }) => srx)) throw new Refusal('upload-unknown')
  checkItsRules(settings.formatRules)
  return db.write(async (db) => {
    if (input.slug !== undefined && reservedSlugs.has(input.slug)) throw new Refusal('slug-reserved', { slug: input.slug })
    if (input.slug !== undefined && (await slugExists(db, input.slug))) throw new Refusal('slug-taken', { slug: input.slug })
    const slug = input.slug ?? (await freeSlug(input.name, (candidate) => slugExists(db, candidate)))
    const id = await insertProject(db, { slug, name: input.name, sourceLocale, settings, locales })
    if (actor.accountId > 0) await addRoles(db, actor.accountId, [{ projectId: id, role: 'manager', locale: null }])
    await recordEvent(db, { kind: 'project.created', actorId: actor.accountId, projectId: id, payload: { name: input.name } })
    return { id, slug }
  })
}

/** The canonical form of a tag; refuses `locale-unknown`. */
export function knownLocale(tag: string): string {
  const locale = canonicalLocale(tag)
  if (locale === null) throw new Refusal('locale-unknown', { locale: tag })
  return locale
}

/** Canonical, each once, without the source's own. */
export const targetLocales = (tags: readonly string[], sourceLocale: string): string[] => [...new Set(tags.map(knownLocale))].filter((locale) => locale !== sourceLocale)

async function freeSlug(name: string, taken: (slug: string) => Promise<boolean>): Promise<string> {
  const base = slugOf(name) || 'project'
  let slug = base
  for (let count = 2; reservedSlugs.has(slug) || (await taken(slug)); count++) slug = `${base}-${count}`
  return slug
}
