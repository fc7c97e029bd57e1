import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Express } from 'express'
import { pino } from 'pino'
import supertest from 'supertest'
import { createProject } from '../../server/actions/createProject.js'
import { operator } from '../../server/actions/operator.js'
import { readConfig, type Config } from '../../server/config.js'
import { createApp } from '../../server/http/app.js'
import { endStreams } from '../../server/http/events.js'
import type { Services } from '../../server/http/handler.js'
import { cookieName } from '../../server/http/session.js'
import { insertAccount } from '../../server/store/accounts.js'
import { checkpointIn } from '../../server/main.js'
import { openDatabase } from '../../server/store/database.js'
import { addRoles } from '../../server/store/memberships.js'
import { startSession } from '../../server/store/sessions.js'
import { createWorkPool } from '../../server/work/pool.js'
import type { Actor, Membership, SiteRole } from '../../server/workflow/permissions.js'

/** Somebody of every role, in the project `charter` (English into French, German and Arabic) unless said otherwise. */
export const roles = ['nobody', 'viewer', 'translator', 'otherTranslator', 'reviewer', 'manager', 'administrator', 'outsider'] as const
export type Role = (typeof roles)[number]

type Grant = Omit<Membership, 'projectId'>
const people: Record<Exclude<Role, 'nobody' | 'outsider'>, { siteRole: SiteRole; grants: Grant[] }> = {
  viewer: { siteRole: 'member', grants: [{ role: 'viewer', locale: null }] },
  /** Into French. */
  translator: { siteRole: 'member', grants: [{ role: 'translator', locale: 'fr' }] },
  /** Into German. */
  otherTranslator: { siteRole: 'member', grants: [{ role: 'translator', locale: 'de' }] },
  /** Of French. */
  reviewer: { siteRole: 'member', grants: [{ role: 'reviewer', locale: 'fr' }] },
  /** Source manager. */
  manager: { siteRole: 'member', grants: [{ role: 'manager', locale: null }] },
  /** Of the whole installation, without a role in the project. */
  administrator: { siteRole: 'administrator', grants: [] },
}

export interface TestServer {
  app: Express
  services: Services
  db: Services['db']
  config: Config
  projectId: number
  project: 'charter'
  /** Another project, `almanac`, where only the outsider is a manager. */
  otherProjectId: number
  actors: Record<Exclude<Role, 'nobody'>, Actor>
  /** Requests of somebody in this role (with whole paths, `/api/v1/…`), as a browser sends them from our own pages. */
  agent(role: Role): ReturnType<typeof supertest.agent>
  /** Cookie header of somebody in this role. */
  cookie(role: Exclude<Role, 'nobody'>): string
  /** Lines of the log so far. */
  log: string[]
  /** Listens on a free port, for what supertest cannot do; answers the address. */
  listen(): Promise<string>
  close(): Promise<void>
}

/** The whole server on a database of its own, which goes with `close`. */
export async function startTestServer(options: Partial<Config> & { mail?: Services['mail'] } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'stele-test-'))
  const { mail = null, ...overrides } = options
  const config: Config = { ...readConfig({}), data: folder, url: 'http://stele.test', logLevel: 'debug', ...overrides }
  const log: string[] = []
  const logger = pino({ level: config.logLevel }, { write: (line: string) => void log.push(line) })
  const work = createWorkPool()
  const services: Services = {
    config,
    db: await openDatabase(join(folder, 'stele.db'), { checkpoint: checkpointIn(work, logger) }),
    log: logger,
    mail,
    work,
  }
  const { db } = services
  const app = createApp(services)
  const server = createServer(app)
  const { id: projectId } = await createProject(db, operator, { name: 'Charter', slug: 'charter', sourceLocale: 'en', locales: ['fr', 'de', 'ar'] })
  const { id: otherProjectId } = await createProject(db, operator, { name: 'Almanac', slug: 'almanac', sourceLocale: 'en', locales: ['fr'] })
  const secrets = new Map<Role, string>()
  const enrol = async (role: Exclude<Role, 'nobody'>, siteRole: SiteRole, memberships: Membership[]): Promise<Actor> =>
    db.write(async (db) => {
      const accountId = await insertAccount(db, { email: `${role}@stele.test`, name: `The ${role}`, passwordHash: null, siteRole })
      await addRoles(db, accountId, memberships)
      secrets.set(role, await startSession(db, accountId))
      return { accountId, siteRole, memberships }
    })
  const member = (role: keyof typeof people) =>
    enrol(
      role,
      people[role].siteRole,
      people[role].grants.map((grant) => ({ projectId, ...grant })),
    )
  const actors = {
    viewer: await member('viewer'),
    translator: await member('translator'),
    otherTranslator: await member('otherTranslator'),
    reviewer: await member('reviewer'),
    manager: await member('manager'),
    administrator: await member('administrator'),
    outsider: await enrol('outsider', 'member', [{ projectId: otherProjectId, role: 'manager', locale: null }]),
  }
  const cookie = (role: Exclude<Role, 'nobody'>) => `${cookieName(config)}=${secrets.get(role)}`
  return {
    app,
    services,
    db,
    config,
    projectId,
    project: 'charter',
    otherProjectId,
    actors,
    cookie,
    log,
    agent(role) {
      const agent = supertest.agent(app).set('Sec-Fetch-Site', 'same-origin')
      return role === 'nobody' ? agent : agent.set('Cookie', cookie(role))
    },
    listen: () =>
      new Promise((resolve) => {
        server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
      }),
    async close() {
      endStreams(db.live)
      if (server.listening) await new Promise((resolve) => server.close(resolve))
      await services.work.close()
      await db.close()
      rmSync(folder, { recursive: true })
    },
  }
}
