import { setImmediate } from 'node:timers/promises'
import type { Problem } from '../document/unit.js'
import { Refusal } from '../errors.js'
import type { Database } from '../store/database.js'
import { readImpact, type ChangedUnit, type Effect } from '../store/impact.js'
import { insertUpload } from '../store/uploads.js'
import type { ChangeSummary, RevisionChange } from '../work/alignRevision.js'
import { batchRows } from '../work/batch.js'
import { may, type Actor } from '../workflow/permissions.js'
import { loadContent, type NewContent } from './documentContent.js'
import { findRevisable, planRevision, type RevisionPlan } from './planRevision.js'
import { readingRules } from './readingRules.js'
import type { LongWork } from './writeRevision.js'

export interface Amount {
  units: number
  words: number
}

export interface RevisionImpact {
  /** Number of the revision that it is compared with. */
  base: number
  /** Hash of the bytes, by which they can be published. */
  upload: string
  summary: ChangeSummary
  changes: (RevisionChange & { staleLocales: number })[]
  /** Translations that become stale, by locale, if no unit is kept. */
  stale: Record<string, Amount>
  /** Translations of earlier wordings that become current again. */
  restored: Record<string, Amount>
  units: number
  words: number
  problems: Problem[]
}

/** What publishing a new version would do, without doing it: only its bytes are kept, to be published by their hash. Refuses what `publishRevision` refuses. */
export async function previewRevision(db: Database, actor: Actor, input: { documentId: number; content: NewContent }, long: LongWork): Promise<RevisionImpact> {
  const revisable = await findRevisable(db.read, input.documentId)
  const { projectId } = revisable.document
  if (!may(actor, 'project:manage', { projectId })) throw new Refusal('forbidden')
  const content = await loadContent(db, projectId, input.content, long.work)
  const plan = await planRevision(db, revisable, content, await readingRules(db.read, revisable.project, revisable.document.path, revisable.document.id), long)
  const effects = await findEffects(db, plan)
  await db.write(async (db) => {
    await content.keep(db)
    if (actor.accountId > 0) await insertUpload(db, { sha256: content.sha256, projectId, accountId: actor.accountId })
  })
  const { summary, units, words, problems } = plan
  const stale = effects.filter((effect) => effect.becomes === 'stale')
  const restored = effects.filter((effect) => effect.becomes === 'restored')
  const staleAt = new Map<number, number>()
  for (const { position } of stale) staleAt.set(position, (staleAt.get(position) ?? 0) + 1)
  const changes = plan.changes.map((change) => ({
    ...change,
    new: withUnits(change.new, plan),
    staleLocales: Math.max(0, ...change.new.map(({ position }) => staleAt.get(position) ?? 0)),
  }))
  return { base: plan.base.number, upload: content.sha256, summary, changes, stale: byLocale(stale), restored: byLocale(restored), units, words, problems }
}

/** Units that come back are known only after the comparison. */
const withUnits = (sides: RevisionChange['new'], plan: RevisionPlan) => sides.map((side) => ({ ...side, unitId: plan.placements[side.position]?.unitId ?? null }))

/** What a plan would do to translations, unit by unit. */
export async function findEffects(db: Database, { project, base, changes, placements }: RevisionPlan): Promise<Effect[]> {
  const place = { projectId: project.id, sourceLocale: project.sourceLocale, revisionId: base.id }
  const came = new Set(changes.filter((change) => change.old.length === 0 || change.new.length > 1).flatMap((change) => change.new.map((side) => side.position)))
  const changed: ChangedUnit[] = placements.flatMap(({ unitId, earlierWordingId, hash, words }, position) =>
    unitId !== null && (earlierWordingId !== null || came.has(position)) ? [{ position, unitId, hash, words }] : [],
  )
  const effects: Effect[] = []
  for (let from = 0; from < changed.length; from += batchRows) {
    effects.push(...(await readImpact(db.read, place, changed.slice(from, from + batchRows))))
    await setImmediate()
  }
  return effects
}

/** Units and words by locale. */
export function byLocale(effects: readonly Effect[]): Record<string, Amount> {
  const amounts: Record<string, Amount> = {}
  for (const { locale, words } of effects) {
    const amount = (amounts[locale] ??= { units: 0, words: 0 })
    amount.units++
    amount.words += words
  }
  return amounts
}
