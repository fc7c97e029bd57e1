import { Refusal } from '../errors.js'
import type { Database } from '../store/database.js'
import { findDocument } from '../store/documents.js'
import { findProject } from '../store/projects.js'
import { listRevisions } from '../store/revisions.js'
import type { Comparison } from '../work/alignRevision.js'
import { may, type Actor } from '../workflow/permissions.js'
import { readPages } from './planRevision.js'
import type { LongWork } from './writeRevision.js'

/** What changed between two revisions, by their numbers. */
export async function compareRevisions(db: Database, actor: Actor, input: { documentId: number; from: number; to: number }, long: LongWork): Promise<Comparison> {
  const document = await findDocument(db.read, input.documentId)
  const project = document && (await findProject(db.read, document.projectId))
  if (!project) throw new Refusal('not-found')
  if (!may(actor, 'project:view', { projectId: project.id })) throw new Refusal('forbidden')
  const revisions = await listRevisions(db.read, input.documentId)
  const from = revisions.find((one) => one.number === input.from)
  const to = revisions.find((one) => one.number === input.to)
  if (!from || !to) throw new Refusal('not-found')
  return long.work.run('compareRevisions', { old: await readPages(db.read, from), new: await readPages(db.read, to), locale: project.sourceLocale }, long)
}
