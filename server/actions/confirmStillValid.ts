import type { UnitRow } from '../contract/unit.js'
import { Refusal } from '../errors.js'
import type { Database } from '../store/database.js'
import type { Actor } from '../workflow/permissions.js'
import { openUnit } from './openUnit.js'
import { refuseConflict, replaceTranslation, unitMessage } from './replaceTranslation.js'
import { unitRow } from './unitRow.js'

/** Says that a stale translation is right for the new source too: the same text becomes a translation of it, and awaits approval. One that is not stale is answered as it is. */
export function confirmStillValid(db: Database, actor: Actor, input: { unitId: number; locale: string; wordingId: number; version: number }): Promise<UnitRow> {
  return db.write(async (db, publish) => {
    const unit = await openUnit(db, actor, 'locale:translate', input)
    const { head, facts, locale } = unit
    refuseConflict(unit, input)
    if (facts.text === null) throw new Refusal('translation-empty')
    if (facts.status !== 'stale') return unitRow(facts, head)
    const confirmed = await replaceTranslation(db, actor, unit, { text: facts.text, origin: 'human', originDetail: 'still-valid', event: 'translation.confirmed' })
    const row = unitRow(confirmed, head)
    publish(unitMessage(head, locale, row))
    return row
  })
}
