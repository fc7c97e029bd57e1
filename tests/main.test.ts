import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../server/config.js'
import { startServer, type RunningServer } from '../server/main.js'
import { runStele } from './helpers/runningStele.js'

let folder: string
let running: RunningServer | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stele-main-'))
})
afterEach(async () => {
  await running?.close()
  rmSync(folder, { recursive: true })
})

const start = async (environment: Record<string, string> = {}): Promise<RunningServer> =>
  (running = await startServer(readConfig({ STELE_DATA: folder, STELE_PORT: '0', STELE_DEMO: 'off', STELE_LOG: 'silent', ...environment })))

/** Cookie of a session that the first administrator's link begins. */
async function signIn({ url, firstLink }: RunningServer): Promise<string> {
  const token = firstLink?.split('/').at(-1) ?? ''
  const answer = await fetch(`${url}/api/v1/sign-in-links/${token}`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' } })
  expect(answer.status).toBe(200)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const answerOf = async (message: IncomingMessage): Promise<{ status: number | undefined; body: string }> => {
  let body = ''
  for await (const chunk of message.setEncoding('utf8')) body += chunk as string
  return { status: message.statusCode, body }
}

test('a new installation has one administrator, whom its link signs in once; the second start makes none', async () => {
  const first = await start()
  const cookie = await signIn(first)
  const session = (await (await fetch(`${first.url}/api/v1/session`, { headers: { cookie } })).json()) as { account: { siteRole: string } }
  expect(session.account.siteRole).toBe('administrator')
  await first.close()
  expect((await start()).firstLink).toBeNull()
})

test('a stop finishes the request in flight, takes no new one and ends live streams', async () => {
  const { url, close, ...rest } = await start()
  const cookie = await signIn({ url, close, ...rest })
  const live = await fetch(`${url}/api/v1/events`, { headers: { cookie } })
  const stream = live.body!.getReader()
  await stream.read()

  const body = JSON.stringify({ email: 'somebody@example.org', password: 'wrong password' })
  const inFlight = request(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Length': body.length, 'Sec-Fetch-Site': 'same-origin' },
  })
  const answered = once(inFlight, 'response') as Promise<[IncomingMessage]>
  inFlight.write(body.slice(0, 10))
  await new Promise((resolve) => setTimeout(resolve, 100))

  const closed = close()
  while (!(await stream.read()).done);
  await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed')
  inFlight.end(body.slice(10))
  const [message] = await answered
  expect(await answerOf(message)).toMatchObject({ status: 401, body: expect.stringContaining('wrong-credentials') as string })
  await closed
})

test('a port that is taken is said before anything is made: the next start is the first', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const port = String((other.address() as AddressInfo).port)
  await expect(start({ STELE_PORT: port })).rejects.toThrow('EADDRINUSE')
  other.close()
  expect((await start()).firstLink).not.toBeNull()
})

test('SIGTERM ends the program in order, with exit code 0', async () => {
  const program = await runStele()
  const gone = once(program.process, 'exit')
  program.process.kill('SIGTERM')
  expect(await gone).toEqual([0, null])
  await program.remove()
})

test('a new installation has the demonstration, unless it is told not to', async () => {
  const { services } = await start({ STELE_DEMO: '' })
  const slugs = await services.db.read.selectFrom('project').select('slug').execute()
  expect(slugs).toEqual([{ slug: 'declaration' }])
})
