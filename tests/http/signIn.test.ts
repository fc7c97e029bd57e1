import supertest from 'supertest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAccount, createFirstAdministrator } from '../../server/actions/createAccount.js'
import { makeSignInLink } from '../../server/actions/makeSignInLink.js'
import { operator } from '../../server/actions/operator.js'
import { hashSecret } from '../../server/store/secrets.js'
import { startTestServer, type TestServer } from '../helpers/server.js'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const password = 'correct horse battery'
const addAda = () => createAccount(server.db, operator, { email: 'Ada@stele.test', name: 'Ada', siteRole: 'member', password })
const signIn = (email: string, given: string) => server.agent('nobody').post('/api/v1/session').send({ email, password: given })

/** Somebody's browser: keeps the cookies that it is given. */
const browser = () => supertest.agent(server.app).set('Sec-Fetch-Site', 'same-origin')
const whoIs = async (agent: ReturnType<typeof browser>): Promise<string | null> => (await agent.get('/api/v1/session').expect(200)).body.account?.name ?? null

describe('with a password', () => {
  test('the right one signs in, whatever the case of the address', async () => {
    await addAda()
    const ada = browser()
    await ada.post('/api/v1/session').send({ email: 'ADA@stele.test', password }).expect(200)
    expect(await whoIs(ada)).toBe('Ada')
    await ada.delete('/api/v1/session').expect(204)
    expect(await whoIs(ada)).toBeNull()
  })

  test('whoever signed in was seen at once', async () => {
    const accountId = await addAda()
    const lastSeen = async () =>
      (await server.agent('administrator').get('/api/v1/accounts').expect(200)).body.find((account: { id: number }) => account.id === accountId).lastSeenAt
    expect(await lastSeen()).toBeNull()
    await signIn('ada@stele.test', password).expect(200)
    expect(await lastSeen()).not.toBeNull()
  })

  test('a wrong one, an unknown address and an account without password are refused alike', async () => {
    await addAda()
    const answers = await Promise.all([signIn('ada@stele.test', 'wrong'), signIn('nobody@stele.test', password), signIn('viewer@stele.test', password)])
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401])
    expect(answers[1].body).toEqual(answers[0].body)
    expect(answers[2].body).toEqual(answers[0].body)
  })

  test('that an account is disabled is told only to who knows its password', async () => {
    const accountId = await addAda()
    await server.agent('administrator').patch(`/api/v1/accounts/${accountId}`).send({ disabled: true }).expect(200)
    expect((await signIn('ada@stele.test', 'wrong')).body.error.code).toBe('wrong-credentials')
    expect((await signIn('ada@stele.test', password)).body.error.code).toBe('account-disabled')
  })

  test('after twenty failures an address must wait; successes do not count', async () => {
    await addAda()
    for (let attempt = 0; attempt < 20; attempt++) {
      if (attempt % 5 === 0) await signIn('ada@stele.test', password).expect(200)
      await signIn('ada@stele.test', 'wrong').expect(401)
    }
    const { body } = await signIn('ada@stele.test', password).expect(429)
    expect(body.error).toMatchObject({ code: 'too-many-attempts', message: 'Too many attempts. Try again in 15 minutes.' })
  })

  test('the database knows neither the password nor the session', async () => {
    await addAda()
    const answer = await signIn('ada@stele.test', password)
    const secret = /stele=([\w-]+)/.exec(answer.get('Set-Cookie')?.[0] ?? '')?.[1] ?? ''
    expect(secret).toMatch(/^[\w-]{43}$/)
    const sessions = await server.db.read.selectFrom('session').select('hash').execute()
    expect(sessions.map((row) => row.hash)).toContain(hashSecret(secret))
    expect(sessions.map((row) => row.hash)).not.toContain(secret)
    const { password_hash } = await server.db.read.selectFrom('account').where('email', '=', 'ada@stele.test').select('password_hash').executeTakeFirstOrThrow()
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})

describe('with a link', () => {
  const useLink = (url: string) => server.agent('nobody').post(`/api/v1/sign-in-links/${url.split('/').at(-1)}`)

  test('it signs in once', async () => {
    const { url } = await makeSignInLink(server.db, operator, { accountId: server.actors.viewer.accountId, url: server.config.url })
    expect(url).toMatch(/^http:\/\/stele\.test\/sign-in\/[\w-]{43}$/)
    expect((await useLink(url).expect(200)).body.account.name).toBe('The viewer')
    await useLink(url).expect(410)
  })

  test('it ends after a day', async () => {
    const { url, expiresAt } = await makeSignInLink(server.db, operator, { accountId: server.actors.viewer.accountId, url: server.config.url })
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(23 * 60 * 60 * 1000)
    await server.db.write((db) =>
      db
        .updateTable('sign_in_link')
        .set({ expires_at: new Date(Date.now() - 1).toISOString() })
        .execute(),
    )
    await useLink(url).expect(410)
  })

  test('an administrator makes one for somebody who lost their password, who then sets a new one without the old', async () => {
    const accountId = await addAda()
    const { body } = await server.agent('administrator').post(`/api/v1/accounts/${accountId}/sign-in-link`).expect(201)
    const ada = browser()
    await ada.post(`/api/v1/sign-in-links/${body.url.split('/').at(-1)}`).expect(200)
    await ada.put('/api/v1/account/password').send({ password: 'a new one altogether' }).expect(204)
    await ada.put('/api/v1/account/password').send({ password: 'and yet another one' }).expect(401)
    await signIn('ada@stele.test', 'a new one altogether').expect(200)
  })

  test('asking for one by mail answers the same for known and unknown addresses', async () => {
    const known = await server.agent('nobody').post('/api/v1/sign-in-links').send({ email: 'viewer@stele.test' }).expect(202)
    const unknown = await server.agent('nobody').post('/api/v1/sign-in-links').send({ email: 'unknown@stele.test' }).expect(202)
    expect(unknown.text).toBe(known.text)
  })

  test('a new installation has one account, which only a link can enter', async () => {
    expect(await createFirstAdministrator(server.db)).toBeNull()
    await server.db.write(async (db) => {
      await db.deleteFrom('session').execute()
      await db.deleteFrom('membership').execute()
      await db.deleteFrom('account').execute()
    })
    const accountId = await createFirstAdministrator(server.db)
    const { url } = await makeSignInLink(server.db, operator, { accountId: accountId ?? 0, url: server.config.url })
    expect((await useLink(url).expect(200)).body.account).toMatchObject({ email: 'admin@localhost', name: 'Administrator', siteRole: 'administrator', hasPassword: false })
  })
})

describe('a session', () => {
  test('signing in anew ends the one before', async () => {
    await addAda()
    const ada = browser()
    await ada.post('/api/v1/session').send({ email: 'ada@stele.test', password }).expect(200)
    await ada.post('/api/v1/session').send({ email: 'ada@stele.test', password }).expect(200)
    expect(
      await server.db.read.selectFrom('session').innerJoin('account', 'account.id', 'session.account_id').where('email', '=', 'ada@stele.test').select('hash').execute(),
    ).toHaveLength(1)
  })

  test('a new password ends the others, not this one', async () => {
    await addAda()
    const [here, there] = [browser(), browser()]
    for (const agent of [here, there]) await agent.post('/api/v1/session').send({ email: 'ada@stele.test', password }).expect(200)
    await here.put('/api/v1/account/password').send({ current: 'wrong', password: 'another password' }).expect(401)
    await here.put('/api/v1/account/password').send({ current: password, password: 'another password' }).expect(204)
    expect(await whoIs(here)).toBe('Ada')
    expect(await whoIs(there)).toBeNull()
  })

  test('one that was not used for thirty days is over', async () => {
    await server.db.write((db) =>
      db
        .updateTable('session')
        .set({ expires_at: new Date(Date.now() - 1).toISOString() })
        .execute(),
    )
    await server.agent('viewer').get('/api/v1/account/tokens').expect(401)
  })

  test('using it moves its end, but not at every request', async () => {
    const account = server.actors.viewer.accountId
    const read = () => server.db.read.selectFrom('session').where('account_id', '=', account).select(['last_seen_at', 'expires_at']).executeTakeFirstOrThrow()
    const fresh = await read()
    const quiet = await server.agent('viewer').get('/api/v1/session').expect(200)
    expect(await read()).toEqual(fresh)
    expect(quiet.get('Set-Cookie')).toBeUndefined()

    const old = { last_seen_at: '2020-01-01T00:00:00.000Z', expires_at: new Date(Date.now() + 60_000).toISOString() }
    await server.db.write((db) => db.updateTable('session').set(old).where('account_id', '=', account).execute())
    const moved = await server.agent('viewer').get('/api/v1/session').expect(200)
    await server.db.write(() => Promise.resolve())
    expect((await read()).expires_at > old.expires_at).toBe(true)
    expect(moved.get('Set-Cookie')?.[0]).toContain('Max-Age=2592000')
  })
})

describe('the cookie', () => {
  const cookieOf = async (url: string) => {
    const there = await startTestServer({ url })
    try {
      await createAccount(there.db, operator, { email: 'ada@stele.test', name: 'Ada', siteRole: 'member', password })
      const answer = await there.agent('nobody').post('/api/v1/session').send({ email: 'ada@stele.test', password }).expect(200)
      return answer.get('Set-Cookie')?.[0]?.split('; ') ?? []
    } finally {
      await there.close()
    }
  }

  test('no script reads it and no other site sends it', async () => {
    const parts = await cookieOf('http://stele.test')
    expect(parts[0]).toMatch(/^stele=/)
    expect(parts).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']))
    expect(parts).not.toContain('Secure')
  })

  test('behind TLS it is bound to TLS and to this host', async () => {
    const parts = await cookieOf('https://stele.test')
    expect(parts[0]).toMatch(/^__Host-stele=/)
    expect(parts).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure']))
    expect(parts.join()).not.toContain('Domain')
  })
})
