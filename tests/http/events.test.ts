import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importDocument } from '../../server/actions/importDocument.js'
import { endStreams } from '../../server/http/events.js'
import { startTestServer, type Role, type TestServer } from '../helpers/server.js'

let server: TestServer
let address: string
beforeEach(async () => {
  server = await startTestServer()
  address = await server.listen()
})
afterEach(() => server.close())

interface Stream {
  response: Response
  /** What came so far. */
  text(): string
  /** Settles when the server ends it. */
  ended: Promise<void>
}

/** Opens somebody's stream and reads along; settles once the server has begun to listen for it. */
async function open(role: Exclude<Role, 'nobody'>, query = ''): Promise<Stream> {
  const response = await fetch(`${address}/api/v1/events${query}`, { headers: { Cookie: server.cookie(role) } })
  let text = ''
  const decoder = new TextDecoder()
  const read = async (): Promise<void> => {
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array, { stream: true })
  }
  const ended = read()
  while (response.ok && !text.includes('retry:')) await setImmediate()
  return { response, text: () => text, ended }
}

const publish = (event: string, audience: { projectId: number; documentId?: number } | { accountId: number }) => server.db.live.publish({ event, data: { from: event }, audience })

/** Everything published before this has arrived by then. */
async function settle(...streams: Stream[]): Promise<void> {
  for (const role of ['viewer', 'outsider'] as const) publish('end', { accountId: server.actors[role].accountId })
  for (const stream of streams) await expect.poll(() => stream.text()).toContain('event: end')
}

test('nothing on the way may keep a stream back', async () => {
  const { response } = await open('viewer')
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  expect(response.headers.get('content-encoding')).toBeNull()
})

test('members of a project see what happens in it, others do not', async () => {
  const [member, outsider] = [await open('viewer'), await open('outsider')]
  publish('unit', { projectId: server.projectId, documentId: 1 })
  publish('revision', { projectId: server.otherProjectId, documentId: 2 })
  await settle(member, outsider)
  expect(member.text()).toContain('id: 1\nevent: unit\ndata: {"from":"unit"}\n\n')
  expect(member.text()).not.toContain('revision')
  expect(outsider.text()).toContain('event: revision')
  expect(outsider.text()).not.toContain('unit')
})

test('what one person saves, another sees', async () => {
  const { db, services, actors, projectId } = server
  const work = { work: services.work, signal: new AbortController().signal, progress: () => undefined }
  const { documentId } = await importDocument(db, actors.manager, { projectId, path: 'rights.txt', content: { text: 'All are born free.\n' } }, work)
  const { unit_id, wording_id } = await db.read.selectFrom('occurrence').select(['unit_id', 'wording_id']).executeTakeFirstOrThrow()
  const reviewer = await open('reviewer', `?document=${documentId}`)
  await server.agent('translator').put(`/api/v1/units/${unit_id}/locales/fr`).send({ text: 'Tous naissent libres.', wordingId: wording_id, version: 0 }).expect(200)
  await expect.poll(() => reviewer.text()).toContain('event: unit')
  expect(reviewer.text()).toContain('Tous naissent libres.')
})

test('what concerns one account goes to nobody else', async () => {
  const [mine, other] = [await open('viewer'), await open('outsider')]
  publish('operation', { accountId: server.actors.viewer.accountId })
  await settle(mine, other)
  expect(mine.text()).toContain('event: operation')
  expect(other.text()).not.toContain('operation')
})

test('who waits for a long request sees how far it is, where the request has a name', async () => {
  const [mine, other] = [await open('manager'), await open('administrator')]
  const content = { text: Array.from({ length: 600 }, (_, n) => `Article ${n} of many.`).join('\n\n') }
  const imported = (path: string) => server.agent('manager').post('/api/v1/projects/charter/documents').send({ path, content })
  await imported('unnamed.txt').expect(201)
  await imported('named.txt').set('Stele-Operation', 'import-1').expect(201)
  await expect.poll(() => mine.text()).toMatch(/event: operation\ndata: \{"operation":"import-1","stage":"writing","done":600,"total":600\}/)
  expect(mine.text()).not.toMatch(/"operation":(?!"import-1")/)
  expect(other.text()).not.toContain('event: operation')
})

test('a stream of a project holds only that', async () => {
  const stream = await open('administrator', '?project=charter')
  publish('elsewhere', { projectId: server.otherProjectId })
  publish('here', { projectId: server.projectId })
  await expect.poll(() => stream.text()).toContain('event: here')
  expect(stream.text()).not.toContain('elsewhere')
})

test('asking for what one may not see, or what is not there, is not found', async () => {
  expect((await open('outsider', '?project=charter')).response.status).toBe(404)
  expect((await open('viewer', '?project=nowhere')).response.status).toBe(404)
  expect((await open('viewer', '?document=1')).response.status).toBe(404)
  expect((await fetch(`${address}/api/v1/events`)).status).toBe(401)
})

test('a change of roles counts at once', async () => {
  const stream = await open('outsider')
  publish('before', { projectId: server.projectId })
  await server
    .agent('manager')
    .put(`/api/v1/projects/charter/members/${server.actors.outsider.accountId}`)
    .send({ roles: [{ role: 'viewer', locale: null }] })
    .expect(200)
  await expect
    .poll(() => {
      publish('after', { projectId: server.projectId })
      return stream.text()
    })
    .toContain('event: after')
  expect(stream.text()).not.toContain('event: before')
})

test('signing out ends it', async () => {
  const stream = await open('viewer')
  await server.agent('viewer').delete('/api/v1/session').expect(204)
  await expect(stream.ended).resolves.toBeUndefined()
})

test('so does disabling the account', async () => {
  const stream = await open('viewer')
  await server.agent('administrator').patch(`/api/v1/accounts/${server.actors.viewer.accountId}`).send({ disabled: true }).expect(200)
  await expect(stream.ended).resolves.toBeUndefined()
})

test('so does stopping the server', async () => {
  const stream = await open('viewer')
  endStreams(server.db.live)
  await expect(stream.ended).resolves.toBeUndefined()
})
