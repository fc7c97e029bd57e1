import { Refusal } from '../errors.js'
import type { Database, Writer } from '../store/database.js'
import { listDocuments } from '../store/documents.js'
import { recordEvent } from '../store/events.js'
import { rebuildProgress } from '../store/progress.js'
import { findProject, replaceLocales, updateProjectRow } from '../store/projects.js'
import type { WorkPool } from '../work/pool.js'
import { may, type Actor } from '../workflow/permissions.js'
import type { ProjectSettings } from '../workflow/settings.js'
import { checkFormatRules } from './readingRules.js'
import { targetLocales } from './createProject.js'

export interface ProjectChange {
  projectId: number
  name?: string
  /** All target locales from now on. Translations of one that goes are kept, and count again when it comes back. */
  locales?: readonly string[]
  settings?: Partial<ProjectSettings>
  archived?: boolean
}

/** Changes what is given. Settings of reading count from a document's next revision on; those of approval at once. Refuses `locale-unknown`, and SRX files as `checkFormatRules` does. */
export async function updateProject(db: Database, actor: Actor, input: ProjectChange, { work }: { work: WorkPool }): Promise<void> {
  if (!may(actor, 'project:manage', input)) throw new Refusal('forbidden')
  const before = await findProject(db.read, input.projectId)
  if (before && input.settings?.formatRules) await checkFormatRules(db.read, before, input.settings.formatRules, work)
  await db.write(async (db, publish) => {
    const project = await findProject(db, input.projectId)
    if (!project) throw new Refusal('not-found')
    const settings = { ...project.settings, ...input.settings }
    const locales = input.locales && targetLocales(input.locales, project.sourceLocale)
    const archivedAt = input.archived === undefined ? undefined : input.archived ? (project.archivedAt ?? new Date().toISOString()) : null
    await updateProjectRow(db, project.id, { name: input.name ?? project.name, settings, archivedAt })
    if (locales) await replaceLocales(db, project.id, locales)
    if (locales || settings.approvalsRequired !== project.settings.approvalsRequired) await recount(db, project.id)
    const payload = { name: input.name, locales, settings: input.settings, archived: input.archived }
    await recordEvent(db, { kind: 'project.changed', actorId: actor.accountId, projectId: project.id, payload })
    publish({ event: 'project', data: { project: project.slug }, audience: { projectId: project.id } })
  })
}

async function recount(db: Writer, projectId: number): Promise<void> {
  for (const document of await listDocuments(db, projectId)) await rebuildProgress(db, document.id)
}
