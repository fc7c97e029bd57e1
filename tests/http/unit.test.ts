import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importDocument } from '../../server/actions/importDocument.js'
import { publishRevision } from '../../server/actions/publishRevision.js'
import type { AnswerOf } from '../../server/contract/index.js'
import type { UnitRow } from '../../server/contract/unit.js'
import { unitKinds } from '../../server/document/unit.js'
import { statuses } from '../../server/workflow/status.js'
import { startTestServer, type Role, type TestServer } from '../helpers/server.js'

const text = `# Universal Declaration

All human beings are born **free** and equal.

- Everyone has the right to life, liberty and security of person.
`

let server: TestServer
let documentId: number
let path: string
beforeAll(async () => {
  server = await startTestServer()
  const imported = await importDocument(
    server.db,
    server.actors.manager,
    { projectId: server.projectId, path: 'declaration.md', content: { text } },
    { work: server.services.work },
  )
  documentId = imported.documentId
  path = `/api/v1/documents/${documentId}/locales/fr`
})
afterAll(() => server.close())

const rows = async (role: Role = 'viewer', locale = 'fr'): Promise<UnitRow[]> =>
  (await server.agent(role).get(`/api/v1/documents/${documentId}/locales/${locale}/units`).expect(200)).body.rows
const rowAt = async (position: number): Promise<UnitRow> => {
  const row = (await rows())[position]
  if (!row) throw new Error('No such unit')
  return row
}
const put = (role: Role, row: UnitRow, body: object, locale = 'fr') =>
  server
    .agent(role)
    .put(`/api/v1/units/${row.unitId}/locales/${locale}`)
    .send({ wordingId: row.wordingId, version: row.target.version, ...body })

describe('the outline', () => {
  const outline = async (role: Role) => (await server.agent(role).get(path).expect(200)).body as AnswerOf<'GET /documents/:document/locales/:locale'>

  test('has every unit in a column for each thing that a list needs', async () => {
    const { units, ...document } = await outline('viewer')
    expect(document).toMatchObject({
      project: 'charter',
      documentId,
      path: 'declaration.md',
      sourceLocale: 'en',
      locale: 'fr',
      revision: 1,
      approvalsRequired: 1,
      selfApproval: false,
    })
    expect(units.kind.map((index) => unitKinds[index])).toEqual(['heading', 'paragraph', 'list-item'])
    expect(units.status.map((index) => statuses[index])).toEqual(['missing', 'missing', 'missing'])
    expect(units.id).toEqual((await rows()).map((row) => row.unitId))
    expect(new Set(Object.values(units).map((column) => column.length))).toEqual(new Set([3]))
  })

  test.each<[Role, object]>([
    ['viewer', { translate: false, review: false, comment: false, export: true, segment: false }],
    ['translator', { translate: true, review: false, comment: true, export: true, segment: false }],
    ['otherTranslator', { translate: false, review: false, comment: true, export: true, segment: false }],
    ['reviewer', { translate: true, review: true, comment: true, export: true, segment: false }],
    ['manager', { translate: true, review: true, comment: true, export: true, segment: true }],
    ['administrator', { translate: true, review: true, comment: true, export: true, segment: true }],
  ])('says what a %s may do', async (role, may) => {
    expect((await outline(role)).may).toEqual(may)
  })
})

describe('a row', () => {
  test('has the source with numbered codes, and what they stand for', async () => {
    expect(await rowAt(1)).toMatchObject({
      source: 'All human beings are born <1>free</1> and equal.',
      codes: [{ id: 1, type: 'strong', open: '**', close: '**' }],
      words: 8,
      target: { translationId: null, text: '', version: 0, status: 'missing', author: null, savedAt: null },
      stale: null,
      inherited: null,
      rejection: null,
      comments: 0,
    })
  })

  test('is answered alone with its history', async () => {
    const row = await rowAt(2)
    const { body } = await server.agent('viewer').get(`/api/v1/units/${row.unitId}/locales/fr`).expect(200)
    expect(body).toEqual({ row, history: [], comments: [], lastApproved: null, splitFrom: null, joinedWith: null, repair: null })
  })

  test('is not there for a unit that is not', async () => {
    await server.agent('manager').get('/api/v1/units/999999/locales/fr').expect(404)
    await server
      .agent('manager')
      .get(`/api/v1/units/${(await rowAt(0)).unitId}/locales/nl`)
      .expect(404)
  })
})

describe('who saves', () => {
  test.each<[Role, number]>([
    ['nobody', 401],
    ['outsider', 404],
    ['viewer', 403],
    ['otherTranslator', 403],
    ['translator', 200],
    ['reviewer', 200],
    ['manager', 200],
    ['administrator', 200],
  ])('%s: %i', async (role, status) => {
    const row = await rowAt(0)
    const { body } = await put(role, row, { text: `Déclaration, selon ${role}` }).expect(status)
    expect(await rowAt(0)).toEqual(status === 200 ? body : row)
  })
})

test('a conflict answers 409 with both sides: what is saved, beside what was sent', async () => {
  const seen = await rowAt(2)
  await put('reviewer', seen, { text: 'Le texte de la réviseuse.' }).expect(200)
  const { body } = await put('translator', seen, { text: 'Le texte du traducteur.' }).expect(409)
  expect(body.error).toMatchObject({ code: 'translation-conflict', data: { current: await rowAt(2) } })
  expect(body.error.message).toContain('Somebody else saved')
})

test('a broken code answers 422 and names it in the language of the person', async () => {
  const row = await rowAt(1)
  const { body } = await put('translator', row, { text: 'Libres et égaux.' }).set('Accept-Language', 'es').expect(422)
  expect(body.error).toMatchObject({ code: 'codes-broken', details: { problem: 'missing', code: '<1>' }, message: 'Falta el código <1> en la traducción.' })
})

test.each([
  ['a text that is too long', { text: 'x'.repeat(200_001) }],
  ['a text that is none', { text: 7 }],
  ['a version below zero', { text: 'x', version: -1 }],
  ['an origin that nobody knows', { text: 'x', origin: 'oracle' }],
])('%s answers 400', async (_what, body) => {
  await put('translator', await rowAt(1), body).expect(400)
})

describe('verdicts', () => {
  const judge = (role: Role, body: object) => server.agent(role).post(`${path}/verdicts`).send(body)

  test.each<[Role, number]>([
    ['nobody', 401],
    ['outsider', 404],
    ['viewer', 403],
    ['translator', 403],
    ['otherTranslator', 403],
    ['reviewer', 200],
    ['manager', 200],
    ['administrator', 200],
  ])('by %s: %i', async (role, status) => {
    await put('translator', await rowAt(1), { text: `Nés <1>libres</1>, dit-on à ${role}.` }).expect(200)
    const { unitId, target } = await rowAt(1)
    await judge(role, { kind: 'approve', items: [{ unitId, translationId: target.translationId }] }).expect(status)
    expect((await rowAt(1)).target.status).toBe(status === 200 ? 'approved' : 'translated')
  })

  test('that cannot be given are listed with the reason, in the language of the person', async () => {
    const row = await rowAt(1)
    await put('reviewer', row, { text: 'Nés <1>libres</1>.' }).expect(200)
    const { unitId, target } = await rowAt(1)
    const { body } = await judge('reviewer', { kind: 'approve', items: [{ unitId, translationId: target.translationId }] })
      .set('Accept-Language', 'ar')
      .expect(200)
    expect(body).toEqual({ rows: [], refused: [{ unitId, code: 'own-translation', message: 'في هذا المشروع لا يعتمد أحد ترجمته بنفسه.' }] })
  })

  test('that reject need a note', async () => {
    const { unitId, target } = await rowAt(1)
    const { body } = await judge('manager', { kind: 'reject', items: [{ unitId, translationId: target.translationId }] }).expect(422)
    expect(body.error.code).toBe('note-required')
  })
})

describe('comments', () => {
  test.each<[Role, number]>([
    ['nobody', 401],
    ['outsider', 404],
    ['viewer', 403],
    ['translator', 201],
    ['otherTranslator', 201],
    ['manager', 201],
  ])('by %s: %i', async (role, status) => {
    const { unitId } = await rowAt(0)
    await server.agent(role).post(`/api/v1/units/${unitId}/comments`).send({ locale: 'fr', body: 'Is this right?' }).expect(status)
  })

  test('are resolved, which is seen in the row', async () => {
    const { unitId } = await rowAt(2)
    const { body } = await server.agent('translator').post(`/api/v1/units/${unitId}/comments`).send({ locale: null, body: 'Whose life?' }).expect(201)
    expect((await rowAt(2)).comments).toBe(1)
    await server.agent('viewer').patch(`/api/v1/comments/${body.id}`).send({ resolved: true }).expect(403)
    await server.agent('reviewer').patch(`/api/v1/comments/${body.id}`).send({ resolved: true }).expect(200)
    expect((await rowAt(2)).comments).toBe(0)
  })
})

test('a changed source shows what changed and how much, until somebody says that the translation is still valid', async () => {
  const before = await rowAt(2)
  const input = { documentId, base: 1, content: { text: text.replace('right to life', 'right to a life') } }
  await publishRevision(server.db, server.actors.manager, input, { work: server.services.work })
  const stale = await rowAt(2)
  expect(stale).toMatchObject({ unitId: before.unitId, target: { status: 'stale', text: before.target.text }, stale: { oldText: before.source, grade: { level: 'minor' } } })
  expect(stale.stale?.diff.filter(({ type }) => type === 'inserted').map((part) => part.text.trim())).toEqual(['a'])
  const said = { wordingId: stale.wordingId, version: stale.target.version }
  await server.agent('viewer').post(`/api/v1/units/${stale.unitId}/locales/fr/still-valid`).send(said).expect(403)
  const { body } = await server.agent('translator').post(`/api/v1/units/${stale.unitId}/locales/fr/still-valid`).send(said).expect(200)
  expect(body).toMatchObject({ stale: null, target: { status: 'translated', text: before.target.text } })
})

test('only source managers say that a change left the meaning as it was', async () => {
  const row = await rowAt(2)
  const { body } = await server.agent('manager').get(`/api/v1/units/${row.unitId}/locales/fr`).expect(200)
  const earlier = body.history.find((it: { wordingId: number }) => it.wordingId !== row.wordingId).wordingId as number
  const declared = { unitId: row.unitId, earlierWordingId: earlier, reason: 'An article.' }
  await server.agent('reviewer').post(`/api/v1/documents/${documentId}/equivalences`).send(declared).expect(403)
  await server.agent('manager').post(`/api/v1/documents/${documentId}/equivalences`).send(declared).expect(204)
})
