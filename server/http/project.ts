import { createProject } from '../actions/createProject.js'
import { exportAll } from '../actions/exportDocument.js'
import { updateProject } from '../actions/updateProject.js'
import type { DocumentSummary, Project, ProjectSummary } from '../contract/project.js'
import { Refusal } from '../errors.js'
import type { Reader } from '../store/database.js'
import { countDocuments, listDocuments } from '../store/documents.js'
import { readProgress } from '../store/progress.js'
import { findProject, listProjects, type ProjectRecord } from '../store/projects.js'
import { listCurrentRevisions } from '../store/revisions.js'
import { may, type Actor } from '../workflow/permissions.js'
import { sumCounts, type CountsByLocale } from '../workflow/progress.js'
import type { Handlers } from './handler.js'

type ProjectKey = 'GET /projects' | 'POST /projects' | 'GET /projects/:project' | 'PATCH /projects/:project' | 'GET /projects/:project/export'

export const projectHandlers: Handlers<ProjectKey> = {
  'GET /projects': async ({ db, actor }) => {
    const ids = actor.siteRole === 'administrator' ? 'all' : actor.memberships.map((membership) => membership.projectId)
    const projects = await listProjects(db.read, ids)
    const documents = await countDocuments(db.read)
    return Promise.all(projects.map(async (project) => summary(project, documents.get(project.id) ?? 0, await readProgress(db.read, project.id))))
  },
  'POST /projects': async ({ db, actor, body }) => {
    const { id } = await createProject(db, actor, body)
    const memberships = [...actor.memberships, { projectId: id, role: 'manager' as const, locale: null }]
    return describeProject(db.read, { ...actor, memberships }, id)
  },
  'GET /projects/:project': async ({ db, actor, projectId }) => describeProject(db.read, actor, projectId),
  'PATCH /projects/:project': async ({ db, actor, projectId, body, work }) => {
    await updateProject(db, actor, { projectId, ...body }, { work })
    return describeProject(db.read, actor, projectId)
  },
  'GET /projects/:project/export': async ({ db, actor, projectId, query, work, signal, progress }) => {
    const { name, bytes } = await exportAll(db, actor, { projectId, content: query.content }, { work, signal, progress })
    return { name, type: 'application/zip', bytes }
  },
}

const summary = ({ id, slug, name, sourceLocale, locales, archivedAt }: ProjectRecord, documents: number, progress: Map<number, CountsByLocale>): ProjectSummary => ({
  ...{ id, slug, name, sourceLocale, locales, archivedAt, documents },
  progress: sumCounts(progress.values()),
})

async function describeProject(db: Reader, actor: Actor, projectId: number): Promise<Project> {
  const project = await findProject(db, projectId)
  if (!project) throw new Refusal('not-found')
  const documents = await listDocumentSummaries(db, projectId)
  const active = documents.filter((document) => document.archivedAt === null)
  const progress = new Map(active.map((document) => [document.id, document.progress]))
  const { settings, createdAt } = project
  return { ...summary(project, active.length, progress), settings, createdAt, documentList: documents, may: abilities(actor, project) }
}

async function listDocumentSummaries(db: Reader, projectId: number): Promise<DocumentSummary[]> {
  const documents = await listDocuments(db, projectId)
  const revisions = await listCurrentRevisions(db, projectId)
  const progress = await readProgress(
    db,
    documents.map((document) => document.id),
  )
  return documents.flatMap(({ id, path, title, format, archivedAt, revisionId }) => {
    const revision = revisions.get(revisionId)
    if (!revision) return []
    return [
      {
        id,
        path,
        title,
        format,
        revision: revision.number,
        units: revision.units,
        words: revision.words,
        updatedAt: revision.createdAt,
        archivedAt,
        progress: progress.get(id) ?? {},
      },
    ]
  })
}

/** What somebody may do in a project: for translating and reviewing, in which locales. */
export function abilities(actor: Actor, { id: projectId, locales }: Pick<ProjectRecord, 'id' | 'locales'>): Project['may'] {
  return {
    manage: may(actor, 'project:manage', { projectId }),
    comment: may(actor, 'project:comment', { projectId }),
    export: may(actor, 'project:export', { projectId }),
    translate: locales.filter((locale) => may(actor, 'locale:translate', { projectId, locale })),
    review: locales.filter((locale) => may(actor, 'locale:review', { projectId, locale })),
  }
}
