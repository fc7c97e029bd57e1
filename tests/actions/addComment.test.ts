import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addComment, type CommentToAdd } from '../../server/actions/addComment.js'
import { resolveComment } from '../../server/actions/resolveComment.js'
import type { LiveMessage } from '../../server/store/live.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

let room: Newsroom
let documentId: number
let unitId: number
let messages: LiveMessage[]
beforeEach(async () => {
  room = await openNewsroom()
  documentId = await room.importText('rights.txt', 'All human beings are born free.\n\nNo one shall be held in slavery.\n')
  unitId = (await room.units(documentId))[0]?.unitId ?? 0
  messages = []
  room.db.live.subscribe((message) => messages.push(message))
})
afterEach(() => room.close())

const say = (body: string, more: Partial<CommentToAdd> = {}) => addComment(room.db, room.people.translator, { unitId, locale: 'fr', parentId: null, body, ...more })
const resolve = (commentId: number, resolved = true) => resolveComment(room.db, room.people.reviewer, { commentId, resolved })
const open = async (locale: string) => (await room.units(documentId, locale)).map((unit) => unit.comments)
const told = () => messages.filter(({ event }) => event === 'comment').map(({ data }) => data)

describe('a comment', () => {
  test('on a language is open in that one, on all languages in each', async () => {
    await say('Free from what?')
    expect([await open('fr'), await open('ar')]).toEqual([
      [1, 0],
      [0, 0],
    ])
    await say('Quoted from the charter.', { locale: null })
    expect([await open('fr'), await open('ar')]).toEqual([
      [2, 0],
      [1, 0],
    ])
  })

  test('is told at once to the project, with how many threads are open in each language that it concerns', async () => {
    await say('Free from what?')
    await say('Quoted from the charter.', { locale: null })
    expect(told()).toEqual([
      { documentId, unitId, locale: 'fr', open: 1 },
      { documentId, unitId, locale: 'ar', open: 1 },
      { documentId, unitId, locale: 'fr', open: 2 },
    ])
  })

  test('that answers belongs to the thread and its language, however deep it was written', async () => {
    const question = await say('Free from what?')
    const answer = await say('From everything.', { parentId: question.id, locale: null })
    const thanks = await say('Thanks.', { parentId: answer.id })
    expect([answer, thanks]).toMatchObject([
      { parentId: question.id, locale: 'fr' },
      { parentId: question.id, locale: 'fr' },
    ])
    expect(await open('fr')).toEqual([1, 0])
  })

  test('cannot answer one on another unit', async () => {
    const question = await say('Free from what?')
    const other = (await room.units(documentId))[1]
    await expect(say('From this.', { unitId: other?.unitId, parentId: question.id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is kept as it was written', async () => {
    const body = '<script>alert(1)</script> {count} \u202e\n**bold** 👩‍👩‍👧‍👦'
    expect((await say(body)).body).toBe(body)
  })

  test('is not for people who only view, and not on a language that is not a target', async () => {
    await expect(addComment(room.db, room.people.viewer, { unitId, locale: 'fr', parentId: null, body: 'Hm.' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(say('Hm.', { locale: 'nl' })).rejects.toMatchObject({ code: 'locale-unknown' })
  })
})

describe('a thread', () => {
  test('is resolved by any of its comments, and can be opened again', async () => {
    const question = await say('Free from what?')
    const answer = await say('From everything.', { parentId: question.id })
    const resolved = await resolve(answer.id)
    expect(resolved).toMatchObject({ id: question.id, body: 'Free from what?' })
    expect(resolved.resolvedAt).not.toBeNull()
    expect(await open('fr')).toEqual([0, 0])
    expect((await resolve(question.id, false)).resolvedAt).toBeNull()
    expect(await open('fr')).toEqual([1, 0])
    expect(told().slice(-2)).toEqual([
      { documentId, unitId, locale: 'fr', open: 0 },
      { documentId, unitId, locale: 'fr', open: 1 },
    ])
  })

  test('resolved twice keeps when it first was', async () => {
    const question = await say('Free from what?')
    const first = await resolve(question.id)
    expect(await resolve(question.id)).toEqual(first)
    expect(told()).toHaveLength(2)
  })
})
