import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Writer } from '../../server/store/database.js'
import { findDocumentHead } from '../../server/store/documentHead.js'
import { readUnit } from '../../server/store/unitRows.js'
import { statusOf, type VerdictKind } from '../../server/workflow/status.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

let room: Newsroom
let documentId: number
/** The first is the unit's current wording. */
const wordingIds: number[] = []
beforeAll(async () => {
  room = await openNewsroom()
  const texts = ['All are free.', 'All are equal.', 'All are born.', 'All are here.']
  documentId = await room.importText('all.txt', `${texts.join('\n\n')}\n`)
  for (const unit of await room.units(documentId)) wordingIds.push(unit.wordingId)
})
afterAll(() => room.close())

interface History {
  /** Index of the wording that was translated; null for no translation. */
  translated: number | null
  equivalences: { earlier: number; later: number; withdrawn: boolean }[]
  verdicts: { reviewerId: number; kind: VerdictKind }[]
  approvalsRequired: number
}

const wording = fc.nat({ max: 3 })
const history: fc.Arbitrary<History> = fc.record({
  translated: fc.option(wording, { freq: 8 }),
  equivalences: fc.array(fc.record({ earlier: wording, later: wording, withdrawn: fc.nat({ max: 3 }).map((n) => n === 0) }), { maxLength: 5 }),
  verdicts: fc.array(fc.record({ reviewerId: fc.integer({ min: 1, max: 3 }), kind: fc.constantFrom<VerdictKind>('approve', 'reject') }), { maxLength: 6 }),
  approvalsRequired: fc.nat({ max: 3 }),
})

class Undo extends Error {}

/** Status that the database derives, of tables that are as they were afterwards. */
async function statusInDatabase(it: History): Promise<string | undefined> {
  let status: string | undefined
  const work = room.db.write(async (db) => {
    const head = await findDocumentHead(db, { document: documentId }, 'fr')
    const unit = (await room.units(documentId))[0]
    if (!head || !unit) throw new Error('The document is gone')
    await insert(db, unit.unitId, it)
    status = (await readUnit(db, { ...head, approvalsRequired: it.approvalsRequired }, 'fr', unit.unitId))?.status
    throw new Undo()
  })
  await expect(work).rejects.toThrow(Undo)
  return status
}

async function insert(db: Writer, unitId: number, it: History): Promise<void> {
  const now = new Date().toISOString()
  const id = (index: number) => wordingIds[index] ?? 0
  for (const { earlier, later, withdrawn } of it.equivalences) {
    const pair = { earlier_wording_id: id(earlier), later_wording_id: id(later), withdrawn_at: withdrawn ? now : null }
    await db
      .insertInto('equivalence')
      .values({ project_id: room.projectId, ...pair, decided_at: now, reason: '' })
      .execute()
  }
  if (it.translated === null) return
  const translation = { unit_id: unitId, locale: 'fr', wording_id: id(it.translated), text: 'Tous', origin: 'human' as const, created_at: now }
  const { id: translationId } = await db.insertInto('translation').values(translation).returning('id').executeTakeFirstOrThrow()
  await db.insertInto('target').values({ unit_id: unitId, locale: 'fr', translation_id: translationId, version: 1 }).execute()
  for (const { reviewerId, kind } of it.verdicts)
    await db.insertInto('verdict').values({ translation_id: translationId, reviewer_id: reviewerId, kind, note: '', created_at: now }).execute()
}

/** Wordings from which a chain of equivalences leads to the current one. */
function meaningTheSame(equivalences: History['equivalences']): Set<number> {
  const reached = new Set([0])
  for (let size = 0; size < reached.size;) {
    size = reached.size
    for (const { earlier, later, withdrawn } of equivalences) if (!withdrawn && reached.has(later)) reached.add(earlier)
  }
  return reached
}

test('the database derives the same status as the rule, whatever was translated, judged and declared to mean the same', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (it) => {
      const expected = statusOf({
        translation: it.translated === null ? null : { wordingId: it.translated },
        currentWordingId: 0,
        equivalentWordingIds: meaningTheSame(it.equivalences),
        verdicts: it.verdicts,
        approvalsRequired: it.approvalsRequired,
      })
      expect(await statusInDatabase(it)).toBe(expected)
    }),
    { numRuns: 500 },
  )
})
