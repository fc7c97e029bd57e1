import type { UnitRow } from '../contract/unit.js'
import { Refusal, type RefusalCode } from '../errors.js'
import type { Database, Writer } from '../store/database.js'
import type { DocumentHead } from '../store/documentHead.js'
import { recordEvent } from '../store/events.js'
import { moveProgress } from '../store/progress.js'
import { addVerdicts, latestVerdictsOf } from '../store/translations.js'
import { readUnitFacts, type UnitFacts } from '../store/unitRows.js'
import type { Actor } from '../workflow/permissions.js'
import type { VerdictKind } from '../workflow/status.js'
import { openDocument } from './openUnit.js'
import { unitMessage } from './replaceTranslation.js'
import { unitRow } from './unitRow.js'

export interface Review {
  documentId: number
  locale: string
  kind: VerdictKind
  note: string
  category: string | null
  /** `translationId` is what the reviewer saw. */
  items: readonly { unitId: number; translationId: number }[]
}

export interface ReviewResult {
  rows: UnitRow[]
  /** Units that were not judged, and why. */
  refused: { unitId: number; code: RefusalCode }[]
}

/** How many verdicts share a transaction: keeps the wait of other people's saves short. */
const atOnce = 100

/**
 * Approves or rejects translations, each judged alone; who gave the same approval before changes nothing.
 * Refuses `note-required` for a rejection without a reason; single ones by `not-found`, `verdict-on-missing` (missing or stale), `verdict-outdated` and `own-translation`.
 */
export async function reviewTranslations(db: Database, actor: Actor, review: Review): Promise<ReviewResult> {
  const result: ReviewResult = { rows: [], refused: [] }
  await openDocument(db.read, actor, 'locale:review', { document: review.documentId }, review.locale)
  if (review.kind === 'reject' && review.note.trim() === '') throw new Refusal('note-required')
  const items = [...new Map(review.items.map((item) => [item.unitId, item])).values()]
  for (let start = 0; start < items.length; start += atOnce) {
    const part = await db.write(async (db, publish) => {
      const head = await openDocument(db, actor, 'locale:review', { document: review.documentId }, review.locale)
      const judged = await judge(db, actor, head, { ...review, items: items.slice(start, start + atOnce) })
      for (const row of judged.rows) publish(unitMessage(head, review.locale, row))
      return judged
    })
    result.rows.push(...part.rows)
    result.refused.push(...part.refused)
  }
  return result
}

async function judge(db: Writer, actor: Actor, head: DocumentHead, review: Review): Promise<ReviewResult> {
  const { locale, kind, items } = review
  const unitIds = items.map(({ unitId }) => unitId)
  const before = new Map((await readUnitFacts(db, head, locale, { unitIds })).map((facts) => [facts.unitId, facts]))
  const refused: ReviewResult['refused'] = []
  const accepted: (UnitFacts & { translationId: number })[] = []
  for (const { unitId, translationId } of items) {
    const facts = before.get(unitId)
    const code = whyNot(facts, { translationId, kind, selfApproval: head.selfApproval, reviewerId: actor.accountId })
    if (code || !facts) refused.push({ unitId, code: code ?? 'not-found' })
    else accepted.push({ ...facts, translationId })
  }
  await record(db, actor, head, review, accepted)
  const after = accepted.length === 0 ? [] : await readUnitFacts(db, head, locale, { unitIds: accepted.map(({ unitId }) => unitId) })
  for (const facts of after) await moveProgress(db, head.documentId, locale, before.get(facts.unitId)!.status, facts.status, facts.words)
  return { rows: after.map((facts) => unitRow(facts, head)), refused }
}

function whyNot(facts: UnitFacts | undefined, verdict: { translationId: number; kind: VerdictKind; selfApproval: boolean; reviewerId: number }): RefusalCode | null {
  if (!facts) return 'not-found'
  if (facts.translationId !== null && facts.translationId !== verdict.translationId) return 'verdict-outdated'
  if (facts.status === 'missing' || facts.status === 'stale') return 'verdict-on-missing'
  if (verdict.kind === 'approve' && facts.authorId === verdict.reviewerId && !verdict.selfApproval) return 'own-translation'
  return null
}

async function record(db: Writer, actor: Actor, head: DocumentHead, review: Review, accepted: readonly (UnitFacts & { translationId: number })[]): Promise<void> {
  const given = await latestVerdictsOf(
    db,
    actor.accountId,
    accepted.map(({ translationId }) => translationId),
  )
  const fresh = accepted.filter(({ translationId }) => review.kind === 'reject' || given.get(translationId) !== 'approve')
  if (fresh.length === 0) return
  const { kind, category, note, locale } = review
  await addVerdicts(
    db,
    fresh.map(({ translationId }) => ({ translationId, reviewerId: actor.accountId, kind, category, note })),
  )
  const event = kind === 'approve' ? 'translation.approved' : 'translation.rejected'
  const place = { actorId: actor.accountId, projectId: head.projectId, documentId: head.documentId, locale }
  for (const { unitId, translationId } of fresh) await recordEvent(db, { ...place, kind: event, unitId, payload: { translationId, ...(note === '' ? {} : { note }) } })
}
