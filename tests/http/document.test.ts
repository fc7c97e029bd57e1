import type { Response } from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../helpers/server.js'

let server: TestServer
beforeAll(async () => void (server = await startTestServer({ uploadLimit: 3 * 1024 * 1024 })))
afterAll(() => server.close())

const api = '/api/v1'
const project = `${api}/projects/charter`

const upload = async (bytes: Buffer) => server.agent('manager').post(`${project}/uploads`).set('Content-Type', 'application/octet-stream').send(bytes)

/** Sends bytes and imports them; answers what the import answers. */
async function importBytes(path: string, bytes: Buffer) {
  const { body } = await upload(bytes)
    .then((answer) => answer.body as { sha256: string })
    .then((body) => ({ body }))
  return server
    .agent('manager')
    .post(`${project}/documents`)
    .send({ path, content: { upload: body.sha256 } })
}

const importText = (path: string, text: string) => server.agent('manager').post(`${project}/documents`).send({ path, content: { text } })

const sources = async (documentId: number): Promise<string[]> => {
  const { body } = await server.agent('manager').get(`${api}/documents/${documentId}/locales/fr/units`)
  return (body as { rows: { source: string }[] }).rows.map((row) => row.source)
}

describe('importing', () => {
  test('answers the document with its first revision and its progress', async () => {
    const { status, body } = await importText('first.md', '# Rights\n\nEveryone has rights.\n')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      project: 'charter',
      path: 'first.md',
      title: 'Rights',
      format: 'markdown',
      revision: 1,
      revisions: [{ number: 1, units: 2, words: 4, bytes: 31, author: { name: 'The manager' } }],
      progress: { fr: { missing: { units: 2, words: 4 } }, ar: { missing: { units: 2, words: 4 } } },
      problems: [],
    })
  })

  test('of the same bytes under two names makes two documents of one upload', async () => {
    const bytes = Buffer.from('Twice the same.\n')
    expect((await importBytes('twin-1.txt', bytes)).status).toBe(201)
    expect((await importBytes('twin-2.txt', bytes)).status).toBe(201)
    const blobs = await server.db.read.selectFrom('upload').select('sha256').execute()
    expect(new Set(blobs.map((blob) => blob.sha256)).size).toBe(blobs.length)
  })

  test('under a name that is taken is refused, also when two do it at once', async () => {
    const [one, two] = await Promise.all([importText('race.txt', 'One.'), importText('race.txt', 'Two.')])
    expect([one.status, two.status].toSorted()).toEqual([201, 409])
    expect((one.status === 409 ? one : two).body).toMatchObject({ error: { code: 'path-taken', details: { path: 'race.txt' } } })
    expect(await server.db.read.selectFrom('document').where('current_revision_id', 'is', null).selectAll().execute()).toEqual([])
  })

  test.each([
    ['climbs out', '../../etc/passwd.txt', 'climbs'],
    ['climbs out inside', 'a/../../b.txt', 'climbs'],
    ['is absolute', '/etc/passwd.txt', 'absolute'],
    ['has a drive', 'C:/boot.txt', 'absolute'],
    ['has backslashes', 'a\\b.txt', 'backslash'],
    ['has control characters', 'a\u0000b.txt', 'control-character'],
    ['is blank', '  ', 'empty'],
    ['has a folder without a name', 'a//b.txt', 'emptySegment'],
  ])('under a path that %s is refused', async (_, path, reason) => {
    const { status, body } = await importText(path, 'Text.')
    expect(status).toBe(422)
    expect(body).toMatchObject({ error: { code: 'path-invalid', details: { reason } } })
  })

  test.each(['إعلان.md', '声明 (最終).md', 'it\'s <b>bold</b> & "quoted".md', '..hidden.md', '🕊️.md', 'a;b%2F..%2Fc.md', 'CON.md'])('takes any other name: %s', async (path) => {
    const { status, body } = await importText(path, '# Name\n')
    expect(status).toBe(201)
    const { id } = body as { id: number }
    const file = await server.agent('viewer').get(`${api}/documents/${id}/locales/fr/export?content=all`).buffer()
    expect(file.status).toBe(200)
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename/)
  })

  test('of an unknown format is refused, with those that are known', async () => {
    const { status, body } = await importText('image.png', 'x')
    expect(status).toBe(422)
    expect(body).toMatchObject({ error: { code: 'format-unknown', details: { path: 'image.png', extensions: expect.stringContaining('.md') as string } } })
  })

  test.each(['', ' \n\t\n'])('of nothing to translate is refused (%j)', async (text) => {
    const { status, body } = await importText('empty.txt', text)
    expect(status).toBe(422)
    expect(body).toMatchObject({ error: { code: 'document-empty' } })
  })

  test('of no bytes at all is refused when they are sent', async () => {
    const { status, body } = await upload(Buffer.alloc(0))
    expect([status, (body as { error: { code: string } }).error.code]).toEqual([422, 'document-empty'])
  })

  test('of more than the limit is refused, with the limit', async () => {
    const { status, body } = await upload(Buffer.alloc(3 * 1024 * 1024 + 1, 'a'))
    expect(status).toBe(413)
    expect(body).toMatchObject({ error: { code: 'upload-too-large', details: { limit: 3 } } })
  })

  test('of up to the limit is taken', async () => {
    expect((await upload(Buffer.alloc(3 * 1024 * 1024, 'a'))).status).toBe(201)
  })

  test('of bytes that were never sent to this project is refused', async () => {
    const { status, body } = await server
      .agent('manager')
      .post(`${project}/documents`)
      .send({ path: 'stolen.txt', content: { upload: 'a'.repeat(64) } })
    expect([status, (body as { error: { code: string } }).error.code]).toEqual([422, 'upload-unknown'])
  })

  test('of bytes that somebody sent to another project is refused', async () => {
    const bytes = Buffer.from('Secret of the almanac.')
    const { body } = await server.agent('outsider').post(`${api}/projects/almanac/uploads`).set('Content-Type', 'text/plain').send(bytes)
    const { sha256 } = body as { sha256: string }
    const answer = await server
      .agent('manager')
      .post(`${project}/documents`)
      .send({ path: 'stolen.txt', content: { upload: sha256 } })
    expect((answer.body as { error: { code: string } }).error.code).toBe('upload-unknown')
  })
})

describe('encodings', () => {
  test('bytes that are not UTF-8 are refused with the position of the first', async () => {
    const { status, body } = await importBytes('latin.txt', Buffer.from('Caf\xe9 au lait', 'latin1'))
    expect(status).toBe(422)
    expect(body).toMatchObject({ error: { code: 'encoding-invalid', details: { encoding: 'utf-8', position: 3 } } })
  })

  test.each([
    ['UTF-8 with a byte order mark', 'bom.txt', Buffer.from('\ufeffCafé au lait')],
    ['UTF-16, little end first', 'le.txt', Buffer.from('\ufeffCafé au lait', 'utf16le')],
    ['UTF-16, big end first', 'be.txt', Buffer.from('\ufeffCafé au lait', 'utf16le').swap16()],
    ['Latin-1 by declaration', 'latin.html', Buffer.from('<meta charset="iso-8859-1"><p>Café au lait</p>', 'latin1')],
  ])('%s is read, and comes back byte for byte', async (_, path, bytes) => {
    const { status, body } = await importBytes(path, bytes)
    expect(status).toBe(201)
    const { id } = body as { id: number }
    expect(await sources(id)).toEqual(['Café au lait'])
    const file = await server.agent('viewer').get(`${api}/documents/${id}/locales/fr/export`).buffer().parse(rawBytes)
    expect(Buffer.compare(file.body as Buffer, bytes)).toBe(0)
  })

  test('a declared encoding that nobody knows is refused with its name', async () => {
    const { body } = await importText('odd.html', '<meta charset="klingon-8"><p>nuqneH</p>')
    expect(body).toMatchObject({ error: { code: 'encoding-unknown', details: { encoding: 'klingon-8' } } })
  })
})

test.each([
  ['page.html', '<h1>Title</h1>\n<script>alert("Everyone")</script>\n<p onclick="alert(1)">Text <img src=x onerror=alert(2)></p>\n'],
  ['page.md', '# Title\n\n<script>alert("Everyone")</script>\n\n[Text](javascript:alert(1))\n'],
])('script in %s is no unit, is exported untouched, and only as a download that may run nothing', async (path, text) => {
  const { body } = await importText(`script/${path}`, text)
  const { id } = body as { id: number }
  for (const source of await sources(id)) expect(source).not.toContain('alert')
  const file = await server.agent('viewer').get(`${api}/documents/${id}/locales/ar/export`).buffer().parse(rawBytes)
  expect((file.body as Buffer).toString()).toBe(text)
  expect(file.headers['content-disposition']).toContain('attachment')
  expect(file.headers['content-security-policy']).toContain('sandbox')
  expect(file.headers['x-content-type-options']).toBe('nosniff')
})

describe('a document', () => {
  test('is renamed and archived, and nothing is lost', async () => {
    const { body } = await importText('draft.txt', 'Draft.\n')
    const { id } = body as { id: number }
    const manager = server.agent('manager')
    expect((await manager.patch(`${api}/documents/${id}`).send({ path: 'final/text.txt' })).body).toMatchObject({ path: 'final/text.txt' })
    expect((await manager.patch(`${api}/documents/${id}`).send({ path: 'final/text.txt', archived: true })).body).toMatchObject({ archivedAt: expect.any(String) as string })
    const refused = await manager.post(`${api}/documents/${id}/revisions`).send({ base: 1, content: { text: 'Other.' } })
    expect(refused.body).toMatchObject({ error: { code: 'document-archived' } })
    expect((await manager.patch(`${api}/documents/${id}`).send({ archived: false })).body).toMatchObject({ archivedAt: null, progress: { fr: { missing: { units: 1 } } } })
  })

  test('is not renamed to a name that is taken', async () => {
    await importText('a-name.txt', 'A.\n')
    const { body } = await importText('b-name.txt', 'B.\n')
    const { id } = body as { id: number }
    const answer = await server.agent('manager').patch(`${api}/documents/${id}`).send({ path: 'a-name.txt' })
    expect([answer.status, (answer.body as { error: { code: string } }).error.code]).toEqual([409, 'path-taken'])
  })

  test('gives its earlier revisions, and what changed between two', async () => {
    const { body } = await importText('versions.txt', 'First paragraph of it.\n\nSecond paragraph of it.\n')
    const { id } = body as { id: number }
    const manager = server.agent('manager')
    const preview = await manager.post(`${api}/documents/${id}/preview`).send({ content: { text: 'First paragraph of them.\n\nSecond paragraph of it.\n' } })
    expect(preview.body).toMatchObject({ base: 1, summary: { same: 1, edited: 1 }, changes: [{ kind: 'edited' }] })
    const { upload } = preview.body as { upload: string }
    const published = await manager.post(`${api}/documents/${id}/revisions`).send({ base: 1, content: { upload }, message: 'Them' })
    expect(published.status).toBe(201)
    expect(published.body).toMatchObject({ revision: 2, revisions: [{ number: 2, message: 'Them' }, { number: 1 }] })
    const bytes = await server.agent('viewer').get(`${api}/documents/${id}/revisions/1/content`).buffer()
    expect(bytes.text).toBe('First paragraph of it.\n\nSecond paragraph of it.\n')
    const compared = await server.agent('viewer').get(`${api}/documents/${id}/compare?from=2&to=1`)
    expect(compared.body).toMatchObject({
      summary: { same: 1, edited: 1 },
      changes: [{ kind: 'edited', old: [{ text: 'First paragraph of them.' }], new: [{ text: 'First paragraph of it.' }] }],
    })
    expect((await server.agent('viewer').get(`${api}/documents/${id}/revisions/3/content`)).status).toBe(404)
  })

  test('tells the second of two source managers that somebody was faster', async () => {
    const { body } = await importText('hurry.txt', 'One.\n')
    const { id } = body as { id: number }
    const send = (text: string) => server.agent('manager').post(`${api}/documents/${id}/revisions`).send({ base: 1, content: { text } })
    const answers = await Promise.all([send('Two.\n'), send('Three.\n')])
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409])
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ error: { code: 'revision-conflict', details: { base: 1, current: 2 } } })
  })
})

function rawBytes(res: Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  res.on('data', (chunk: Buffer) => chunks.push(chunk))
  res.on('end', () => done(null, Buffer.concat(chunks)))
}
