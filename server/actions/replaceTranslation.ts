import type { LiveEvents, UnitRow } from '../contract/unit.js'
import { compareCodes } from '../document/codes.js'
import { Refusal } from '../errors.js'
import type { Writer } from '../store/database.js'
import type { DocumentHead } from '../store/documentHead.js'
import { recordEvent } from '../store/events.js'
import { fromJson } from '../store/json.js'
import type { LiveMessage } from '../store/live.js'
import { moveProgress } from '../store/progress.js'
import { addTranslation, type NewTranslation } from '../store/translations.js'
import type { UnitFacts } from '../store/unitRows.js'
import type { Actor } from '../workflow/permissions.js'
import { statusOf } from '../workflow/status.js'
import type { OpenUnit } from './openUnit.js'
import { unitRow } from './unitRow.js'

type Replacement = Pick<NewTranslation, 'text' | 'origin' | 'originDetail'> & { event: string }

/** Makes a new translation of the unit's current wording the current one, which then awaits approval. Refuses `codes-broken` and says which code. */
export async function replaceTranslation(db: Writer, actor: Actor, { head, facts, locale }: OpenUnit, { event, ...it }: Replacement): Promise<UnitFacts> {
  refuseBrokenCodes(facts, it.text)
  const { unitId, wordingId } = facts
  const createdAt = new Date().toISOString()
  const added = await addTranslation(db, { ...it, unitId, locale, wordingId, authorId: actor.accountId, createdAt }, facts.version ?? 0)
  const translation = { wordingId }
  const status = statusOf({ translation, currentWordingId: wordingId, equivalentWordingIds: new Set(), verdicts: [], approvalsRequired: head.approvalsRequired })
  await moveProgress(db, head.documentId, locale, facts.status, status, facts.words)
  await recordEvent(db, { kind: event, actorId: actor.accountId, projectId: head.projectId, documentId: head.documentId, unitId, locale, payload: { translationId: added.id } })
  return {
    ...facts,
    ...{ status, translationId: added.id, text: it.text, version: added.version, madeFromWordingId: wordingId, madeFrom: facts.source, savedAt: createdAt },
    ...{ authorId: actor.accountId, authorName: added.authorName, inherited: null, inheritedFrom: null },
    ...{ verdict: null, verdictNote: null, verdictAt: null, reviewerId: null, reviewerName: null },
  }
}

function refuseBrokenCodes(facts: UnitFacts, text: string): void {
  const [fault] = compareCodes(facts.source, text, fromJson(facts.codes))
  if (fault) throw new Refusal('codes-broken', { problem: fault.type, code: fault.code })
}

/** Refuses where the source or the target is not what the person saw, and gives them what it is now. */
export function refuseConflict({ head, facts }: OpenUnit, seen: { wordingId: number; version: number }): void {
  const changed = facts.wordingId !== seen.wordingId ? 'source' : (facts.version ?? 0) !== seen.version ? 'target' : null
  if (changed) throw new Refusal('translation-conflict', { changed }, { current: unitRow(facts, head) })
}

/** Tells everybody in the project what a unit is like now. */
export function unitMessage(head: DocumentHead, locale: string, row: UnitRow): LiveMessage {
  const data: LiveEvents['unit'] = { documentId: head.documentId, locale, row }
  return { event: 'unit', data, audience: { projectId: head.projectId, documentId: head.documentId } }
}
