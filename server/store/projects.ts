import { settingsFrom, type ProjectSettings } from '../workflow/settings.js'
import type { Reader, Writer } from './database.js'
import { fromJson, toJson } from './json.js'

export interface ProjectRecord {
  id: number
  slug: string
  name: string
  sourceLocale: string
  settings: ProjectSettings
  archivedAt: string | null
  createdAt: string
  /** Target locales, in alphabetical order. */
  locales: string[]
}

const columns = ['id', 'slug', 'name', 'source_locale as sourceLocale', 'settings', 'archived_at as archivedAt', 'created_at as createdAt'] as const

/** Refuses nothing: a project that is not there is undefined. */
export async function findProject(db: Reader, id: number): Promise<ProjectRecord | undefined> {
  return (await listProjects(db, [id]))[0]
}

/** These projects, or all, by name. */
export async function listProjects(db: Reader, ids: readonly number[] | 'all'): Promise<ProjectRecord[]> {
  let query = db.selectFrom('project').select(columns).orderBy('name').orderBy('id')
  if (ids !== 'all') query = query.where('id', 'in', ids)
  const projects = await query.execute()
  const locales = await db.selectFrom('project_locale').selectAll().orderBy('locale').execute()
  return projects.map((project) => ({
    ...project,
    settings: settingsFrom(fromJson(project.settings)),
    locales: locales.filter((row) => row.project_id === project.id).map((row) => row.locale),
  }))
}

export async function slugExists(db: Reader, slug: string): Promise<boolean> {
  return (await db.selectFrom('project').where('slug', '=', slug).select('id').executeTakeFirst()) !== undefined
}

export async function insertProject(db: Writer, project: Pick<ProjectRecord, 'slug' | 'name' | 'sourceLocale' | 'settings' | 'locales'>): Promise<number> {
  const { id } = await db
    .insertInto('project')
    .values({ slug: project.slug, name: project.name, source_locale: project.sourceLocale, settings: toJson(project.settings), created_at: new Date().toISOString() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addLocales(db, id, project.locales)
  return id
}

export async function updateProjectRow(db: Writer, id: number, change: { name?: string; settings?: ProjectSettings; archivedAt?: string | null }): Promise<void> {
  await db
    .updateTable('project')
    .set({ name: change.name, settings: change.settings && toJson(change.settings), archived_at: change.archivedAt })
    .where('id', '=', id)
    .execute()
}

/** Makes these the target locales. Translations of a locale that goes stay, and count again when it comes back. */
export async function replaceLocales(db: Writer, id: number, locales: readonly string[]): Promise<void> {
  await db.deleteFrom('project_locale').where('project_id', '=', id).execute()
  await addLocales(db, id, locales)
}

async function addLocales(db: Writer, id: number, locales: readonly string[]): Promise<void> {
  if (locales.length === 0) return
  await db
    .insertInto('project_locale')
    .values(locales.map((locale) => ({ project_id: id, locale })))
    .execute()
}
