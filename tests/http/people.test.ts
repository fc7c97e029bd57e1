import supertest from 'supertest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../helpers/server.js'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const lastPart = (url: string): string => url.split('/').at(-1) ?? ''
const newcomer = { name: 'Grace', email: 'grace@stele.test', password: 'a long enough password' }

describe('an invitation', () => {
  const invite = async (input: object = {}) => (await server.agent('administrator').post('/api/v1/invitations').send(input).expect(201)).body
  const accept = (url: string, person: object = newcomer) =>
    server
      .agent('nobody')
      .post(`/api/v1/invitations/${lastPart(url)}`)
      .send(person)

  test('makes an account with the roles that it grants, and signs in', async () => {
    const grants = [
      { project: 'charter', role: 'translator', locale: 'fr' },
      { project: 'almanac', role: 'viewer', locale: null },
    ]
    const { url } = await invite({ email: 'Grace@stele.test', name: 'Grace', grants })
    const offer = await server
      .agent('nobody')
      .get(`/api/v1/invitations/${lastPart(url)}`)
      .expect(200)
    expect(offer.body).toMatchObject({ email: 'grace@stele.test', name: 'Grace', siteRole: 'member', grants, invitedBy: 'The administrator' })
    const { body } = await accept(url).expect(200)
    expect(body.account).toMatchObject({ name: 'Grace', email: 'grace@stele.test', siteRole: 'member', hasPassword: true })
    expect(body.memberships).toMatchObject([
      { projectSlug: 'almanac', role: 'viewer', locale: null },
      { projectSlug: 'charter', role: 'translator', locale: 'fr' },
    ])
  })

  test('serves once', async () => {
    const { url } = await invite()
    await accept(url).expect(200)
    await accept(url, { ...newcomer, email: 'other@stele.test' }).expect(410)
    await server
      .agent('nobody')
      .get(`/api/v1/invitations/${lastPart(url)}`)
      .expect(410)
  })

  test('serves once also when two accept it at the same time', async () => {
    const { url } = await invite()
    const statuses = await Promise.all(['one', 'two'].map(async (name) => (await accept(url, { ...newcomer, email: `${name}@stele.test` })).status))
    expect(statuses.sort()).toEqual([200, 410])
  })

  test('ends after seven days, and when it is withdrawn', async () => {
    const { url, expiresAt } = await invite()
    expect(Math.round((Date.parse(expiresAt) - Date.now()) / 3_600_000)).toBe(7 * 24)
    await server.db.write((db) =>
      db
        .updateTable('invitation')
        .set({ expires_at: new Date(Date.now() - 1).toISOString() })
        .execute(),
    )
    await accept(url).expect(410)

    const second = await invite()
    await server.agent('administrator').delete(`/api/v1/invitations/${second.id}`).expect(204)
    await accept(second.url).expect(410)
    await server.agent('administrator').delete(`/api/v1/invitations/${second.id}`).expect(404)
  })

  test('is refused where the address has an account, at both ends', async () => {
    const { body } = await server.agent('administrator').post('/api/v1/invitations').send({ email: 'Viewer@stele.test' }).expect(409)
    expect(body.error).toMatchObject({ code: 'email-taken', details: { email: 'viewer@stele.test' } })
    const { url } = await invite()
    await accept(url, { ...newcomer, email: 'viewer@stele.test' }).expect(409)
    await accept(url).expect(200)
  })

  test('is not for somebody who is signed in', async () => {
    const { url } = await invite()
    const { body } = await server
      .agent('viewer')
      .post(`/api/v1/invitations/${lastPart(url)}`)
      .send(newcomer)
      .expect(409)
    expect(body.error.code).toBe('signed-in-already')
  })

  test('grants only languages and projects that there are', async () => {
    const agent = server.agent('administrator')
    const wrongLanguage = await agent
      .post('/api/v1/invitations')
      .send({ grants: [{ project: 'charter', role: 'translator', locale: 'tlh' }] })
      .expect(422)
    expect(wrongLanguage.body.error).toMatchObject({ code: 'locale-unknown', details: { locale: 'tlh' } })
    const wrongProject = await agent
      .post('/api/v1/invitations')
      .send({ grants: [{ project: 'nowhere', role: 'viewer', locale: null }] })
      .expect(400)
    expect(wrongProject.body.error.details.field).toBe('body.grants')
  })

  test('a source manager invites into their own project, with a role of a project', async () => {
    const roles = [{ role: 'reviewer', locale: 'ar' }]
    const { body } = await server.agent('manager').post('/api/v1/projects/charter/invitations').send({ roles }).expect(201)
    expect(body).toMatchObject({ mailed: false, url: expect.stringMatching(/^http:\/\/stele\.test\/invitation\/[\w-]{43}$/) })
    const accepted = await accept(body.url).expect(200)
    expect(accepted.body).toMatchObject({ account: { siteRole: 'member' }, memberships: [{ projectSlug: 'charter', role: 'reviewer', locale: 'ar' }] })
    await server.agent('manager').post('/api/v1/projects/almanac/invitations').send({ roles }).expect(404)
    await server.agent('manager').post('/api/v1/invitations').send({ siteRole: 'administrator' }).expect(403)
  })
})

describe('members', () => {
  const setRoles = (accountId: number, roles: object[]) => server.agent('manager').put(`/api/v1/projects/charter/members/${accountId}`).send({ roles })

  test('a manager gives roles, changes them and takes them away', async () => {
    const { accountId } = server.actors.outsider
    const candidates = await server.agent('manager').get('/api/v1/projects/charter/candidates').expect(200)
    expect(candidates.body.map((person: { name: string }) => person.name)).toEqual(['The administrator', 'The outsider'])
    const both = [
      { role: 'reviewer', locale: 'fr' },
      { role: 'translator', locale: 'ar' },
    ]
    const { body } = await setRoles(accountId, [...both, ...both]).expect(200)
    expect(body.find((member: { id: number }) => member.id === accountId)).toMatchObject({ name: 'The outsider', roles: both })
    await server.agent('outsider').get('/api/v1/projects/charter/members').expect(200)
    await setRoles(accountId, []).expect(200)
    await server.agent('outsider').get('/api/v1/projects/charter/members').expect(404)
  })

  test('managers and viewers are bound to no language, translators to one of the project', async () => {
    const { accountId } = server.actors.outsider
    const { body } = await setRoles(accountId, [{ role: 'viewer', locale: 'fr' }]).expect(200)
    expect(body.find((member: { id: number }) => member.id === accountId).roles).toEqual([{ role: 'viewer', locale: null }])
    await setRoles(accountId, [{ role: 'translator', locale: 'ja' }]).expect(422)
    await setRoles(123456, [{ role: 'viewer', locale: null }]).expect(404)
  })

  test('what happened is told to everybody in the project, newest first, page by page', async () => {
    await setRoles(server.actors.outsider.accountId, [{ role: 'viewer', locale: null }]).expect(200)
    await setRoles(server.actors.outsider.accountId, []).expect(200)
    const kinds: string[] = []
    let next: { cursor?: number } | null = {}
    while (next) {
      const { body }: { body: { events: { kind: string }[]; cursor: number | null } } = await server
        .agent('viewer')
        .get('/api/v1/projects/charter/activity')
        .query({ limit: 1, ...next })
        .expect(200)
      kinds.push(...body.events.map((event) => event.kind))
      next = body.cursor === null ? null : { cursor: body.cursor }
    }
    expect(kinds.slice(0, 2)).toEqual(['member.removed', 'member.roles'])
    expect(kinds).toHaveLength(3)
  })
})

describe('accounts', () => {
  const administer = (accountId: number, change: object) => server.agent('administrator').patch(`/api/v1/accounts/${accountId}`).send(change)

  test('an administrator sees everybody with their roles', async () => {
    const { body } = await server.agent('administrator').get('/api/v1/accounts').expect(200)
    expect(body).toHaveLength(7)
    expect(body.find((row: { name: string }) => row.name === 'The reviewer').memberships).toEqual([
      { projectId: server.projectId, projectSlug: 'charter', role: 'reviewer', locale: 'fr' },
    ])
    expect(JSON.stringify(body)).not.toMatch(/hash"|argon2/)
  })

  test('the last administrator stays', async () => {
    const { accountId } = server.actors.administrator
    for (const change of [{ siteRole: 'member' }, { disabled: true }]) {
      const { body } = await administer(accountId, change).expect(409)
      expect(body.error.code).toBe('last-administrator')
    }
    await administer(server.actors.viewer.accountId, { siteRole: 'administrator' }).expect(200)
    await administer(accountId, { siteRole: 'member' }).expect(200)
    await server.agent('viewer').patch(`/api/v1/accounts/${server.actors.viewer.accountId}`).send({ disabled: true }).expect(409)
  })

  test('disabling ends sessions and tokens for good', async () => {
    const made = await server.agent('viewer').post('/api/v1/account/tokens').send({ name: 'build' }).expect(201)
    const byToken = () => supertest(server.app).get('/api/v1/projects/charter/members').set('Authorization', `Bearer ${made.body.token}`)
    await byToken().expect(200)
    await administer(server.actors.viewer.accountId, { disabled: true }).expect(200)
    await byToken().expect(401)
    await server.agent('viewer').get('/api/v1/projects/charter/members').expect(401)
    await administer(server.actors.viewer.accountId, { disabled: false }).expect(200)
    await byToken().expect(401)
  })

  test('people change their own name, address and language', async () => {
    const { body } = await server.agent('viewer').patch('/api/v1/account').send({ name: ' Violet ', email: 'Violet@stele.test', locale: 'ar' }).expect(200)
    expect(body.account).toMatchObject({ name: 'Violet', email: 'violet@stele.test', locale: 'ar' })
    await server.agent('viewer').patch('/api/v1/account').send({ email: 'manager@stele.test' }).expect(409)
    await server.agent('viewer').patch('/api/v1/account').send({}).expect(200)
  })
})

describe('tokens', () => {
  test('act for their maker, without cookie and from anywhere, until they are revoked', async () => {
    const { body } = await server.agent('manager').post('/api/v1/account/tokens').send({ name: 'build' }).expect(201)
    expect(body.token).toMatch(/^stele_[\w-]{43}$/)
    const change = () => supertest(server.app).patch('/api/v1/account').set('Authorization', `Bearer ${body.token}`).set('Sec-Fetch-Site', 'cross-site').send({ name: 'By token' })
    expect((await change().expect(200)).body.account.name).toBe('By token')
    const listed = await server.agent('manager').get('/api/v1/account/tokens').expect(200)
    expect(listed.body).toMatchObject([{ id: body.id, name: 'build', lastUsedAt: expect.any(String) }])
    expect(listed.text).not.toContain(body.token)
    await server.agent('manager').delete(`/api/v1/account/tokens/${body.id}`).expect(204)
    await change().expect(401)
  })

  test("nobody revokes another's", async () => {
    const { body } = await server.agent('manager').post('/api/v1/account/tokens').send({ name: 'build' }).expect(201)
    await server.agent('administrator').delete(`/api/v1/account/tokens/${body.id}`).expect(404)
  })
})
