import { Refusal } from '../errors.js'
import type { Database } from '../store/database.js'
import { findDocument, pathExists, updateDocumentRow } from '../store/documents.js'
import { recordEvent } from '../store/events.js'
import { findProject } from '../store/projects.js'
import { may, type Actor } from '../workflow/permissions.js'
import { acceptPath } from './importDocument.js'

/** Renames, archives or restores a document. Nothing is lost by either. Refuses `path-invalid` and `path-taken`. */
export async function updateDocument(db: Database, actor: Actor, input: { documentId: number; path?: string; archived?: boolean }): Promise<void> {
  await db.write(async (db, publish) => {
    const document = await findDocument(db, input.documentId)
    const project = document && (await findProject(db, document.projectId))
    if (!document || !project) throw new Refusal('not-found')
    const place = { projectId: project.id, documentId: document.id }
    if (!may(actor, 'project:manage', place)) throw new Refusal('forbidden')
    const path = input.path === undefined ? document.path : acceptPath(input.path)
    if (path !== document.path) {
      if (await pathExists(db, project.id, path)) throw new Refusal('path-taken', { path })
      await updateDocumentRow(db, document.id, { path })
      await recordEvent(db, { kind: 'document.renamed', actorId: actor.accountId, ...place, payload: { from: document.path, to: path } })
    }
    if (input.archived !== undefined && input.archived !== (document.archivedAt !== null)) {
      await updateDocumentRow(db, document.id, { archivedAt: input.archived ? new Date().toISOString() : null })
      await recordEvent(db, { kind: input.archived ? 'document.archived' : 'document.restored', actorId: actor.accountId, ...place })
    }
    publish({ event: 'project', data: { project: project.slug }, audience: { projectId: project.id } })
  })
}
