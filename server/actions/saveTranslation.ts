import type { UnitRow } from '../contract/unit.js'
import { Refusal } from '../errors.js'
import type { Database } from '../store/database.js'
import type { NewTranslation } from '../store/translations.js'
import type { Actor } from '../workflow/permissions.js'
import { openUnit } from './openUnit.js'
import { refuseConflict, replaceTranslation, unitMessage } from './replaceTranslation.js'
import { unitRow } from './unitRow.js'

export interface TranslationToSave {
  unitId: number
  locale: string
  text: string
  /** The source wording that the text translates. */
  wordingId: number
  /** Of the target that was edited; 0 where there was none. */
  version: number
  origin: NewTranslation['origin']
}

/**
 * Saves what a person typed, code point for code point (but CRLF as LF, and half a surrogate pair as U+FFFD). A text that is saved already is answered as it is, so a request can be sent again.
 * Refuses `translation-empty`, `codes-broken`, and `translation-conflict` with the row as it is now where source or target changed meanwhile.
 */
export function saveTranslation(db: Database, actor: Actor, input: TranslationToSave): Promise<UnitRow> {
  return db.write(async (db, publish) => {
    const unit = await openUnit(db, actor, 'locale:translate', input)
    const { head, facts, locale } = unit
    const text = storable(input.text)
    if (text.trim() === '') throw new Refusal('translation-empty')
    const saved = facts.text === text && facts.madeFromWordingId === facts.wordingId && input.wordingId === facts.wordingId
    if (saved) return unitRow(facts, head)
    refuseConflict(unit, input)
    const row = unitRow(await replaceTranslation(db, actor, unit, { text, origin: input.origin, originDetail: null, event: 'translation.saved' }), head)
    publish(unitMessage(head, locale, row))
    return row
  })
}

/** No database holds half a surrogate pair. */
const storable = (text: string): string => text.replaceAll('\r\n', '\n').replace(/\p{Surrogate}/gu, '\ufffd')
