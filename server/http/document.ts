import { compareRevisions } from '../actions/compareRevisions.js'
import { baseName, describeExport, exportAll, exportDocument } from '../actions/exportDocument.js'
import { importDocument } from '../actions/importDocument.js'
import { previewRevision } from '../actions/previewRevision.js'
import { publishRevision } from '../actions/publishRevision.js'
import { updateDocument } from '../actions/updateDocument.js'
import { uploadDocument } from '../actions/uploadDocument.js'
import type { Document, documentRoutes, Revision } from '../contract/document.js'
import { Refusal } from '../errors.js'
import { readBlob } from '../store/blobs.js'
import type { Reader } from '../store/database.js'
import { findDocument } from '../store/documents.js'
import { readProgress } from '../store/progress.js'
import { findProject } from '../store/projects.js'
import { listRevisions, type RevisionRecord } from '../store/revisions.js'
import type { Actor } from '../workflow/permissions.js'
import type { Handlers } from './handler.js'
import { abilities } from './project.js'

type DocumentKey = Exclude<keyof typeof documentRoutes, 'GET /projects/:project/export'>

export const documentHandlers: Handlers<DocumentKey> = {
  'POST /projects/:project/uploads': async ({ db, actor, projectId, body, work, signal }) => uploadDocument(db, actor, { projectId, bytes: body }, { work, signal }),
  'POST /projects/:project/documents': async ({ db, actor, projectId, body, work, signal, progress }) => {
    const { documentId, problems } = await importDocument(db, actor, { projectId, ...body }, { work, signal, progress })
    return { ...(await describeDocument(db.read, actor, documentId)), problems }
  },
  'GET /documents/:document': async ({ db, actor, params }) => describeDocument(db.read, actor, params.document),
  'PATCH /documents/:document': async ({ db, actor, params, body }) => {
    await updateDocument(db, actor, { documentId: params.document, ...body })
    return describeDocument(db.read, actor, params.document)
  },
  'GET /documents/:document/revisions/:number/content': async ({ db, params }) => {
    const document = await findDocument(db.read, params.document)
    const revision = (await listRevisions(db.read, params.document)).find((one) => one.number === params.number)
    if (!document || !revision) throw new Refusal('not-found')
    return { name: baseName(document.path), type: mediaType(document.format), bytes: await readBlob(db.read, revision.sha256) }
  },
  'GET /documents/:document/compare': async ({ db, actor, params, query, work, signal, progress }) => {
    const { summary, changes } = await compareRevisions(db, actor, { documentId: params.document, ...query }, { work, signal, progress })
    return { summary, changes: changes.map((change) => ({ ...change, staleLocales: 0 })) }
  },
  'POST /documents/:document/preview': async ({ db, actor, params, body, work, signal, progress }) =>
    previewRevision(db, actor, { documentId: params.document, content: body.content }, { work, signal, progress }),
  'POST /documents/:document/revisions': async ({ db, actor, params, body, work, signal, progress }) => {
    const { problems } = await publishRevision(db, actor, { documentId: params.document, ...body }, { work, signal, progress })
    return { ...(await describeDocument(db.read, actor, params.document)), problems }
  },
  'GET /documents/:document/locales/:locale/export': async ({ db, actor, params, query, work, signal, progress }) => {
    const { name, format, bytes } = await exportDocument(db, actor, { documentId: params.document, locale: params.locale, ...query }, { work, signal, progress })
    return { name, type: mediaType(format), bytes }
  },
  'GET /documents/:document/locales/:locale/manifest': async ({ db, actor, params, query, work, signal, progress }) => {
    return describeExport(db, actor, { documentId: params.document, locale: params.locale, ...query }, { work, signal, progress })
  },
  'GET /documents/:document/export': async ({ db, actor, params, query, work, signal, progress }) => {
    const { name, bytes } = await exportAll(db, actor, { documentId: params.document, content: query.content }, { work, signal, progress })
    return { name, type: 'application/zip', bytes }
  },
}

async function describeDocument(db: Reader, actor: Actor, id: number): Promise<Document> {
  const document = await findDocument(db, id)
  const project = document && (await findProject(db, document.projectId))
  if (!document || !project) throw new Refusal('not-found')
  const revisions = await listRevisions(db, id)
  const progress = await readProgress(db, [id])
  const { path, title, format, archivedAt } = document
  return {
    ...{ id, path, title, format, archivedAt },
    project: project.slug,
    projectName: project.name,
    sourceLocale: project.sourceLocale,
    locales: project.locales,
    revision: revisions[0]?.number ?? 0,
    revisions: revisions.map(toRevision),
    progress: progress.get(id) ?? {},
    may: abilities(actor, project),
  }
}

const toRevision = ({ number, message, author, createdAt, bytes, units, words, sha256 }: RevisionRecord): Revision => ({
  number,
  message,
  author,
  createdAt,
  bytes,
  units,
  words,
  sha256,
})

const mediaTypes: Record<string, string> = { html: 'text/html', markdown: 'text/markdown', text: 'text/plain' }
const mediaType = (format: string): string => mediaTypes[format] ?? 'application/octet-stream'
