import { afterEach, beforeEach, expect, test } from 'vitest'
import { previewRevision } from '../../server/actions/previewRevision.js'
import { publishRevision } from '../../server/actions/publishRevision.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

let room: Newsroom
beforeEach(async () => void (room = await openNewsroom()))
afterEach(() => room.close())

const first = 'All human beings are born free and equal in dignity and rights.'
const second = 'Everyone has the right to life, liberty and security of person.'
const third = 'No one shall be held in slavery or servitude.'
const edited = 'Everyone has the right to life, freedom and security of person.'
const paragraphs = (...texts: string[]) => `${texts.join('\n\n')}\n`

async function translated(): Promise<number> {
  const document = await room.importText('charter.txt', paragraphs(first, second, third))
  await room.translate(document, 'fr', { [first]: 'Premier', [second]: 'Deuxième', [third]: 'Troisième' })
  await room.translate(document, 'ar', { [second]: 'ثانيًا' })
  return document
}

const preview = (documentId: number, text: string) => previewRevision(room.db, room.people.manager, { documentId, content: { text } }, { work: room.work })

test('a preview says what changed, by how much, and which translations it makes stale', async () => {
  const document = await translated()
  const impact = await preview(document, paragraphs(third, first, edited, 'Marriage shall be entered into freely.'))
  expect(impact).toMatchObject({
    base: 1,
    units: 4,
    summary: { same: 1, edited: 1, moved: 1, added: 1, removed: 0, split: 0, merged: 0 },
    stale: { fr: { units: 1, words: 11 }, ar: { units: 1, words: 11 } },
    restored: {},
  })
  expect(impact.changes.map(({ kind, staleLocales, grade }) => [kind, staleLocales, grade.level])).toEqual([
    ['moved', 0, 'none'],
    ['edited', 2, 'minor'],
    ['added', 0, 'major'],
  ])
  expect(impact.changes[1]).toMatchObject({
    old: [{ position: 1, text: second }],
    new: [{ position: 2, text: edited }],
    diff: [
      { type: 'same', text: 'Everyone has the right to life, ' },
      { type: 'deleted', text: 'liberty' },
      { type: 'inserted', text: 'freedom' },
      { type: 'same', text: ' and security of person.' },
    ],
  })
})

test('translations that are stale already do not become stale', async () => {
  const document = await translated()
  await room.publish(document, paragraphs(first, edited, third))
  const impact = await preview(document, paragraphs(first, 'Everyone has the right to life, freedom and peace of person.', third))
  expect(impact.stale).toEqual({})
})

test('translations of earlier wordings are restored, those of removed units too', async () => {
  const document = await translated()
  await room.publish(document, paragraphs(first, edited))
  const impact = await preview(document, paragraphs(first, second, third, 'And a last word that is new.'))
  expect(impact.restored).toEqual({ fr: { units: 2, words: 11 + 9 }, ar: { units: 1, words: 11 } })
  expect(impact.stale).toEqual({})
})

test('a preview says exactly what publishing then does', async () => {
  const document = await translated()
  const text = paragraphs(third, first, edited)
  const impact = await preview(document, text)
  await room.publish(document, text)
  for (const locale of ['fr', 'ar']) expect((await room.units(document, locale)).filter((unit) => unit.status === 'stale').length).toBe(impact.stale[locale]?.units)
})

test('a preview publishes nothing, and keeps the bytes to be published by their hash', async () => {
  const document = await translated()
  const before = await room.state(document)
  const impact = await preview(document, paragraphs(first, edited, third))
  expect(await room.state(document)).toEqual(before)
  await publishRevision(room.db, room.people.manager, { documentId: document, base: impact.base, content: { upload: impact.upload } }, { work: room.work })
  expect((await room.state(document))[1]).toBe(`${edited} · stale · Deuxième`)
})

test('only source managers preview', async () => {
  const document = await translated()
  const input = { documentId: document, content: { text: first } }
  await expect(previewRevision(room.db, room.people.translator, input, { work: room.work })).rejects.toMatchObject({ code: 'forbidden' })
})
