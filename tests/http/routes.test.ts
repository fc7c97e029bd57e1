import { readFileSync } from 'node:fs'
import type { Express } from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addComment } from '../../server/actions/addComment.js'
import { importDocument } from '../../server/actions/importDocument.js'
import { invitePerson } from '../../server/actions/invitePerson.js'
import { operator } from '../../server/actions/operator.js'
import { publishRevision } from '../../server/actions/publishRevision.js'
import { contract, type Key } from '../../server/contract/index.js'
import type { Route } from '../../server/contract/route.js'
import { startSession } from '../../server/store/sessions.js'
import { insertToken } from '../../server/store/tokens.js'
import { may } from '../../server/workflow/permissions.js'
import { roles, startTestServer, type Role, type TestServer } from '../helpers/server.js'

const keys = Object.keys(contract) as Key[]
const routeOf = (key: Key): Route => contract[key]

let server: TestServer
let address: string
/** What parameters of paths stand for: things of the project `charter`. */
let things: Record<string, string | number>
beforeAll(async () => {
  server = await startTestServer()
  address = await server.listen()
  things = await furnish()
})
afterAll(() => server.close())

/** Puts a document with a unit and a comment into the project. */
async function furnish(): Promise<Record<string, string | number>> {
  const { db, services, actors, projectId } = server
  const work = { work: services.work, signal: new AbortController().signal, progress: () => undefined }
  const { documentId } = await importDocument(db, actors.manager, { projectId, path: 'rights.txt', content: { text: 'All human beings are born free.\n' } }, work)
  await publishRevision(db, actors.manager, { documentId, base: 1, content: { text: 'All human beings are born free and equal.\n' } }, work)
  const unit = await db.read.selectFrom('unit').where('document_id', '=', documentId).select('id').executeTakeFirstOrThrow()
  const comment = await addComment(db, actors.translator, { unitId: unit.id, locale: 'fr', parentId: null, body: 'Free from what?' })
  return { project: 'charter', document: documentId, unit: unit.id, comment: comment.id, locale: 'fr', number: 1, account: actors.viewer.accountId }
}

describe('the router', () => {
  interface Layer {
    route?: { path: string; methods: Record<string, boolean> }
    handle?: { stack?: Layer[] }
  }
  const walk = (layers: Layer[]): string[] =>
    layers.flatMap(({ route, handle }) => (route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : handle?.stack ? walk(handle.stack) : []))
  const stackOf = (app: Express): Layer[] => (app as unknown as { router: { stack: Layer[] } }).router.stack

  test('serves every route of the contract, and besides only what tells nothing about anybody', () => {
    const served = walk(stackOf(server.app))
    const besides = ['/health', '/openapi.json', '/docs', '/docs/start.js', '/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js', '/docs/favicon-32x32.png']
    expect(served.sort()).toEqual([...keys, ...besides.map((path) => `GET ${path}`)].sort())
  })

  test('has a line in docs/api.md for every route, with its permission', () => {
    const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8').split('\n')
    const lines = keys.map((key) => `| \`${key}\` | ${routeOf(key).permission} | ${routeOf(key).summary} |`)
    expect(page.filter((line) => line.startsWith('| `'))).toEqual(lines)
  })

  test('a path that names a language asks a permission of a project or of a language', () => {
    for (const key of keys.filter((key) => /:(project|document|unit|comment|locale)/.test(key))) expect(routeOf(key).permission, key).toMatch(/^(project|locale):/)
  })
})

/** Requests that get as far as their handler and spoil nothing for the next; what is not here needs no body, or an empty one. */
const bodies: Partial<Record<Key, object>> = {
  'POST /session': { email: 'unknown@stele.test', password: 'wrong' },
  'POST /sign-in-links': { email: 'unknown@stele.test' },
  'POST /invitations/:token': { name: 'Grace', email: 'grace@stele.test', password: 'a long enough password' },
  'PUT /account/password': { password: 'a long enough password' },
  'POST /account/tokens': { name: 'build' },
  'PUT /projects/:project/members/:account': { roles: [{ role: 'viewer', locale: null }] },
  'POST /projects/:project/invitations': { roles: [{ role: 'viewer', locale: null }] },
  'POST /projects': { name: 'Another', sourceLocale: 'en', locales: ['fr'] },
  'POST /projects/:project/documents': { path: 'new.txt', content: { text: 'A new document.' } },
  'POST /documents/:document/preview': { content: { text: 'All are born free.' } },
  'POST /documents/:document/revisions': { content: { text: 'All human beings are born free and equal in dignity.' }, base: 2 },
  'PUT /units/:unit/locales/:locale': { text: 'Libres', wordingId: 2, version: 0 },
  'POST /units/:unit/locales/:locale/still-valid': { wordingId: 2, version: 1 },
  'POST /documents/:document/locales/:locale/verdicts': { kind: 'approve', items: [{ unitId: 1, translationId: 1 }] },
  'POST /units/:unit/split': { at: 5, base: 1 },
  'POST /units/:unit/join': { base: 1 },
  'POST /units/:unit/comments': { locale: 'fr', body: 'A remark' },
  'PATCH /comments/:comment': { resolved: false },
  'POST /documents/:document/equivalences': { unitId: 1, earlierWordingId: 1 },
}
const queries: Partial<Record<Key, string>> = { 'GET /documents/:document/compare': '?from=1&to=2' }

/** Things that a route uses up, made anew for each request; for nobody those of another. */
async function disposable(key: Key, role: Role): Promise<Record<string, string | number>> {
  const { db, actors } = server
  if (key === 'DELETE /account/tokens/:token') {
    const accountId = actors[role === 'nobody' ? 'viewer' : role].accountId
    return { token: await db.write((db) => insertToken(db, accountId, 'build', `${key} ${role}`)) }
  }
  if (key === 'DELETE /invitations/:invitation') {
    const inviter = { ...operator, accountId: actors.administrator.accountId }
    return { invitation: (await invitePerson(db, inviter, { email: null, name: null, siteRole: 'member', grants: [], url: '' })).id }
  }
  return { token: 'a-link-that-nobody-ever-made' }
}

/** The code that a role is refused with, or null where it is let in. */
async function refusalFor(key: Key, role: Role): Promise<string | null> {
  const [method = '', path = ''] = key.split(' ')
  const values = { ...things, ...(await disposable(key, role)) }
  const url = address + '/api/v1' + path.replace(/:(\w+)/g, (_, name: string) => String(values[name])) + (queries[key] ?? '')
  const headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' }
  if (role !== 'nobody') headers.Cookie = `stele=${await server.db.write((db) => startSession(db, server.actors[role].accountId))}`
  const hangUp = new AbortController()
  const body = method === 'GET' ? undefined : routeOf(key).body === 'bytes' ? 'bytes' : JSON.stringify(bodies[key] ?? {})
  const answer = await fetch(url, { method, headers, body, signal: hangUp.signal })
  expect(answer.status, `${key} for ${role}`).toBeLessThan(500)
  const code = answer.ok ? null : ((await answer.json()) as { error: { code: string } }).error.code
  hangUp.abort()
  return code
}

/** What `may` says, as an answer: where somebody may not even view a project, there is none. */
function expected(key: Key, role: Role): string | null {
  const { permission } = routeOf(key)
  const actor = role === 'nobody' ? null : server.actors[role]
  const inProject = /:(project|document|unit|comment)\b/.test(key)
  const place = inProject ? { projectId: server.projectId, locale: 'fr' } : {}
  if (may(actor, permission, place)) return null
  if (!actor) return 'not-signed-in'
  return inProject && !may(actor, 'project:view', place) ? 'not-found' : 'forbidden'
}

const barred = new Set(['not-signed-in', 'forbidden', 'not-found', 'cross-site', 'invalid-input'])

describe.each(keys)('%s', (key) => {
  test.each(roles)('%s is let in or not, as `may` says', async (role) => {
    const code = await refusalFor(key, role)
    const inside = code === null || !barred.has(code)
    expect(inside ? null : code).toBe(expected(key, role))
  })
})
