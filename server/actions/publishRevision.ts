import type { Problem } from '../document/unit.js'
import { Refusal } from '../errors.js'
import { readBlob } from '../store/blobs.js'
import type { Database, Writer } from '../store/database.js'
import { findDocument, updateDocumentRow } from '../store/documents.js'
import { declareAllEquivalent } from '../store/equivalences.js'
import { recordEvent } from '../store/events.js'
import { listDocumentsThatShow, readWordingIds } from '../store/occurrences.js'
import { rebuildProgress } from '../store/progress.js'
import { findRevision, insertRevision, listRevisions, publish } from '../store/revisions.js'
import { retarget } from '../store/targets.js'
import { may, type Actor } from '../workflow/permissions.js'
import { loadContent, type Content, type NewContent } from './documentContent.js'
import { findRevisable, planRevision, type RevisionPlan } from './planRevision.js'
import { readingRules } from './readingRules.js'
import { writeRevision, type LongWork } from './writeRevision.js'

export interface NewRevision {
  documentId: number
  /** `revertTo` is the number of an earlier revision, whose bytes are published again. */
  content: NewContent | { revertTo: number }
  /** Number of the revision that it was made from. */
  base: number
  /** Positions of edited or moved units whose meaning did not change: their translations stay. */
  keep?: readonly number[]
  message?: string
}

/**
 * Publishes a new version of a document. Translations stay with their units: those made from wordings that changed are stale, those whose wording returns are current again,
 * with their approvals. Refuses `revision-conflict` where another was published since `base`, `revision-unchanged`, `document-archived`, `document-empty`, and what reading refuses.
 */
export async function publishRevision(db: Database, actor: Actor, input: NewRevision, long: LongWork): Promise<{ number: number; problems: Problem[] }> {
  const revisable = await findRevisable(db.read, input.documentId)
  const { document, base } = revisable
  const { projectId } = document
  if (!may(actor, 'project:manage', { projectId })) throw new Refusal('forbidden')
  if (base.number !== input.base) throw new Refusal('revision-conflict', { base: input.base, current: base.number })
  const content = 'revertTo' in input.content ? await loadRevision(db, document.id, input.content.revertTo) : await loadContent(db, projectId, input.content, long.work)
  const plan = await planRevision(db, revisable, content, await readingRules(db.read, revisable.project, document.path, document.id), long)
  const number = await publishPlan(db, actor, plan, content, input, long)
  return { number, problems: plan.problems }
}

/** What is said and decided of a revision that is published. */
interface Publication extends Pick<NewRevision, 'keep' | 'message'> {
  /** In the log: `revision.published` where it is no other. */
  event?: { kind: string; unitId: number }
  /** Done in the transaction that makes it current. */
  along?(db: Writer, revisionId: number): Promise<void>
}

/** Writes what was planned and makes it current; answers its number. Refuses `revision-conflict` where another was published meanwhile. */
export async function publishPlan(db: Database, actor: Actor, plan: RevisionPlan, content: Content, input: Publication, long: LongWork): Promise<number> {
  const { document, units, words, options } = plan
  const id = await db.write(async (db) => {
    await content.keep(db)
    return insertRevision(db, { documentId: document.id, sha256: content.sha256, message: input.message ?? '', authorId: actor.accountId, units, words, options })
  })
  const revision = { id, documentId: document.id }
  const rows = { locale: plan.project.sourceLocale, batches: plan.batches, places: plan.placements }
  return writeRevision(db, revision, rows, long, () => makeCurrent(db, actor, plan, id, input))
}

async function loadRevision(db: Database, documentId: number, number: number): Promise<Content> {
  const revision = (await listRevisions(db.read, documentId)).find((one) => one.number === number)
  if (!revision) throw new Refusal('not-found')
  return { bytes: await readBlob(db.read, revision.sha256), sha256: revision.sha256, keep: async () => undefined }
}

/** The last, small transaction, after which everybody sees the new revision with all that follows from it. */
function makeCurrent(db: Database, actor: Actor, plan: RevisionPlan, revisionId: number, input: Publication): Promise<number> {
  const { document, project, base } = plan
  return db.write(async (db, publishLive) => {
    const now = await findDocument(db, document.id)
    if (now?.revisionId !== base.id) throw new Refusal('revision-conflict', { base: base.number, current: now ? (await findRevision(db, now.revisionId)).number : null })
    const number = await publish(db, revisionId, document.id)
    await updateDocumentRow(db, document.id, { title: plan.title })
    await input.along?.(db, revisionId)
    const { kept, documents } = await keepMeaning(db, actor, plan, revisionId, input)
    for (const id of new Set([document.id, ...documents])) {
      await retarget(db, id, kept === 0 ? base.id : undefined)
      await rebuildProgress(db, id)
    }
    const payload = { number, message: input.message ?? '', ...plan.summary, kept }
    await recordEvent(db, { kind: 'revision.published', ...input.event, actorId: actor.accountId, projectId: project.id, documentId: document.id, payload })
    publishLive({ event: 'revision', data: { documentId: document.id, number }, audience: { projectId: project.id, documentId: document.id } })
    publishLive({ event: 'project', data: { project: project.slug }, audience: { projectId: project.id } })
    return number
  })
}

/** Declares that units say the same as before in other words; answers how many, and the documents that this concerns. */
async function keepMeaning(
  db: Writer,
  actor: Actor,
  plan: RevisionPlan,
  revisionId: number,
  { keep = [], message = '' }: Publication,
): Promise<{ kept: number; documents: number[] }> {
  const simple = new Set(plan.changes.filter(({ kind }) => kind === 'edited' || kind === 'moved').flatMap((change) => change.new.map((side) => side.position)))
  const positions = keep.filter((position) => simple.has(position))
  if (positions.length === 0) return { kept: 0, documents: [] }
  const later = await readWordingIds(db, revisionId, positions)
  const pairs = positions.flatMap((position) => {
    const pair = { earlier: plan.placements[position]?.earlierWordingId ?? 0, later: later.get(position) ?? 0 }
    return pair.earlier && pair.later ? [pair] : []
  })
  await declareAllEquivalent(db, { projectId: plan.project.id, decidedBy: actor.accountId || null, reason: message }, pairs)
  return { kept: pairs.length, documents: await listDocumentsThatShow(db, plan.project.id, [...later.values()]) }
}
