import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveTranslation } from '../../server/actions/saveTranslation.js'
import { startTestServer, type TestServer } from '../helpers/server.js'

let server: TestServer
beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.close())

const api = '/api/v1'
const charter = `${api}/projects/charter`

const make = (body: object) => server.agent('administrator').post(`${api}/projects`).send(body)

describe('a new project', () => {
  test('gets an address from its name, settings that were not named, and its maker as source manager', async () => {
    const { status, body } = await make({ name: 'Déclaration universelle !', sourceLocale: 'EN', locales: ['pt_br', 'zh-hans', 'pt-BR', 'en'] })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      slug: 'declaration-universelle',
      sourceLocale: 'en',
      locales: ['pt-BR', 'zh-Hans'],
      settings: { segmentation: 'block', approvalsRequired: 1, selfApproval: false },
      documentList: [],
      may: { manage: true, translate: ['pt-BR', 'zh-Hans'] },
    })
    expect((await make({ name: 'Déclaration universelle', sourceLocale: 'en', locales: [] })).body).toMatchObject({ slug: 'declaration-universelle-2' })
    expect((await make({ name: '宣言', sourceLocale: 'en', locales: [] })).body).toMatchObject({ slug: 'project' })
  })

  test('is refused at an address that is taken', async () => {
    const { status, body } = await make({ name: 'Another', slug: 'charter', sourceLocale: 'en', locales: [] })
    expect([status, (body as { error: { code: string } }).error.code]).toEqual([409, 'slug-taken'])
  })

  test('is refused at an address of the program itself, and gets a free one from such a name', async () => {
    const { status, body } = await make({ name: 'Another', slug: 'people', sourceLocale: 'en', locales: [] })
    expect([status, (body as { error: { code: string } }).error.code]).toEqual([409, 'slug-reserved'])
    expect((await make({ name: 'New', sourceLocale: 'en', locales: [] })).body).toMatchObject({ slug: 'new-2' })
  })

  test.each(['xx-Klingon!', 'zz', 'english', '../fr'])('is refused for %s, which is no language', async (locale) => {
    const { status, body } = await make({ name: 'Another', sourceLocale: 'en', locales: ['fr', locale] })
    expect(status).toBe(422)
    expect(body).toMatchObject({ error: { code: 'locale-unknown', details: { locale } } })
  })

  test('is made by administrators and managers of the installation only', async () => {
    expect((await server.agent('manager').post(`${api}/projects`).send({ name: 'Mine', sourceLocale: 'en', locales: [] })).status).toBe(403)
  })
})

test('people see the projects that they have a role in, administrators all', async () => {
  const slugs = async (role: 'viewer' | 'outsider' | 'administrator') =>
    ((await server.agent(role).get(`${api}/projects`)).body as { slug: string }[]).map((project) => project.slug)
  expect(await slugs('viewer')).toEqual(['charter'])
  expect(await slugs('outsider')).toEqual(['almanac'])
  expect(await slugs('administrator')).toEqual(expect.arrayContaining(['almanac', 'charter']))
  expect((await server.agent('outsider').get(charter)).status).toBe(404)
})

test('a project shows its documents with progress by language, and sums them up', async () => {
  const manager = server.agent('manager')
  await manager.post(`${charter}/documents`).send({ path: 'a.txt', content: { text: 'One word here.\n' } })
  const { body } = await manager.post(`${charter}/documents`).send({ path: 'b.txt', content: { text: 'Two.\n\nThree.\n' } })
  const { id } = body as { id: number }
  const project = (await server.agent('translator').get(charter)).body as unknown
  expect(project).toMatchObject({
    documents: 2,
    progress: { fr: { missing: { units: 3, words: 5 } }, de: { missing: { units: 3 } }, ar: { missing: { units: 3 } } },
    documentList: [
      { path: 'a.txt', units: 1, words: 3, progress: { fr: { missing: { units: 1 } } } },
      { path: 'b.txt', units: 2 },
    ],
    may: { manage: false, comment: true, export: true, translate: ['fr'], review: [] },
  })
  await manager.patch(`${api}/documents/${id}`).send({ archived: true })
  expect((await server.agent('viewer').get(charter)).body).toMatchObject({ documents: 1, progress: { fr: { missing: { units: 1 } } } })
  await manager.patch(`${api}/documents/${id}`).send({ archived: false })
})

describe('the languages of a project', () => {
  test('can go and come back, and the translations with them', async () => {
    const manager = server.agent('manager')
    const { body } = await manager.post(`${charter}/documents`).send({ path: 'c.txt', content: { text: 'Kept.\n' } })
    const { id } = body as { id: number }
    const { rows } = (await manager.get(`${api}/documents/${id}/locales/fr/units`)).body as { rows: { unitId: number; wordingId: number }[] }
    const unit = rows[0] ?? { unitId: 0, wordingId: 0 }
    await saveTranslation(server.db, server.actors.translator, { ...unit, locale: 'fr', text: 'Gardé.', version: 0, origin: 'human' })
    expect((await manager.patch(charter).send({ locales: ['de', 'sw'] })).body).toMatchObject({ locales: ['de', 'sw'], progress: { sw: { missing: { units: 4 } } } })
    expect(Object.keys(((await manager.get(charter)).body as { progress: object }).progress).toSorted()).toEqual(['de', 'sw'])
    expect((await manager.get(`${api}/documents/${id}/locales/fr/units`)).status).toBe(404)
    const back = await manager.patch(charter).send({ locales: ['fr', 'de', 'ar'] })
    expect(back.body).toMatchObject({ progress: { fr: { translated: { units: 1 }, missing: { units: 3 } } } })
  })

  test('are changed by source managers only', async () => {
    for (const role of ['viewer', 'translator', 'reviewer'] as const) expect((await server.agent(role).patch(charter).send({ locales: [] })).status).toBe(403)
  })
})

test('how many approvals are needed counts at once', async () => {
  const manager = server.agent('manager')
  expect((await manager.patch(charter).send({ settings: { approvalsRequired: 0 } })).body).toMatchObject({ progress: { fr: { approved: { units: 1 }, translated: { units: 0 } } } })
  expect((await manager.patch(charter).send({ settings: { approvalsRequired: 2 } })).body).toMatchObject({
    settings: { approvalsRequired: 2, segmentation: 'block' },
    progress: { fr: { translated: { units: 1 } } },
  })
})

test('a change of one setting leaves the others as they were', async () => {
  const manager = server.agent('manager')
  await manager.patch(charter).send({ settings: { selfApproval: true, frontMatter: ['summary'] } })
  expect((await manager.patch(charter).send({ settings: { approvalsRequired: 2 } })).body).toMatchObject({ settings: { selfApproval: true, frontMatter: ['summary'] } })
})

test('limits of checks stand in the settings, none where nothing is to be asked', async () => {
  const manager = server.agent('manager')
  expect((await manager.get(charter)).body).toMatchObject({ settings: { checks: { readingSpeed: 20, lineLength: 42, lineCount: 2 } } })
  const checks = { readingSpeed: 17, lineLength: null, lineCount: 3 }
  expect((await manager.patch(charter).send({ settings: { checks } })).body).toMatchObject({ settings: { checks } })
  expect((await manager.patch(charter).send({ settings: { checks: { ...checks, lineCount: 0 } } })).status).toBe(400)
})

test('rules for addresses stand in the settings; none without a beginning', async () => {
  const manager = server.agent('manager')
  const links = [{ from: '/en/', to: '/{locale}/', locales: ['fr'] }]
  expect((await manager.patch(charter).send({ settings: { links } })).body).toMatchObject({ settings: { links } })
  expect((await manager.patch(charter).send({ settings: { links: [{ from: '', to: '' }] } })).status).toBe(400)
})

test('a project is archived and restored', async () => {
  const manager = server.agent('manager')
  expect((await manager.patch(charter).send({ archived: true })).body).toMatchObject({ archivedAt: expect.any(String) as string })
  expect((await manager.patch(charter).send({ archived: false })).body).toMatchObject({ archivedAt: null })
})

test('a project is exported as a zip', async () => {
  const answer = await server.agent('viewer').get(`${charter}/export?content=all`).buffer()
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('application/zip')
  expect(answer.headers['content-disposition']).toBe('attachment; filename=charter.zip')
})

test('settings that are not named stay as they are', async () => {
  const manager = server.agent('manager')
  await manager.patch(charter).send({ settings: { frontMatter: ['summary'], selfApproval: true } })
  expect((await manager.patch(charter).send({ settings: { approvalsRequired: 1 } })).body).toMatchObject({
    settings: { frontMatter: ['summary'], selfApproval: true, approvalsRequired: 1 },
  })
})

describe('rules for some documents', () => {
  const formatRules = [{ files: 'docs/**/*.md', segmentation: 'sentence', frontMatter: ['title'] }, { files: '*.txt' }]

  test('are settings like others', async () => {
    const manager = server.agent('manager')
    expect((await manager.patch(charter).send({ settings: { formatRules } })).body).toMatchObject({ settings: { formatRules } })
    expect((await server.agent('viewer').get(charter)).body).toMatchObject({ settings: { formatRules } })
  })

  test('are refused where they say nothing that can be understood, with the field', async () => {
    for (const rule of [{ segmentation: 'sentence' }, { files: '  ' }, { files: '*', segmentation: 'word' }, { files: '*', srx: { name: 'a.srx', sha256: 'x' } }]) {
      const { status, body } = await server
        .agent('manager')
        .patch(charter)
        .send({ settings: { formatRules: [rule] } })
      expect([status, (body as { error: { code: string; details: { field: string } } }).error.details.field]).toEqual([
        400,
        expect.stringMatching(/^body\.settings\.formatRules\.0\./),
      ])
    }
  })

  test('are made by source managers only', async () => {
    for (const role of ['viewer', 'translator', 'reviewer'] as const) expect((await server.agent(role).patch(charter).send({ settings: { formatRules } })).status).toBe(403)
  })
})
