import { afterAll, beforeEach, expect, test } from 'vitest'
import { importDocument } from '../../server/actions/importDocument.js'
import type { UnitRow } from '../../server/contract/unit.js'
import { startTestServer, type Role, type TestServer } from '../helpers/server.js'

const text = `All human beings are born free and equal.

They are endowed with [reason and conscience](reason.md).
`

let server: TestServer
let documentId: number
let count = 0
beforeEach(async () => {
  server ??= await startTestServer()
  const content = { path: `declaration-${count++}.md`, content: { text } }
  documentId = (await importDocument(server.db, server.actors.manager, { projectId: server.projectId, ...content }, { work: server.services.work })).documentId
})
afterAll(() => server.close())

const rows = async (): Promise<UnitRow[]> => (await server.agent('viewer').get(`/api/v1/documents/${documentId}/locales/fr/units`).expect(200)).body.rows
const recut = async (role: Role, position: number, act: 'split' | 'join', body: object) =>
  server
    .agent(role)
    .post(`/api/v1/units/${(await rows())[position]!.unitId}/${act}`)
    .send(body)

test('a manager splits a unit and joins it again; each is a revision', async () => {
  const split = await recut('manager', 0, 'split', { at: 'All human beings'.length, base: 1 })
  expect(split.status).toBe(200)
  expect(split.body).toEqual({ revision: 2, units: (await rows()).slice(0, 2).map(({ unitId }) => unitId), stale: {} })
  expect((await rows()).map(({ source }) => source).slice(0, 2)).toEqual(['All human beings', 'are born free and equal.'])
  expect((await recut('manager', 0, 'join', { base: 2 })).body).toMatchObject({ revision: 3 })
  expect((await rows()).map(({ source }) => source)[0]).toBe('All human beings are born free and equal.')
})

test('a piece says which unit it was split off from, and a joined unit what became its end', async () => {
  const detail = async (position: number) =>
    (
      await server
        .agent('viewer')
        .get(`/api/v1/units/${(await rows())[position]!.unitId}/locales/fr`)
        .expect(200)
    ).body
  await recut('manager', 0, 'split', { at: 'All human beings'.length, base: 1 })
  const first = (await rows())[0]!.unitId
  expect(await detail(0)).toMatchObject({ splitFrom: null, joinedWith: null })
  expect(await detail(1)).toMatchObject({ splitFrom: { unitId: first, position: 0 }, joinedWith: null })
  await recut('manager', 0, 'join', { base: 2 })
  expect(await detail(0)).toMatchObject({ splitFrom: null, joinedWith: 'are born free and equal.' })
})

test('each piece of a split unit is offered its sentences of the old translation; all of it where they cannot be told', async () => {
  const save = async (position: number, text: string) => {
    const { unitId, wordingId, target } = (await rows())[position]!
    await server.agent('translator').put(`/api/v1/units/${unitId}/locales/fr`).send({ wordingId, version: target.version, text }).expect(200)
  }
  const content = { path: 'sentences.txt', content: { text: 'Be free. Be equal.\n\nBe kind. Be brave.\n' } }
  documentId = (await importDocument(server.db, server.actors.manager, { projectId: server.projectId, ...content }, { work: server.services.work })).documentId
  await save(0, 'Sois libre. Sois égal.')
  await save(1, 'Sois bon et courageux.')
  await recut('manager', 1, 'split', { at: 'Be kind.'.length, base: 1 })
  await recut('manager', 0, 'split', { at: 'Be free.'.length, base: 2 })
  expect((await rows()).map(({ source, target, inherited }) => [source, target.text, inherited])).toEqual([
    ['Be free.', 'Sois libre. Sois égal.', 'Sois libre.'],
    ['Be equal.', '', 'Sois égal.'],
    ['Be kind.', 'Sois bon et courageux.', null],
    ['Be brave.', '', 'Sois bon et courageux.'],
  ])
})

test.each<[string, number, 'split' | 'join', object, number, string]>([
  ['a place inside of a link', 1, 'split', { at: 'They are endowed with <1>reason'.length, base: 1 }, 422, 'split-misplaced'],
  ['a piece without words', 0, 'split', { at: 'All human beings are born free and equal'.length, base: 1 }, 422, 'split-empty'],
  ['a place behind the end', 0, 'split', { at: 900, base: 1 }, 422, 'split-misplaced'],
  ['no place', 0, 'split', { base: 1 }, 400, 'invalid-input'],
  ['units of two paragraphs', 0, 'join', { base: 1 }, 422, 'units-apart'],
  ['the last unit', 1, 'join', { base: 1 }, 422, 'units-apart'],
  ['another revision than the current one', 0, 'split', { at: 9, base: 2 }, 409, 'revision-conflict'],
])('%s is refused', async (_, position, act, body, status, code) => {
  const answer = await recut('manager', position, act, body)
  expect([answer.status, answer.body.error.code]).toEqual([status, code])
  expect(await rows()).toHaveLength(2)
})

test.each<[Role, number]>([
  ['viewer', 403],
  ['translator', 403],
  ['reviewer', 403],
  ['administrator', 200],
])('a %s of one language is answered with %i', async (role, status) => {
  expect((await recut(role, 0, 'split', { at: 4, base: 1 })).status).toBe(status)
})
