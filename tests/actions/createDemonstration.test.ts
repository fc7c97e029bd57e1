import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDemonstration } from '../../server/actions/createDemonstration.js'
import { openDatabase, type Database } from '../../server/store/database.js'
import { listDocuments } from '../../server/store/documents.js'
import { countUnits, readProgress } from '../../server/store/progress.js'
import { findProject } from '../../server/store/projects.js'
import { createWorkPool } from '../../server/work/pool.js'
import { sumCounts } from '../../server/workflow/progress.js'

const folder = mkdtempSync(join(tmpdir(), 'stele-test-'))
const work = createWorkPool()
let db: Database
let projectId = 0

beforeAll(async () => {
  db = await openDatabase(join(folder, 'stele.db'))
  projectId = (await createDemonstration(db, { work })) ?? 0
})
afterAll(async () => {
  await work.close()
  await db.close()
  rmSync(folder, { recursive: true })
})

test('the demonstration has a declaration in English and many languages, some of them right to left or in other scripts', async () => {
  const project = await findProject(db.read, projectId)
  expect(project?.sourceLocale).toBe('en')
  expect(project?.locales).toEqual(expect.arrayContaining(['ar', 'he', 'hi', 'zh-Hans', 'ja', 'ru', 'es', 'fr', 'de']))
})

test('every status is there to look at', async () => {
  const progress = sumCounts((await readProgress(db.read, projectId)).values())
  const total = Object.values(progress).flatMap((counts) => Object.entries(counts).filter(([, { units }]) => units > 0))
  expect([...new Set(total.map(([status]) => status))].toSorted()).toEqual(['approved', 'missing', 'rejected', 'stale', 'translated'])
})

test('some languages are complete and approved although the source changed', async () => {
  const [document] = await listDocuments(db.read, projectId)
  const counts = await countUnits(db.read, document?.id ?? 0)
  for (const locale of ['es', 'pt-BR']) expect(counts[locale]).toMatchObject({ missing: { units: 0 }, stale: { units: 0 }, rejected: { units: 0 }, translated: { units: 0 } })
  expect(counts.fr?.stale.units).toBeGreaterThanOrEqual(3)
  expect((await readProgress(db.read, projectId)).get(document?.id ?? 0)).toEqual(counts)
})

test('there is a second revision with edited, moved and split units', async () => {
  const event = await db.read.selectFrom('event').where('kind', '=', 'revision.published').select('payload').executeTakeFirstOrThrow()
  expect(JSON.parse(event.payload)).toMatchObject({ number: 2, moved: 1, split: 1, edited: 4, added: 0, removed: 0, kept: 1 })
})

test('its people cannot sign in', async () => {
  const accounts = await db.read.selectFrom('account').selectAll().execute()
  expect(accounts.length).toBeGreaterThan(10)
  expect(accounts.every((account) => account.password_hash === null)).toBe(true)
})

test('where there is a project already, nothing is made', async () => {
  expect(await createDemonstration(db, { work })).toBeNull()
})
