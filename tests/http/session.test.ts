import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../helpers/server.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('somebody signed in is told who they are and what they may do where', async () => {
  const { body } = await server.agent('translator').get('/api/v1/session').expect(200)
  expect(body.account).toMatchObject({ name: 'The translator', email: 'translator@stele.test', siteRole: 'member' })
  expect(body.memberships).toEqual([{ projectId: server.projectId, projectSlug: 'charter', projectName: 'Charter', role: 'translator', locale: 'fr' }])
})

test('nobody signed in is told so, and what the installation can do', async () => {
  const { body } = await server.agent('nobody').get('/api/v1/session').expect(200)
  expect(body).toMatchObject({
    account: null,
    memberships: [],
    server: { mail: false, interfaceLocales: ['en', 'es', 'ar'], formats: expect.arrayContaining([{ name: 'SubRip', extensions: ['.srt'] }]) },
  })
})
