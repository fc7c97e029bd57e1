import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addComment } from '../../server/actions/addComment.js'
import { confirmStillValid } from '../../server/actions/confirmStillValid.js'
import { declareEquivalence } from '../../server/actions/declareEquivalence.js'
import { reviewTranslations } from '../../server/actions/reviewTranslations.js'
import { saveTranslation } from '../../server/actions/saveTranslation.js'
import { updateProject } from '../../server/actions/updateProject.js'
import { Refusal } from '../../server/errors.js'
import { countUnits, readProgress } from '../../server/store/progress.js'
import type { UnitFacts } from '../../server/store/unitRows.js'
import { noCounts, type CountsByLocale } from '../../server/workflow/progress.js'
import { statusOf } from '../../server/workflow/status.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

const locales = ['fr', 'ar'] as const
const people = ['translator', 'reviewer', 'manager'] as const

/** What each unit of the document can say: the wordings return, so that translations can become valid again. */
const wordings = [
  [
    'All human beings are born free and equal in dignity.',
    'All human beings are born free and equal in dignity and rights.',
    'Human beings are all born free and equal in dignity and rights.',
  ],
  [
    'Everyone has the right to life, liberty and security.',
    'Everyone has the right to life, liberty and security of person.',
    'Everybody has the right to life, liberty and security of person.',
  ],
  ['No one shall be held in slavery.', 'No one shall be held in slavery or servitude.', 'No one shall ever be held in slavery or servitude.'],
]
const texts = wordings.map((choices) => fc.constantFrom(...choices))
const documentText = fc.tuple(...texts).map((chosen) => `${chosen.join('\n\n')}\n`)
const cell = { unit: fc.nat({ max: 2 }), locale: fc.constantFrom(...locales), by: fc.constantFrom(...people) }

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('save'), ...cell, text: fc.constantFrom('Un', 'Deux', 'Trois') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('judge'), ...cell, kind: fc.constantFrom('approve', 'approve', 'reject') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('still-valid'), ...cell }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('comment'), ...cell }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('revise'), text: documentText, keep: fc.subarray([0, 1, 2]) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revert'), to: fc.nat({ max: 9 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('equivalence'), unit: cell.unit, earlier: fc.nat({ max: 2 }), withdrawn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings'), approvalsRequired: fc.nat({ max: 2 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Does what a step says; what is refused changes nothing. */
async function take(room: Newsroom, documentId: number, it: Step): Promise<void> {
  try {
    await act(room, documentId, it)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

async function act(room: Newsroom, documentId: number, it: Step): Promise<unknown> {
  const { db, people, projectId } = room
  if (it.do === 'revise') return room.publish(documentId, it.text, { keep: it.keep })
  if (it.do === 'settings') return updateProject(db, people.manager, { projectId, settings: { approvalsRequired: it.approvalsRequired } }, room)
  if (it.do === 'revert') return room.publish(documentId, { revertTo: it.to })
  if (it.do === 'equivalence') return equate(room, documentId, it)
  const facts = (await room.units(documentId, it.locale))[it.unit]!
  const { unitId, wordingId } = facts
  const seen = { unitId, wordingId, locale: it.locale, version: facts.version ?? 0 }
  if (it.do === 'save') return saveTranslation(db, people[it.by], { ...seen, text: it.text, origin: 'human' })
  if (it.do === 'still-valid') return confirmStillValid(db, people[it.by], seen)
  if (it.do === 'comment') return addComment(db, people[it.by], { unitId, locale: it.locale, parentId: null, body: 'Why?' })
  const items = [{ unitId, translationId: facts.translationId ?? 1 }]
  return reviewTranslations(db, people[it.by], { documentId, locale: it.locale, kind: it.kind, note: 'Because.', category: null, items })
}

async function equate({ db, people, ...room }: Newsroom, documentId: number, it: { unit: number; earlier: number; withdrawn: boolean }): Promise<void> {
  const unit = (await room.units(documentId))[it.unit]!
  const wording = await db.read
    .selectFrom('wording')
    .where('text', '=', wordings[it.unit]?.[it.earlier] ?? '')
    .select('id')
    .executeTakeFirst()
  await declareEquivalence(db, people.manager, { documentId, unitId: unit.unitId, earlierWordingId: wording?.id ?? 0, reason: '', withdrawn: it.withdrawn })
}

interface Cell {
  translationId: number | null
  status: UnitFacts['status']
}

/** State of every unit in a locale, from nothing but what is never changed: occurrences, translations, verdicts and the equivalences that stand. */
async function derive({ db, projectId, ...room }: Newsroom, documentId: number, locale: string): Promise<Cell[]> {
  const settings = await db.read.selectFrom('project').where('id', '=', projectId).select('settings').executeTakeFirstOrThrow()
  const { approvalsRequired } = JSON.parse(settings.settings) as { approvalsRequired: number }
  const pairs = await db.read.selectFrom('equivalence').where('withdrawn_at', 'is', null).selectAll().execute()
  const same = (later: number): Set<number> => {
    const reached = new Set<number>()
    for (const queue = [later]; queue.length > 0;) {
      const at = queue.pop()
      for (const pair of pairs)
        if (pair.later_wording_id === at && !reached.has(pair.earlier_wording_id)) {
          queue.push(pair.earlier_wording_id)
          reached.add(pair.earlier_wording_id)
        }
    }
    return reached
  }
  const cells: Cell[] = []
  for (const { unitId, wordingId } of await room.units(documentId, locale)) {
    const translations = await db.read.selectFrom('translation').where('unit_id', '=', unitId).where('locale', '=', locale).selectAll().orderBy('id').execute()
    const equivalentWordingIds = same(wordingId)
    const current = translations.findLast((it) => it.wording_id === wordingId || equivalentWordingIds.has(it.wording_id)) ?? translations.at(-1)
    const verdicts = current ? await db.read.selectFrom('verdict').where('translation_id', '=', current.id).selectAll().orderBy('id').execute() : []
    const status = statusOf({
      translation: current ? { wordingId: current.wording_id } : null,
      currentWordingId: wordingId,
      equivalentWordingIds,
      verdicts: verdicts.map((it) => ({ reviewerId: it.reviewer_id, kind: it.kind })),
      approvalsRequired,
    })
    cells.push({ translationId: current?.id ?? null, status })
  }
  return cells
}

const shown = async (room: Newsroom, documentId: number, locale: string): Promise<Cell[]> =>
  (await room.units(documentId, locale)).map(({ translationId, status }) => ({ translationId, status }))

async function recount(room: Newsroom, documentId: number): Promise<CountsByLocale> {
  const all: CountsByLocale = {}
  for (const locale of locales) {
    const counts = (all[locale] = noCounts())
    const units = await room.units(documentId, locale)
    for (const [at, { status }] of (await derive(room, documentId, locale)).entries()) {
      counts[status].units++
      counts[status].words += units[at]?.words ?? 0
    }
  }
  return all
}

const startText = `${wordings.map(([text]) => text).join('\n\n')}\n`

describe('whatever happened to a document,', () => {
  test('its progress and every status are what the append-only tables say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const room = await openNewsroom()
        try {
          const documentId = await room.importText('declaration.txt', startText)
          for (const it of steps) await take(room, documentId, it)
          for (const locale of locales) expect(await shown(room, documentId, locale)).toEqual(await derive(room, documentId, locale))
          const progress = (await readProgress(room.db.read, [documentId])).get(documentId)
          expect(progress).toEqual(await recount(room, documentId))
          expect(progress).toEqual(await countUnits(room.db.read, documentId))
        } finally {
          await room.close()
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  test('a source that is changed and reverted has exactly the translations and statuses that it had', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), documentText, async (steps, other) => {
        const room = await openNewsroom()
        try {
          const documentId = await room.importText('declaration.txt', startText)
          for (const it of steps) await take(room, documentId, it)
          const before = await Promise.all(locales.map((locale) => shown(room, documentId, locale)))
          const progress = await readProgress(room.db.read, [documentId])
          const document = await room.db.read
            .selectFrom('revision')
            .where('document_id', '=', documentId)
            .select(({ fn }) => fn.max('number').as('number'))
            .executeTakeFirstOrThrow()
          await take(room, documentId, { do: 'revise', text: other, keep: [] })
          await take(room, documentId, { do: 'revert', to: Number(document.number) })
          expect(await Promise.all(locales.map((locale) => shown(room, documentId, locale)))).toEqual(before)
          expect(await readProgress(room.db.read, [documentId])).toEqual(progress)
        } finally {
          await room.close()
        }
      }),
      { numRuns: 15 },
    )
  }, 120_000)

  test('a revert brings approvals back even where the newer source was translated and approved too', async () => {
    const room = await openNewsroom()
    const [source = '', newer = ''] = wordings[0] ?? []
    const documentId = await room.importText('declaration.txt', `${source}\n`)
    await room.translate(documentId, 'fr', { [source]: 'Égaux en dignité.' })
    await room.review(documentId, 'fr', 'approve', [source])
    await room.publish(documentId, `${newer}\n`)
    await room.translate(documentId, 'fr', { [newer]: 'Égaux en dignité et en droits.' })
    await room.review(documentId, 'fr', 'approve', [newer])
    await room.publish(documentId, { revertTo: 1 })
    expect(await room.state(documentId)).toEqual([`${source} · approved · Égaux en dignité.`])
    await room.publish(documentId, { revertTo: 2 })
    expect(await room.state(documentId)).toEqual([`${newer} · approved · Égaux en dignité et en droits.`])
    await room.close()
  })
})
