import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recutUnit, type UnitToRecut } from '../../server/actions/recutUnit.js'
import { exportDocument } from '../../server/actions/exportDocument.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

let room: Newsroom
beforeEach(async () => void (room = await openNewsroom()))
afterEach(() => room.close())

const first = 'Everyone has the right to life, liberty and security of person.'
const second = 'No one shall be held in slavery or servitude. It is prohibited in all their forms.'
const cut = second.indexOf('It is')
const whole = `${first}\n\n${second}\n`

async function bothApproved(): Promise<number> {
  const document = await room.importText('charter.txt', whole)
  await room.translate(document, 'fr', { [first]: 'Premier', [second]: 'Deuxième. Interdit.' })
  await room.review(document, 'fr', 'approve', [first, second])
  return document
}

const recut = async (document: number, source: string, wish: UnitToRecut['wish'], base: number, who: 'manager' | 'translator' = 'manager') => {
  const unit = (await room.units(document)).find((one) => one.source === source)
  return recutUnit(room.db, room.people[who], { unitId: unit?.unitId ?? 0, base, language: 'en', wish }, { work: room.work })
}

describe('a unit that is split', () => {
  test('becomes two in a new revision of the same bytes, with the old translation at hand; others stay approved', async () => {
    const document = await bothApproved()
    const before = await room.units(document)
    const done = await recut(document, second, { kind: 'split', at: cut }, 1)
    const [untouched, piece, other] = await room.units(document)
    expect(await room.state(document)).toEqual([
      `${first} · approved · Premier`,
      'No one shall be held in slavery or servitude. · stale · Deuxième. Interdit.',
      'It is prohibited in all their forms. · missing',
    ])
    expect(other?.inherited).toBe('Deuxième. Interdit.')
    expect([untouched?.unitId, piece?.unitId]).toEqual(before.map(({ unitId }) => unitId))
    expect(done).toMatchObject({ revision: 2, units: [piece?.unitId, other?.unitId], stale: { fr: { units: 1 } } })
    const revisions = await room.db.read.selectFrom('revision').where('document_id', '=', document).select(['blob_sha256', 'message']).orderBy('id').execute()
    expect(new Set(revisions.map(({ blob_sha256 }) => blob_sha256)).size).toBe(1)
    expect(revisions[1]?.message).toBe('Split: “…held in slavery or servitude. | It is prohibited in all their…”')
  })

  test('and joined again has its translation and its approval, and may be split once more', async () => {
    const document = await bothApproved()
    const before = await room.state(document)
    await recut(document, second, { kind: 'split', at: cut }, 1)
    const split = (await room.units(document)).map(({ unitId }) => unitId)
    await recut(document, second.slice(0, cut - 1), { kind: 'join' }, 2)
    expect(await room.state(document)).toEqual(before)
    await recut(document, second, { kind: 'split', at: cut }, 3)
    expect((await room.units(document)).map(({ unitId }) => unitId)).toEqual(split)
    const rules = await room.db.read.selectFrom('break_rule').select(['kind', 'decided_by', 'withdrawn_by']).orderBy('id').execute()
    const { accountId } = room.people.manager
    expect(rules).toEqual([
      { kind: 'split', decided_by: accountId, withdrawn_by: accountId },
      { kind: 'split', decided_by: accountId, withdrawn_by: null },
    ])
  })

  test('stays split in later revisions, sleeps where its words are gone, and is split again where they return', async () => {
    const document = await bothApproved()
    await recut(document, second, { kind: 'split', at: cut }, 1)
    await room.publish(document, `A new beginning.\n\n${whole}`)
    expect((await room.units(document)).map(({ source }) => source).slice(2)).toEqual([second.slice(0, cut - 1), second.slice(cut)])
    await room.publish(document, whole.replace('servitude. It is', 'bondage; that is'))
    expect(await room.units(document)).toHaveLength(2)
    await room.publish(document, { revertTo: 1 })
    expect((await room.units(document)).map(({ source }) => source).slice(1)).toEqual([second.slice(0, cut - 1), second.slice(cut)])
  })

  test('is exported with a translation for each piece', async () => {
    const document = await bothApproved()
    await recut(document, second, { kind: 'split', at: cut }, 1)
    await room.translate(document, 'fr', { [second.slice(0, cut - 1)]: 'Nul ne sera tenu en esclavage.', [second.slice(cut)]: 'C’est interdit.' })
    const { bytes } = await exportDocument(room.db, room.people.manager, { documentId: document, locale: 'fr', content: 'all' }, { work: room.work })
    expect(Buffer.from(bytes).toString()).toBe('Premier\n\nNul ne sera tenu en esclavage. C’est interdit.\n')
  })
})

describe('units that are joined', () => {
  test('of a project by sentence are one, and split again are what they were', async () => {
    await room.close()
    room = await openNewsroom({ segmentation: 'sentence' })
    const document = await room.importText('charter.txt', whole)
    await room.translate(document, 'fr', { [second.slice(0, cut - 1)]: 'Un.', [second.slice(cut)]: 'Deux.' })
    const before = await room.state(document)
    await recut(document, second.slice(0, cut - 1), { kind: 'join' }, 1)
    expect(await room.state(document)).toEqual([`${first} · missing`, `${second} · stale · Un. Deux.`])
    await recut(document, second, { kind: 'split', at: cut }, 2)
    expect(await room.state(document)).toEqual(before)
  })
})

test('of joined units the translations stand behind each other, with the codes of the joined text', async () => {
  await room.close()
  room = await openNewsroom({ segmentation: 'sentence' })
  const document = await room.importText('codes.md', 'Be **free**. Be *equal*.\n')
  await room.translate(document, 'fr', { 'Be <1>free</1>.': 'Sois <1>libre</1>.', 'Be <1>equal</1>.': 'Sois <1>égal</1>.' })
  await room.translate(document, 'ar', { 'Be <1>equal</1>.': '<1>متساو</1>' })
  await recut(document, 'Be <1>free</1>.', { kind: 'join' }, 1)
  expect(await room.state(document)).toEqual(['Be <1>free</1>. Be <2>equal</2>. · stale · Sois <1>libre</1>. Sois <2>égal</2>.'])
  expect(await room.state(document, 'ar')).toEqual(['Be <1>free</1>. Be <2>equal</2>. · missing'])
  await recut(document, 'Be <1>free</1>. Be <2>equal</2>.', { kind: 'split', at: 'Be <1>free</1>.'.length }, 2)
  expect(await room.state(document)).toEqual(['Be <1>free</1>. · translated · Sois <1>libre</1>.', 'Be <1>equal</1>. · translated · Sois <1>égal</1>.'])
  expect(await room.state(document, 'ar')).toEqual(['Be <1>free</1>. · missing', 'Be <1>equal</1>. · translated · <1>متساو</1>'])
})

describe('is refused', () => {
  test('to the second of two people at once', async () => {
    const document = await bothApproved()
    const wishes = await Promise.allSettled([recut(document, second, { kind: 'split', at: cut }, 1), recut(document, first, { kind: 'split', at: 9 }, 1)])
    const refused = wishes.filter((one) => one.status === 'rejected')
    expect(refused.map(({ reason }) => reason)).toMatchObject([{ code: 'revision-conflict' }])
    expect(await room.units(document)).toHaveLength(3)
  })

  test('to people of one language, whose cut would be everybody’s', async () => {
    const document = await bothApproved()
    const unitId = (await room.units(document))[1]!.unitId
    const of = (locale: string | null) => ({ ...room.people.translator, memberships: [{ projectId: room.projectId, role: 'translator' as const, locale }] })
    const split = (locale: string | null) => recutUnit(room.db, of(locale), { unitId, base: 1, language: 'en', wish: { kind: 'split', at: cut } }, { work: room.work })
    await expect(split('fr')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(split(null)).resolves.toMatchObject({ revision: 2 })
  })

  test('of units of different paragraphs', async () => {
    await expect(recut(await bothApproved(), first, { kind: 'join' }, 1)).rejects.toMatchObject({ code: 'units-apart' })
  })
})
