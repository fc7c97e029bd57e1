import { Refusal } from '../errors.js'
import type { LiveEvents } from '../contract/unit.js'
import type { Database, Writer } from '../store/database.js'
import { findDocumentHead } from '../store/documentHead.js'
import { declareEquivalent, withdrawEquivalence } from '../store/equivalences.js'
import { recordEvent } from '../store/events.js'
import type { LiveMessage } from '../store/live.js'
import { listDocumentsThatShow } from '../store/occurrences.js'
import { rebuildProgress } from '../store/progress.js'
import { retarget } from '../store/targets.js'
import { findWordings } from '../store/unitRows.js'
import type { Actor } from '../workflow/permissions.js'
import { openDocument } from './openUnit.js'

export interface EquivalenceToDeclare {
  documentId: number
  unitId: number
  /** A wording that the unit had before its current one. */
  earlierWordingId: number
  reason: string
  withdrawn: boolean
}

/**
 * Says that a unit's change of wording left its meaning as it was, so that translations of the earlier wording serve the current one; or takes that back.
 * Holds wherever the two wordings stand in the project. Refuses `invalid-input` where the unit never had the earlier wording.
 */
export function declareEquivalence(db: Database, actor: Actor, input: EquivalenceToDeclare): Promise<void> {
  return db.write(async (db, publish) => {
    const head = await openDocument(db, actor, 'project:manage', { document: input.documentId })
    const wordings = await findWordings(db, head, input.unitId)
    if (!wordings) throw new Refusal('not-found')
    const { earlierWordingId, unitId } = input
    if (!wordings.earlier.includes(earlierWordingId)) throw new Refusal('invalid-input', { field: 'earlierWordingId', reason: 'not an earlier wording of this unit' })
    const pair = { projectId: head.projectId, earlierWordingId, laterWordingId: wordings.current }
    const changed = input.withdrawn
      ? await withdrawEquivalence(db, pair, actor.accountId)
      : await declareEquivalent(db, { ...pair, decidedBy: actor.accountId, reason: input.reason })
    if (!changed) return
    await recordEvent(db, {
      kind: input.withdrawn ? 'equivalence.withdrawn' : 'equivalence.declared',
      ...{ actorId: actor.accountId, projectId: head.projectId, documentId: head.documentId, unitId },
      payload: { earlierWordingId, laterWordingId: wordings.current, reason: input.reason },
    })
    for (const message of await follow(db, head.projectId, wordings.current)) publish(message)
  })
}

/** Brings the documents up to date whose translations may have become valid or stale; what they show may have changed anywhere. */
async function follow(db: Writer, projectId: number, wordingId: number): Promise<LiveMessage[]> {
  const messages: LiveMessage[] = []
  for (const documentId of await listDocumentsThatShow(db, projectId, [wordingId])) {
    await retarget(db, documentId)
    await rebuildProgress(db, documentId)
    const head = await findDocumentHead(db, { document: documentId })
    const data: LiveEvents['revision'] = { documentId, number: head!.revision }
    messages.push({ event: 'revision', data, audience: { projectId, documentId } })
  }
  return messages
}
