import type { Response } from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importDocument } from '../../server/actions/importDocument.js'
import type { AnswerOf } from '../../server/contract/index.js'
import { roles, startTestServer, type Role, type TestServer } from '../helpers/server.js'

let server: TestServer
beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.close())

type Preview = AnswerOf<'GET /documents/:document/locales/:locale/preview'>
type Differences = AnswerOf<'GET /documents/:document/locales/:locale/differences'>
type Fallbacks = AnswerOf<'GET /documents/:document/locales/:locale/fallbacks'>

const get = async <T>(path: string, role: Role = 'viewer') => (await server.agent(role).get(`/api/v1${path}`).expect(200)).body as T

/** Imports a document and translates it: text of the source → text of the target. */
async function newDocument(path: string, text: string, targets: Record<string, string>): Promise<number> {
  const { documentId } = await importDocument(server.db, server.actors.manager, { projectId: server.projectId, path, content: { text } }, { work: server.services.work })
  for (const [source, target] of Object.entries(targets)) await save(await unitOf(documentId, source), target)
  return documentId
}
async function unitOf(documentId: number, source: string) {
  const { rows } = await get<{ rows: { unitId: number; wordingId: number; source: string; target: { version: number } }[] }>(`/documents/${documentId}/locales/fr/units`)
  return rows.find((row) => row.source === source)!
}
const save = async ({ unitId, wordingId, target: { version } }: Awaited<ReturnType<typeof unitOf>>, text: string) =>
  server.agent('translator').put(`/api/v1/units/${unitId}/locales/fr`).send({ wordingId, version, text }).expect(200)
/** As if a reader had forgotten that a text stands between quotes: one that is written there then ends the attribute. */
const forgetQuotes = (unitId: number) => server.db.write((db) => db.updateTable('occurrence').set({ context: 'text' }).where('unit_id', '=', unitId).execute())
const fallbackOf = async (unitId: number) => (await get<{ reason: string | null }>(`/units/${unitId}/locales/fr/fallback`)).reason

/** The bytes of an answer as they came. */
function wholeBody(res: Response, done: (error: null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)))
}

const page = '<p>Before <b>it</b>.</p>\n<img src="a.png" alt="A cat">\n<p>After.</p>\n'

describe('a preview', () => {
  test('has every unit with what stands in the localized document, and why where that is the source', async () => {
    const id = await newDocument('preview.html', page, { 'After.': 'Après.' })
    const { units, ...about } = await get<Preview>(`/documents/${id}/locales/fr/preview`)
    expect(about).toMatchObject({ project: 'charter', documentId: id, path: 'preview.html', format: 'html', revision: 1, sourceLocale: 'en', checked: true, page: true })
    expect(units.map(({ source, text, exported, reason }) => [source, text, exported, reason])).toEqual([
      ['Before <1>it</1>.', 'Before <1>it</1>.', 'source', 'missing'],
      ['A cat', 'A cat', 'source', 'missing'],
      ['After.', 'Après.', 'translation', null],
    ])
    expect(units[0]).toMatchObject({ position: 0, kind: 'paragraph', codes: [{ id: 1, type: 'strong' }] })
  })

  test('of approved translations only has none that waits for approval', async () => {
    const id = await newDocument('approved.html', page, { 'After.': 'Après.' })
    const { units } = await get<Preview>(`/documents/${id}/locales/fr/preview?content=approved`)
    expect(units.map(({ exported, reason }) => [exported, reason]).at(-1)).toEqual(['source', 'translated'])
  })
})

describe('differences', () => {
  test('are the slots whose bytes change, with their places in both files', async () => {
    const id = await newDocument('bytes.html', page, { 'A cat': 'Un chat', 'After.': 'Après.' })
    const { hunks, ...sizes } = await get<Differences>(`/documents/${id}/locales/fr/differences`)
    const file = (await server.agent('manager').get(`/api/v1/documents/${id}/locales/fr/export?content=all`).buffer(true).parse(wholeBody)).body as Buffer
    const source = Buffer.from(page)
    expect(sizes).toEqual({ total: 2, sourceBytes: source.length, exportBytes: file.length, next: null })
    expect(hunks.map(({ before, after, position }) => [before, after, position])).toEqual([
      ['A cat', 'Un chat', 1],
      ['After.', 'Après.', 2],
    ])
    let end = 0
    let exportEnd = 0
    for (const hunk of hunks) {
      expect(source.subarray(end, hunk.start)).toEqual(file.subarray(exportEnd, hunk.exportStart))
      expect(source.subarray(hunk.start, hunk.end).toString()).toBe(hunk.before)
      expect(file.subarray(hunk.exportStart, hunk.exportEnd).toString()).toBe(hunk.after)
      ;({ end, exportEnd } = hunk)
    }
    expect(source.subarray(end)).toEqual(file.subarray(exportEnd))
  })

  test('come page by page', async () => {
    const id = await newDocument('pages.txt', 'One.\n\nTwo.\n\nThree.\n', { 'One.': 'Un.', 'Two.': 'Deux.', 'Three.': 'Trois.' })
    const first = await get<Differences>(`/documents/${id}/locales/fr/differences?count=2`)
    expect([first.hunks.map(({ after }) => after), first.total, first.next]).toEqual([['Un.', 'Deux.'], 3, 2])
    const second = await get<Differences>(`/documents/${id}/locales/fr/differences?count=2&from=2`)
    expect([second.hunks.map(({ after }) => after), second.next]).toEqual([['Trois.'], null])
  })
})

describe('a page', () => {
  const ask = (path: string, headers: Record<string, string> = {}) => server.agent('viewer').get(`/api/v1${path}`).set(headers).buffer(true).parse(wholeBody)

  test('of an HTML document is what an export writes, and its source as it came', async () => {
    const id = await newDocument('page.html', page, { 'After.': 'Après.' })
    const file = await server.agent('manager').get(`/api/v1/documents/${id}/locales/fr/export?content=all`).buffer(true).parse(wholeBody)
    const localized = await ask(`/documents/${id}/locales/fr/page`)
    expect(localized.body).toEqual(file.body)
    expect(localized.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(String((await ask(`/documents/${id}/locales/fr/page?side=source`)).body)).toBe(page)
    expect(String((await ask(`/documents/${id}/locales/fr/page?content=approved`)).body)).not.toContain('Après.')
  })

  test('of a Markdown document is made of what an export writes', async () => {
    const id = await newDocument('page.md', '# One\n\nTwo.\n', { One: 'Un' })
    expect(String((await ask(`/documents/${id}/locales/fr/page`)).body)).toMatch(/<html lang="fr" dir="ltr">[^]*<h1>Un<\/h1>\n<p>Two\.<\/p>/)
    expect(String((await ask(`/documents/${id}/locales/fr/page?side=source`)).body)).toMatch(/<html lang="en" dir="ltr">[^]*<h1>One<\/h1>/)
  })

  test('may do nothing: no script, no form, no file from anywhere, and only pages of ours may frame it', async () => {
    const id = await newDocument('headers.html', page, {})
    for (const side of ['source', 'localized']) {
      const { headers } = await ask(`/documents/${id}/locales/fr/page?side=${side}`, { 'Sec-Fetch-Dest': 'iframe' })
      expect(headers).toMatchObject({
        'content-security-policy':
          "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
        'x-frame-options': 'SAMEORIGIN',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      expect(headers).not.toHaveProperty('content-disposition')
    }
  })

  test('is a download for whoever opens its address outside of a frame', async () => {
    const id = await newDocument('outside.html', page, {})
    const { headers } = await ask(`/documents/${id}/locales/fr/page`, { 'Sec-Fetch-Dest': 'document' })
    expect(headers['content-disposition']).toBe('attachment; filename=outside.fr.html')
  })

  test('is not there for formats that browsers do not show; a frame says so in words', async () => {
    const id = await newDocument('none.txt', 'One.\n', {})
    expect((await get<Preview>(`/documents/${id}/locales/fr/preview`)).page).toBe(false)
    const path = `/api/v1/documents/${id}/locales/fr/page`
    const refused = await server.agent('viewer').get(path).expect(422)
    expect(refused.body).toMatchObject({ error: { code: 'page-unavailable' } })
    const framed = await server.agent('viewer').get(path).set('Sec-Fetch-Dest', 'iframe').expect(422)
    expect([framed.headers['content-type'], framed.text]).toEqual(['text/plain; charset=utf-8', 'Documents of this format cannot be shown as a page.'])
    expect(framed.headers['x-frame-options']).toBe('SAMEORIGIN')
  })
})

describe('a translation that would break the document', () => {
  test('is saved as it was written; its unit says so, and so do the document and the preview', async () => {
    const id = await newDocument('broken.html', page, { 'After.': 'Après.' })
    const cat = await unitOf(id, 'A cat')
    await forgetQuotes(cat.unitId)
    expect(await fallbackOf(cat.unitId)).toBe(null)
    await save(cat, 'Un "chat"')
    expect(await fallbackOf(cat.unitId)).toBe('structure')
    expect((await get<Fallbacks>(`/documents/${id}/locales/fr/fallbacks`)).fallbacks).toEqual([{ unitId: cat.unitId, position: 1, exported: 'source', reason: 'structure' }])
    const { units } = await get<Preview>(`/documents/${id}/locales/fr/preview`)
    expect(units.map(({ text, reason }) => [text, reason])).toEqual([
      ['Before <1>it</1>.', 'missing'],
      ['A cat', 'structure'],
      ['Après.', null],
    ])
    await save(await unitOf(id, 'A cat'), 'Un chat')
    expect(await fallbackOf(cat.unitId)).toBe(null)
    expect((await get<Fallbacks>(`/documents/${id}/locales/fr/fallbacks`)).fallbacks).toEqual([])
  })
})

test.each(roles)('who may see the project may see all of it: %s', async (role) => {
  const id = await newDocument(`${role}.html`, page, {})
  const { unitId } = await unitOf(id, 'A cat')
  const paths = [...['preview', 'page', 'differences', 'fallbacks'].map((what) => `/documents/${id}/locales/fr/${what}`), `/units/${unitId}/locales/fr/fallback`]
  const statuses = await Promise.all(paths.map(async (path) => (await server.agent(role).get(`/api/v1${path}`)).status))
  expect(new Set(statuses)).toEqual(new Set([role === 'nobody' ? 401 : role === 'outsider' ? 404 : 200]))
})
