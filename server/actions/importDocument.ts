import { checkPath } from '../document/path.js'
import type { Problem } from '../document/unit.js'
import { Refusal } from '../errors.js'
import type { Database } from '../store/database.js'
import { insertDocument, pathExists } from '../store/documents.js'
import { recordEvent } from '../store/events.js'
import { rebuildProgress } from '../store/progress.js'
import { findProject } from '../store/projects.js'
import { insertRevision, publish } from '../store/revisions.js'
import { may, type Actor } from '../workflow/permissions.js'
import { loadContent, type NewContent } from './documentContent.js'
import { readingRules } from './readingRules.js'
import { writeRevision, type LongWork } from './writeRevision.js'

export interface NewDocument {
  projectId: number
  path: string
  content: NewContent
  /** Id of a format, where the ending of the path does not tell. */
  format?: string
  message?: string
}

/**
 * Imports a document as revision 1. Refuses `path-invalid`, `path-taken`, `upload-unknown`, `document-empty` (nothing to translate in it),
 * and what reading it refuses: `format-unknown`, `encoding-unknown`, `encoding-invalid`.
 */
export async function importDocument(db: Database, actor: Actor, input: NewDocument, long: LongWork): Promise<{ documentId: number; problems: Problem[] }> {
  if (!may(actor, 'project:manage', input)) throw new Refusal('forbidden')
  const { projectId } = input
  const path = acceptPath(input.path)
  const project = await findProject(db.read, projectId)
  if (!project) throw new Refusal('not-found')
  if (await pathExists(db.read, projectId, path)) throw new Refusal('path-taken', { path })
  const content = await loadContent(db, projectId, input.content, long.work)
  const { options, reader } = await readingRules(db.read, project, path)
  const locale = project.sourceLocale
  const batches: Uint8Array[] = []
  const reading = await long.work.run('prepareDocument', { ...reader, bytes: content.bytes, format: input.format }, { ...long, batch: (json) => batches.push(json) })
  if (reading.units === 0) throw new Refusal('document-empty')

  const revision = await db.write(async (db) => {
    if (await pathExists(db, projectId, path)) throw new Refusal('path-taken', { path })
    await content.keep(db)
    const documentId = await insertDocument(db, { projectId, path, title: reading.title, format: reading.format })
    const { units, words } = reading
    const id = await insertRevision(db, { documentId, sha256: content.sha256, message: input.message ?? '', authorId: actor.accountId, units, words, options })
    return { id, documentId }
  })
  const places = Array.from({ length: reading.units }, () => ({ unitId: null, derivedFrom: null }))
  await writeRevision(db, revision, { locale, batches, places }, long, () =>
    db.write(async (db, publishLive) => {
      await publish(db, revision.id, revision.documentId)
      await rebuildProgress(db, revision.documentId)
      const payload = { path, units: reading.units, words: reading.words }
      await recordEvent(db, { kind: 'document.imported', actorId: actor.accountId, projectId, documentId: revision.documentId, payload })
      publishLive({ event: 'project', data: { project: project.slug }, audience: { projectId } })
    }),
  )
  return { documentId: revision.documentId, problems: reading.problems }
}

/** The path in the form in which it is kept; refuses `path-invalid`. */
export function acceptPath(path: string): string {
  const checked = checkPath(path)
  if ('fault' in checked) throw new Refusal('path-invalid', { path, reason: checked.fault })
  return checked.path
}
