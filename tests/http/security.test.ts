import { request } from 'node:http'
import supertest from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loggedUrl } from '../../server/http/requestLog.js'
import { startTestServer, type TestServer } from '../helpers/server.js'

let server: TestServer
let address: string
beforeAll(async () => {
  server = await startTestServer({ uploadLimit: 1024 * 1024 })
  address = await server.listen()
})
afterAll(() => server.close())

describe('a page of another site', () => {
  const rename = (headers: Record<string, string>) =>
    supertest(server.app).patch('/api/v1/account').set('Cookie', server.cookie('viewer')).set('Host', 'stele.test').set(headers).send({ name: 'Renamed' })

  test.each([
    ['says so by Sec-Fetch-Site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://stele.test' }, 403],
    ['on a neighbouring host says so too', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['in an older browser says so by Origin', { Origin: 'http://evil.test' }, 403],
    ['hides where it is', { Origin: 'null' }, 403],
    ['cannot be told from a request with neither', {}, 403],
    ['is none of ours: Sec-Fetch-Site', { 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['is none of ours: Origin', { Origin: 'http://stele.test' }, 200],
    ['is none of ours: typed by the person', { 'Sec-Fetch-Site': 'none' }, 200],
  ])('%s', async (_title, headers, status) => {
    const { body } = await rename(headers).expect(status)
    expect(body.error?.code).toBe(status === 403 ? 'cross-site' : undefined)
  })

  test('cannot sign somebody in', async () => {
    await supertest(server.app).post('/api/v1/session').set('Sec-Fetch-Site', 'cross-site').send({ email: 'a@b.test', password: 'x' }).expect(403)
  })

  test('a program without any cookie needs no such header', async () => {
    await supertest(server.app).post('/api/v1/session').send({ email: 'a@b.test', password: 'x' }).expect(401)
  })
})

describe('headers', () => {
  test('no inline script, no inline style, nothing from elsewhere, no frame around a page', async () => {
    const { headers } = await server.agent('nobody').get('/health').expect(200)
    const policy = headers['content-security-policy'] as string
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('strict-transport-security')
  })

  test('behind TLS browsers are told to stay there', async () => {
    const tls = await startTestServer({ url: 'https://stele.test' })
    const { headers } = await tls.agent('nobody').get('/health')
    await tls.close()
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
  })

  test('answers of the API are kept by no cache', async () => {
    const { headers } = await server.agent('viewer').get('/api/v1/session').expect(200)
    expect(headers['cache-control']).toBe('no-store')
  })
})

describe('refusals', () => {
  test.each([
    ['en-GB,en;q=0.9', 'en', 'Please sign in first.'],
    ['es-MX,en;q=0.5', 'es', 'Primero inicia sesión.'],
    ['ar', 'ar', 'يُرجى تسجيل الدخول أولًا.'],
    ['nl, fr;q=0.8', 'en', 'Please sign in first.'],
  ])('to who asks for %s are in %s', async (asked, language, message) => {
    const answer = await server.agent('nobody').get('/api/v1/work').set('Accept-Language', asked).expect(401)
    expect(answer.body.error).toEqual({ code: 'not-signed-in', message, details: {} })
    expect(answer.get('Content-Language')).toBe(language)
  })

  test('are in the language that the account chose, whatever the browser asks for', async () => {
    await server.agent('outsider').patch('/api/v1/account').send({ locale: 'es' }).expect(200)
    const { body } = await server.agent('outsider').get('/api/v1/accounts').set('Accept-Language', 'ar').expect(403)
    expect(body.error.message).toBe('Tu función no permite hacer esto.')
  })

  test('of a value name the field and the reason', async () => {
    const { body } = await server.agent('administrator').post('/api/v1/invitations').send({ siteRole: 'king' }).expect(400)
    expect(body.error).toMatchObject({ code: 'invalid-input', details: { field: 'body.siteRole' } })
    expect(body.error.details.reason).toContain('administrator')
    const spanish = await server.agent('administrator').post('/api/v1/invitations').set('Accept-Language', 'es').send({ email: 'x' }).expect(400)
    expect(spanish.body.error.message).toMatch(/^«body\.email» no es correcto: Inválido/)
  })

  test.each([
    ['a body that is not JSON', '{"name":', 400],
    ['no body where one is needed', undefined, 400],
    ['a body of another shape', '[]', 400],
    ['JSON that is larger than any request needs', `{"name":"${'x'.repeat(5 * 1024 * 1024)}"}`, 413],
  ])('%s', async (_title, body, status) => {
    await server.agent('viewer').post('/api/v1/account/tokens').set('Content-Type', 'application/json').send(body).expect(status)
  })

  test('an address that cannot be decoded is refused, not a failure of ours', async () => {
    await server.agent('viewer').get('/api/v1/projects/%E0%A4%A').expect(400)
  })

  test('what the API does not have is not found, even for a browser', async () => {
    const { body } = await server.agent('viewer').get('/api/v2/anything').set('Accept', 'text/html').expect(404)
    expect(body.error.code).toBe('not-found')
  })
})

describe('an upload', () => {
  const size = 1024 * 1024
  const upload = () => server.agent('manager').post('/api/v1/projects/charter/uploads').set('Content-Type', 'application/octet-stream')

  test('up to the limit is taken', async () => {
    const { body } = await upload().send(Buffer.alloc(size, 'a')).expect(201)
    expect(body.size).toBe(size)
  })

  test('above it is refused with the limit', async () => {
    const { body } = await upload()
      .send(Buffer.alloc(size + 1, 'a'))
      .expect(413)
    expect(body.error).toMatchObject({ code: 'upload-too-large', message: 'This is too large: the limit is 1 MiB.', details: { limit: 1 } })
  })

  test('above it is refused while it comes in, when no length was told', async () => {
    const chunks = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < 3; i++) controller.enqueue(new Uint8Array(size / 2))
        controller.close()
      },
    })
    const init: RequestInit = { method: 'POST', body: chunks, duplex: 'half', headers: { Cookie: server.cookie('manager'), 'Sec-Fetch-Site': 'same-origin' } }
    const answer = await fetch(`${address}/api/v1/projects/charter/uploads`, init)
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ error: { code: 'upload-too-large' } })
  })

  test('above it is refused before it comes in, when its length says so', async () => {
    const headers = { Cookie: server.cookie('manager'), 'Sec-Fetch-Site': 'same-origin', 'Content-Length': 10 * 1024 ** 3 }
    const status = await new Promise((resolve, reject) => {
      const sending = request(`${address}/api/v1/projects/charter/uploads`, { method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode)
        sending.destroy()
      })
      sending.once('error', reject)
      sending.write('only a little of it')
    })
    expect(status).toBe(413)
  })

  test('that is shorter than it says is not taken', async () => {
    const headers = { Cookie: server.cookie('manager'), 'Sec-Fetch-Site': 'same-origin', 'Content-Length': 1000 }
    const count = () => server.db.read.selectFrom('blob').select('sha256').execute()
    const before = await count()
    const logged = server.log.length
    await new Promise<void>((resolve) => {
      const sending = request(`${address}/api/v1/projects/charter/uploads`, { method: 'POST', headers })
      sending.once('error', () => resolve())
      sending.write('only a little of it', () => setTimeout(() => sending.destroy(), 50))
    })
    await expect.poll(() => server.log.slice(logged).join('')).toContain('/uploads')
    expect(await count()).toEqual(before)
    expect(server.log.slice(logged).join('')).not.toContain('request failed')
  })

  test('is not read from who may not send it', async () => {
    const chunked = server.agent('viewer').post('/api/v1/projects/charter/uploads')
    const { body } = await chunked.send(Buffer.alloc(size + 1)).expect(403)
    expect(body.error.code).toBe('forbidden')
  })
})

describe('the log', () => {
  test('holds no cookie, no token, no password and no secret of a link', async () => {
    const secrets = ['c'.repeat(43), 'stele_' + 't'.repeat(43), 'a password in clear', 'l'.repeat(43)]
    await supertest(server.app).get('/api/v1/accounts').set('Cookie', `stele=${secrets[0]}`).set('Authorization', `Bearer ${secrets[1]}`).expect(401)
    await server.agent('nobody').post('/api/v1/session').send({ email: 'ada@stele.test', password: secrets[2] }).expect(401)
    await server.agent('nobody').get(`/api/v1/invitations/${secrets[3]}`).expect(410)
    await server.agent('nobody').get(`/sign-in/${secrets[3]}`)
    const text = server.log.join('')
    expect(text).toContain('/api/v1/invitations/[secret]')
    for (const secret of secrets) expect(text).not.toContain(secret)
  })

  test.each([
    ['/sign-in/abc', '/sign-in/[secret]'],
    ['/invitation/abc?next=%2F', '/invitation/[secret]'],
    ['/api/v1/sign-in-links/abc', '/api/v1/sign-in-links/[secret]'],
    ['/api/v1/documents/1/locales/fr/units?q=private', '/api/v1/documents/1/locales/fr/units'],
    ['/api/v1/projects/charter/invitations', '/api/v1/projects/charter/invitations'],
  ])('%s is logged as %s', (url, logged) => {
    expect(loggedUrl(url)).toBe(logged)
  })
})

describe('a failure of ours', () => {
  test('tells the client an id, and the log its cause', async () => {
    const broken = await startTestServer()
    try {
      await broken.db.write((db) => db.schema.dropTable('token').execute())
      const { body } = await broken.agent('viewer').get('/api/v1/account/tokens').expect(500)
      expect(body.error).toEqual({ code: 'internal', message: expect.stringContaining(body.error.details.id), details: { id: expect.stringMatching(/^[\da-f-]{36}$/) } })
      const line = broken.log.find((entry) => entry.includes(body.error.details.id))
      expect(line).toContain('no such table: token')
      expect(JSON.stringify(body)).not.toContain('table')
    } finally {
      await broken.close()
    }
  })
})
