import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reviewTranslations, type Review } from '../../server/actions/reviewTranslations.js'
import { unitDetails } from '../../server/actions/unitDetails.js'
import { Refusal } from '../../server/errors.js'
import { findDocumentHead } from '../../server/store/documentHead.js'
import { readProgress } from '../../server/store/progress.js'
import type { Actor } from '../../server/workflow/permissions.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

const free = 'All human beings are born free.'
const equal = 'All human beings are equal.'
const slavery = 'No one shall be held in slavery.'

let room: Newsroom
let documentId: number
async function open(settings: Parameters<typeof openNewsroom>[0] = {}): Promise<void> {
  room = await openNewsroom(settings)
  documentId = await room.importText('rights.txt', `${free}\n\n${equal}\n\n${slavery}\n`)
  await room.translate(documentId, 'fr', { [free]: 'Libres.', [equal]: 'Égaux.' })
}
beforeEach(() => open())
afterEach(() => room.close())

async function judge(who: Actor, sources: readonly string[], more: Partial<Review> = {}) {
  const units = await room.units(documentId)
  const items = sources.map((source) => {
    const unit = units.find((one) => one.source === source)
    return { unitId: unit?.unitId ?? 0, translationId: unit?.translationId ?? 1 }
  })
  return reviewTranslations(room.db, who, { documentId, locale: 'fr', kind: 'approve', note: '', category: null, items, ...more })
}
const statuses = async () => (await room.units(documentId)).map((unit) => unit.status)
const countVerdicts = async () => (await room.db.read.selectFrom('verdict').select('id').execute()).length

describe('a review', () => {
  test('approves one or many at once, and answers their rows', async () => {
    const { rows, refused } = await judge(room.people.reviewer, [free, equal])
    expect(rows.map((row) => [row.source, row.target.status])).toEqual([
      [free, 'approved'],
      [equal, 'approved'],
    ])
    expect(refused).toEqual([])
    expect((await readProgress(room.db.read, [documentId])).get(documentId)?.fr).toMatchObject({ missing: { units: 1 }, approved: { units: 2 } })
  })

  test('judges each alone: what cannot be judged is listed with the reason', async () => {
    const { rows, refused } = await judge(room.people.reviewer, [free, slavery, 'Nothing says this.'])
    expect(rows.map((row) => row.source)).toEqual([free])
    const missing = (await room.units(documentId))[2]
    expect(refused).toEqual([
      { unitId: missing?.unitId, code: 'verdict-on-missing' },
      { unitId: 0, code: 'not-found' },
    ])
  })

  test('rejects with a reason, which the translator sees until there is a new translation', async () => {
    const { rows } = await judge(room.people.reviewer, [free], { kind: 'reject', note: 'Too short.' })
    expect(rows[0]).toMatchObject({ target: { status: 'rejected' }, rejection: { note: 'Too short.', reviewer: { name: 'The reviewer' } } })
    await room.translate(documentId, 'fr', { [free]: 'Tous naissent libres.' })
    expect(await statuses()).toEqual(['translated', 'translated', 'missing'])
  })

  test.each(['', '  \n'])('does not reject without a reason (%j)', async (note) => {
    await expect(judge(room.people.reviewer, [free], { kind: 'reject', note })).rejects.toMatchObject({ code: 'note-required' })
  })

  test('of a stale translation is refused', async () => {
    await room.publish(documentId, `${free.replace('free', 'free and well')}\n\n${equal}\n\n${slavery}\n`)
    expect((await judge(room.people.reviewer, [free.replace('free', 'free and well')])).refused).toMatchObject([{ code: 'verdict-on-missing' }])
  })

  test('of a translation that was replaced since is refused', async () => {
    const [seen] = await room.units(documentId)
    await room.translate(documentId, 'fr', { [free]: 'Tous naissent libres.' })
    const items = [{ unitId: seen?.unitId ?? 0, translationId: seen?.translationId ?? 0 }]
    expect((await judge(room.people.reviewer, [], { items })).refused).toMatchObject([{ code: 'verdict-outdated' }])
    expect(await statuses()).toEqual(['translated', 'translated', 'missing'])
  })

  test('is not for translators', async () => {
    await expect(judge(room.people.translator, [free])).rejects.toThrow(new Refusal('forbidden'))
  })

  test('given again by the same reviewer adds nothing', async () => {
    await judge(room.people.reviewer, [free])
    expect((await judge(room.people.reviewer, [free])).rows).toMatchObject([{ target: { status: 'approved' } }])
    expect(await countVerdicts()).toBe(1)
  })

  test('may be taken back by a rejection and given anew', async () => {
    await judge(room.people.reviewer, [free])
    await judge(room.people.reviewer, [free], { kind: 'reject', note: 'I was wrong.' })
    expect((await statuses())[0]).toBe('rejected')
    await judge(room.people.reviewer, [free])
    expect((await statuses())[0]).toBe('approved')
  })

  test('of hundreds of units is one answer', async () => {
    const texts = Array.from({ length: 260 }, (_, n) => `Article ${n} says nothing new.`)
    documentId = await room.importText('long.txt', `${texts.join('\n\n')}\n`)
    await room.translate(documentId, 'fr', Object.fromEntries(texts.slice(0, 205).map((text) => [text, 'Rien.'])))
    const { rows, refused } = await judge(room.people.reviewer, texts)
    expect([rows.length, refused.length]).toEqual([205, 55])
    expect((await readProgress(room.db.read, [documentId])).get(documentId)?.fr).toMatchObject({ approved: { units: 205 }, missing: { units: 55 } })
  })
})

describe('of their own translation', () => {
  const reviewingTranslator = (): Actor => ({ ...room.people.translator, memberships: room.people.reviewer.memberships })

  test('nobody approves, but anybody rejects it', async () => {
    expect((await judge(reviewingTranslator(), [free])).refused).toMatchObject([{ code: 'own-translation' }])
    expect((await judge(reviewingTranslator(), [free], { kind: 'reject', note: 'I know better now.' })).rows).toMatchObject([{ target: { status: 'rejected' } }])
  })

  test('anybody approves where the project allows it', async () => {
    await room.close()
    await open({ selfApproval: true })
    expect((await judge(reviewingTranslator(), [free])).rows).toMatchObject([{ target: { status: 'approved' } }])
  })
})

test('where two approvals are required one is not enough, and nobody gives both', async () => {
  await room.close()
  await open({ approvalsRequired: 2 })
  await judge(room.people.reviewer, [free])
  await judge(room.people.reviewer, [free])
  expect((await statuses())[0]).toBe('translated')
  await judge(room.people.manager, [free])
  expect((await statuses())[0]).toBe('approved')
})

describe('the history of a unit', () => {
  const details = async (position = 0) => {
    const head = await findDocumentHead(room.db.read, { document: documentId })
    const unit = (await room.units(documentId))[position]
    if (!head || !unit) throw new Error('No such unit')
    return unitDetails(room.db.read, head, unit.unitId, 'fr')
  }

  test('has every translation with its source and its verdicts, newest first', async () => {
    await judge(room.people.reviewer, [free], { kind: 'reject', note: 'Too short.', category: 'style' })
    await room.translate(documentId, 'fr', { [free]: 'Tous naissent libres.' })
    await judge(room.people.reviewer, [free])
    const { history } = await details()
    expect(history).toMatchObject([
      { text: 'Tous naissent libres.', source: free, current: true, author: { name: 'The translator' }, verdicts: [{ kind: 'approve', reviewer: { name: 'The reviewer' } }] },
      { text: 'Libres.', source: free, current: false, verdicts: [{ kind: 'reject', note: 'Too short.', category: 'style' }] },
    ])
  })

  test('tells what changed since the last approval, in text and source', async () => {
    expect((await details()).lastApproved).toBeNull()
    await judge(room.people.reviewer, [free])
    const now = free.replace('free', 'free and equal')
    await room.publish(documentId, `${now}\n\n${equal}\n\n${slavery}\n`)
    await room.translate(documentId, 'fr', { [now]: 'Libres et égaux.' })
    const { lastApproved } = await details()
    expect(lastApproved).toMatchObject({ text: 'Libres.', source: free, reviewer: { name: 'The reviewer' } })
    const joined = (parts: { type: string; text: string }[] = [], without: string) =>
      parts
        .filter(({ type }) => type !== without)
        .map(({ text }) => text)
        .join('')
    expect(joined(lastApproved?.sourceDiff, 'inserted')).toBe(free)
    expect(joined(lastApproved?.sourceDiff, 'deleted')).toBe(now)
    expect(joined(lastApproved?.textDiff, 'inserted')).toBe('Libres.')
    expect(joined(lastApproved?.textDiff, 'deleted')).toBe('Libres et égaux.')
  })

  test('does not count an approval that was taken back', async () => {
    await judge(room.people.reviewer, [free])
    await judge(room.people.reviewer, [free], { kind: 'reject', note: 'I was wrong.' })
    expect((await details()).lastApproved).toBeNull()
  })
})
