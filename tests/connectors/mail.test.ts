import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMailer, type Mailer } from '../../server/connectors/mail.js'
import { startTestServer, type TestServer } from '../helpers/server.js'

let smtp: SMTPServer
let inbox: ParsedMail[]
let mail: Mailer
let server: TestServer

beforeEach(async () => {
  inbox = []
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) =>
      void simpleParser(stream).then((parsed) => {
        inbox.push(parsed)
        done()
      }, done),
  })
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve))
  mail = createMailer({ smtp: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, from: 'Stele <stele@stele.test>' })
  server = await startTestServer({ mail })
})
afterEach(async () => {
  mail.close()
  await server.close()
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
})

const nextMail = async (): Promise<ParsedMail> => {
  await expect.poll(() => inbox.length).toBe(1)
  const [first] = inbox
  if (!first) throw new Error('no mail')
  return first
}

test('a sign-in link goes to the address in the language of the account, and works', async () => {
  await server.agent('viewer').patch('/api/v1/account').send({ locale: 'es' }).expect(200)
  await server.agent('nobody').post('/api/v1/sign-in-links').send({ email: 'Viewer@stele.test' }).expect(202)
  const received = await nextMail()
  expect(received.to).toMatchObject({ text: 'viewer@stele.test' })
  expect(received.from).toMatchObject({ text: '"Stele" <stele@stele.test>' })
  expect(received.subject).toBe('Tu enlace para entrar en Stele')
  const link = /http:\/\/stele\.test\/sign-in\/([\w-]{43})/.exec(received.text ?? '')
  expect(received.html).toContain(`href="${link?.[0]}"`)
  await server.agent('nobody').post(`/api/v1/sign-in-links/${link?.[1]}`).expect(200)
})

test('no mail goes to an address without account, nor to a disabled one', async () => {
  await server.agent('administrator').patch(`/api/v1/accounts/${server.actors.viewer.accountId}`).send({ disabled: true }).expect(200)
  for (const who of ['unknown', 'viewer', 'manager'])
    await server
      .agent('nobody')
      .post('/api/v1/sign-in-links')
      .send({ email: `${who}@stele.test` })
      .expect(202)
  const received = await nextMail()
  expect(received.to).toMatchObject({ text: 'manager@stele.test' })
})

test('an invitation names who invites and to what, and its markup is only ours', async () => {
  await server.agent('manager').patch('/api/v1/account').send({ name: '<b>Mallory & sons</b>' }).expect(200)
  const roles = [{ role: 'translator', locale: 'fr' }]
  const { body } = await server.agent('manager').post('/api/v1/projects/charter/invitations').send({ email: 'grace@stele.test', name: 'Grace', roles }).expect(201)
  expect(body.mailed).toBe(true)
  const received = await nextMail()
  expect(received.subject).toBe('<b>Mallory & sons</b> invites you to Stele')
  expect(received.text).toContain('<b>Mallory & sons</b> invites you to Stele, to work on Charter.')
  expect(received.text).toContain(body.url)
  expect(received.html).toContain('&lt;b&gt;Mallory &amp; sons&lt;/b&gt; invites you')
  expect(received.html).not.toContain('<b>')
})

test('in Arabic a mail is written from right to left', async () => {
  await server.agent('administrator').post('/api/v1/invitations').set('Accept-Language', 'ar').send({ email: 'grace@stele.test' }).expect(201)
  const received = await nextMail()
  expect(received.html).toContain('<html lang="ar" dir="rtl">')
  expect(received.subject).toContain('The administrator')
})

test('a line break in a name makes no new header', async () => {
  await server.agent('administrator').patch('/api/v1/account').send({ name: 'Eve\r\nBcc: all@stele.test' }).expect(200)
  await server.agent('administrator').post('/api/v1/invitations').send({ email: 'grace@stele.test' }).expect(201)
  const received = await nextMail()
  expect(received.bcc).toBeUndefined()
  expect(received.to).toMatchObject({ text: 'grace@stele.test' })
})

test('where the mail server does not answer, the link is there all the same', async () => {
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
  const { body } = await server.agent('administrator').post('/api/v1/invitations').send({ email: 'grace@stele.test' }).expect(201)
  expect(body).toMatchObject({ mailed: false, url: expect.stringContaining('/invitation/') })
  expect(server.log.join('')).toContain('could not mail an invitation')
})
