import type { Recut } from '../contract/unit.js'
import type { BreakRule } from '../document/breakRule.js'
import { plainText } from '../document/codes.js'
import { Refusal } from '../errors.js'
import { translator } from '../messages.js'
import { readBlob } from '../store/blobs.js'
import { changeBreakRules } from '../store/breakRules.js'
import type { Database, Writer } from '../store/database.js'
import { findDocument } from '../store/documents.js'
import { fromJson } from '../store/json.js'
import { findOccurrence, readOccurrences } from '../store/occurrences.js'
import type { Actor } from '../workflow/permissions.js'
import type { ReadingOptions } from '../workflow/settings.js'
import { joinTranslations } from './joinTranslations.js'
import { openDocument } from './openUnit.js'
import { findRevisable, planRevision } from './planRevision.js'
import { byLocale, findEffects } from './previewRevision.js'
import { publishPlan } from './publishRevision.js'
import { rulesFrom } from './readingRules.js'
import type { LongWork } from './writeRevision.js'

export interface UnitToRecut {
  unitId: number
  /** Number of the revision that was looked at. */
  base: number
  /** `at` counts UTF-16 units of the unit's text. A join is with the next unit. */
  wish: { kind: 'split'; at: number } | { kind: 'join' }
  /** For the message of the revision. */
  language: string
}

/**
 * Splits a unit, or joins it with the next one of its block: a new revision of the same bytes, and a rule for that place which later revisions are read with.
 * Everything else stays as it is; split and joined back, units have their translations and approvals again.
 * Refuses `revision-conflict` where another revision was published since `base`, `document-archived`, and what `findBreak` refuses.
 */
export async function recutUnit(db: Database, actor: Actor, input: UnitToRecut, long: LongWork): Promise<Recut> {
  const head = await openDocument(db.read, actor, 'project:segment', { unit: input.unitId })
  const revisable = await findRevisable(db.read, head.documentId)
  const { base, document, project } = revisable
  if (base.number !== input.base) throw new Refusal('revision-conflict', { base: input.base, current: base.number })
  const unit = await findOccurrence(db.read, base.id, input.unitId)
  if (!unit) throw new Refusal('not-found')
  const [former, next] = await readOccurrences(db.read, base.id, unit.position, 2)

  const bytes = await readBlob(db.read, base.sha256)
  const wish = { ...input.wish, ...unit }
  const { reader } = await rulesFrom(db.read, project, document.path, base.options)
  const breaks = await long.work.run('proposeBreak', { ...reader, format: document.format, bytes, wish }, long)
  const rules = await rulesFrom(db.read, project, document.path, withBreaks(base.options, breaks))

  const content = { bytes, sha256: base.sha256, keep: async () => undefined }
  const plan = await planRevision(db, revisable, content, rules, long)
  const effects = await findEffects(db, plan)
  const t = translator(input.language)
  const message = t(wish.kind === 'split' ? 'revision.split' : 'revision.join', place(unit.text, 'at' in wish ? wish.at : unit.text.length, next?.text ?? ''))
  const event = { kind: `unit.${wish.kind}`, unitId: input.unitId }
  const along = async (db: Writer, revisionId: number) => {
    await changeBreakRules(db, document.id, breaks, actor.accountId)
    const [now] = await readOccurrences(
      db,
      revisionId,
      plan.placements.findIndex(({ unitId }) => unitId === input.unitId),
      1,
    )
    if (wish.kind === 'split' || !former || !next || !now) return
    const joined = { unitId: now.unitId, wordingId: now.wordingId, source: now.text, former: { ...former, codes: fromJson(former.codes).length }, next }
    await joinTranslations(db, joined, actor.accountId)
  }
  const revision = await publishPlan(db, actor, plan, content, { message, event, along }, long)

  const { revisionId } = (await findDocument(db.read, document.id))!
  const now = await findOccurrence(db.read, revisionId, input.unitId)
  const units = now ? await readOccurrences(db.read, revisionId, now.position, wish.kind === 'split' ? 2 : 1) : []
  return { revision, units: units.map(({ unitId }) => unitId), stale: byLocale(effects.filter(({ becomes }) => becomes === 'stale')) }
}

function withBreaks(options: ReadingOptions, breaks: BreakRule[]): ReadingOptions {
  const next: ReadingOptions = { ...options, breaks }
  if (breaks.length === 0) delete next.breaks
  return next
}

const shown = 30

/** The words on both sides, for people to recognise the place. */
function place(text: string, at: number, next: string): { before: string; after: string } {
  const [before, after] = [plainText(text.slice(0, at)), plainText(text.slice(at) || next)].map((side) => [...side.trim()])
  return { before: before!.slice(-shown).join('').trimStart(), after: after!.slice(0, shown).join('').trimEnd() }
}
