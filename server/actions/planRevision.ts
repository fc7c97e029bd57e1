import { setImmediate } from 'node:timers/promises'
import { Refusal } from '../errors.js'
import type { Database, Reader } from '../store/database.js'
import { findDocument, type DocumentRecord } from '../store/documents.js'
import { findUnitsByWording, readOccurrences, readUnitIds } from '../store/occurrences.js'
import { findProject, type ProjectRecord } from '../store/projects.js'
import { findRevision, listRevisions, type RevisionRecord } from '../store/revisions.js'
import type { Placement, RevisionPlan as Plan } from '../work/alignRevision.js'
import { batchRows } from '../work/batch.js'
import type { ReadingOptions } from '../workflow/settings.js'
import type { Content } from './documentContent.js'
import type { ReadingRules } from './readingRules.js'
import type { LongWork } from './writeRevision.js'

/** What a new version would become, before anything of it is written. */
export interface RevisionPlan extends Plan {
  project: ProjectRecord
  document: DocumentRecord
  base: RevisionRecord
  options: ReadingOptions
  /** Rows for `writeRevision`. */
  batches: Uint8Array[]
}

/** A document that can get a new version, with its project and current revision. Refuses `not-found` and `document-archived`. */
export async function findRevisable(db: Reader, documentId: number): Promise<{ project: ProjectRecord; document: DocumentRecord; base: RevisionRecord }> {
  const document = await findDocument(db, documentId)
  const project = document && (await findProject(db, document.projectId))
  if (!document || !project) throw new Refusal('not-found')
  if (document.archivedAt !== null) throw new Refusal('document-archived')
  return { project, document, base: await findRevision(db, document.revisionId) }
}

/**
 * Reads a new version and places its units. They go on over edits and moves; a unit that is gone comes back where its wording does;
 * bytes that were published before get back exactly the units that they had. Refuses `revision-unchanged`, `document-empty` and what reading refuses.
 */
export async function planRevision(
  db: Database,
  of: Awaited<ReturnType<typeof findRevisable>>,
  content: Content,
  { options, reader }: ReadingRules,
  long: LongWork,
): Promise<RevisionPlan> {
  const { document, base } = of
  const sameReading = (revision: RevisionRecord) => revision.sha256 === content.sha256 && JSON.stringify(revision.options) === JSON.stringify(options)
  if (sameReading(base)) throw new Refusal('revision-unchanged')
  const before = (await listRevisions(db.read, document.id)).find(sameReading)
  const earlier = before ? await readUnitIds(db.read, before.id) : null
  const old = await readPages(db.read, base)
  const batches: Uint8Array[] = []
  const input = { ...reader, bytes: content.bytes, format: document.format, old, earlier, sameBytes: base.sha256 === content.sha256 }
  const plan = await long.work.run('alignRevision', input, { ...long, batch: (json) => batches.push(json) })
  if (plan.units === 0) throw new Refusal('document-empty')
  return { ...of, ...plan, placements: await bringBack(db.read, of, plan.placements), options, batches }
}

const pageRows = 500

/** The units of a revision as JSON arrays, for the work pool; other requests get their turn in between. */
export async function readPages(db: Reader, revision: RevisionRecord): Promise<string[]> {
  const pages: string[] = []
  for (let from = 0; from < revision.units; from += pageRows) {
    pages.push(JSON.stringify(await readOccurrences(db, revision.id, from, pageRows)))
    await setImmediate()
  }
  return pages
}

/** Gives positions that have no unit the one that is gone and said the same. */
async function bringBack(db: Reader, { document, project }: { document: DocumentRecord; project: ProjectRecord }, placements: Placement[]): Promise<Placement[]> {
  const taken = new Set(placements.map((placement) => placement.unitId))
  const homeless = placements.filter((placement) => placement.unitId === null)
  const found = new Map<Placement, number>()
  for (let from = 0; from < homeless.length; from += batchRows) {
    const some = homeless.slice(from, from + batchRows)
    const hashes = [...new Set(some.map((placement) => placement.hash))]
    const units = await findUnitsByWording(db, document.id, project.sourceLocale, hashes)
    for (const placement of some) {
      const unitId = units.get(placement.hash)?.find((id) => !taken.has(id))
      if (unitId === undefined) continue
      taken.add(unitId)
      found.set(placement, unitId)
    }
    await setImmediate()
  }
  return placements.map((placement) => {
    const unitId = found.get(placement)
    return unitId === undefined ? placement : { ...placement, unitId, derivedFrom: null }
  })
}
