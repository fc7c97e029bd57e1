import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { declareEquivalence, type EquivalenceToDeclare } from '../../server/actions/declareEquivalence.js'
import { countUnits, readProgress } from '../../server/store/progress.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

const first = 'All human beings are born free and equal.'
const second = 'All human beings are born free, and equal.'
const third = 'All human beings are born free, equal.'

let room: Newsroom
let documentId: number
beforeEach(async () => {
  room = await openNewsroom()
  documentId = await room.importText('rights.txt', `${first}\n`)
  await room.translate(documentId, 'fr', { [first]: 'Libres et égaux.' })
  await room.review(documentId, 'fr', 'approve', [first])
})
afterEach(() => room.close())

async function wordingOf(text: string): Promise<number> {
  const { id } = await room.db.read.selectFrom('wording').where('text', '=', text).select('id').executeTakeFirstOrThrow()
  return id
}
async function declare(earlier: string, more: Partial<EquivalenceToDeclare> = {}, who = room.people.manager): Promise<void> {
  const unit = (await room.units(more.documentId ?? documentId))[0]
  const earlierWordingId = await wordingOf(earlier)
  await declareEquivalence(room.db, who, { documentId, unitId: unit?.unitId ?? 0, earlierWordingId, reason: 'A comma.', withdrawn: false, ...more })
}

describe('saying later that a change left the meaning as it was', () => {
  test('makes the translation and its approval valid for the new source', async () => {
    await room.publish(documentId, `${second}\n`)
    expect(await room.state(documentId)).toEqual([`${second} · stale · Libres et égaux.`])
    await declare(first)
    expect(await room.state(documentId)).toEqual([`${second} · approved · Libres et égaux.`])
    expect((await readProgress(room.db.read, [documentId])).get(documentId)).toEqual(await countUnits(room.db.read, documentId))
  })

  test('can be taken back, and then the translation is stale again', async () => {
    await room.publish(documentId, `${second}\n`)
    await declare(first)
    await declare(first, { withdrawn: true })
    expect(await room.state(documentId)).toEqual([`${second} · stale · Libres et égaux.`])
  })

  test('holds over several changes, one after the other', async () => {
    await room.publish(documentId, `${second}\n`)
    await declare(first)
    await room.publish(documentId, `${third}\n`)
    expect(await room.state(documentId)).toEqual([`${third} · stale · Libres et égaux.`])
    await declare(second)
    expect(await room.state(documentId)).toEqual([`${third} · approved · Libres et égaux.`])
  })

  test('does not say that the old source means what the new one says', async () => {
    await room.publish(documentId, `${second}\n`)
    await room.translate(documentId, 'ar', { [second]: 'أحرار، ومتساوون.' })
    await declare(first)
    await room.publish(documentId, { revertTo: 1 })
    expect(await room.state(documentId, 'ar')).toEqual([`${first} · stale · أحرار، ومتساوون.`])
  })

  test('gives way to a translation of the new source itself', async () => {
    await room.publish(documentId, `${second}\n`)
    await declare(first)
    await room.translate(documentId, 'fr', { [second]: 'Libres, et égaux.' })
    expect(await room.state(documentId)).toEqual([`${second} · translated · Libres, et égaux.`])
  })

  test('holds for the same change in another document of the project', async () => {
    const other = await room.importText('other.txt', `${first}\n`)
    await room.translate(other, 'fr', { [first]: 'Libres, égaux.' })
    await room.publish(documentId, `${second}\n`)
    await room.publish(other, `${second}\n`)
    await declare(first)
    expect(await room.state(other)).toEqual([`${second} · translated · Libres, égaux.`])
    expect((await readProgress(room.db.read, [other])).get(other)).toEqual(await countUnits(room.db.read, other))
  })

  test('is refused for a wording that the unit never had', async () => {
    await room.importText('other.txt', 'Something else.\n')
    await expect(declare('Something else.')).rejects.toMatchObject({ code: 'invalid-input', details: { field: 'earlierWordingId' } })
    await expect(declare(first)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('is for source managers', async () => {
    await room.publish(documentId, `${second}\n`)
    await expect(declare(first, {}, room.people.reviewer)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
