import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepUnfinished } from '../../server/actions/sweepUnfinished.js'
import { openDatabase, type Database } from '../../server/store/database.js'
import { countUnits, readProgress } from '../../server/store/progress.js'
import type { Acknowledged } from './newsroomAtWork.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Inside the checkout, so that the process finds its packages. */
const built = join(root, `node_modules/.cache/stele-crash-test-${process.pid}`)
const folder = mkdtempSync(join(tmpdir(), 'stele-test-'))

beforeAll(async () => {
  mkdirSync(built, { recursive: true })
  const entryPoints = { newsroomAtWork: join(root, 'tests/crash/newsroomAtWork.ts'), worker: join(root, 'server/work/worker.ts') }
  // With the packages in it, for a start takes most of the time; those that are not modules call `require`.
  const banner = { js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)" }
  await build({ entryPoints, outdir: built, bundle: true, platform: 'node', format: 'esm', external: ['better-sqlite3'], banner, logLevel: 'error' })
})
afterAll(() => {
  rmSync(built, { recursive: true })
  rmSync(folder, { recursive: true })
})

/** Lets a process import so many documents and then save so many translations while it imports the next, kills it, and answers what it was told is done. */
async function workUntilKilled(file: string, imports: number, saves: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [join(built, 'newsroomAtWork.js'), file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const told: Acknowledged[] = []
  const closed = new Promise((resolve) => child.once('close', resolve))
  let [importsLeft, savesLeft] = [imports, saves]
  for await (const line of createInterface(child.stdout)) {
    const what = parseWhole(line)
    if (what) told.push(what)
    if (what !== null && what !== 'ready') {
      if (!('saved' in what)) importsLeft--
      else if (importsLeft <= 0) savesLeft--
    }
    if (importsLeft <= 0 && savesLeft <= 0) child.kill('SIGKILL')
  }
  await closed
  expect(told, 'the process fails by itself').toContain('ready')
  return told
}

/** The last line may have been cut off. */
function parseWhole(line: string): Acknowledged | null {
  try {
    return JSON.parse(line) as Acknowledged
  } catch {
    return null
  }
}

async function expectNothingLost(db: Database, told: Acknowledged[]): Promise<void> {
  for (const what of told) {
    if (what === 'ready') continue
    if ('saved' in what) {
      const found = await db.read.selectFrom('translation').where('unit_id', '=', what.saved.unitId).where('text', '=', what.saved.text).select('id').execute()
      expect(found, JSON.stringify(what)).toHaveLength(1)
    } else if ('imported' in what) {
      const document = db.read.selectFrom('document').innerJoin('revision', 'revision.id', 'document.current_revision_id')
      expect(await document.where('path', '=', what.imported.path).select(['number', 'unit_count']).execute()).toEqual([{ number: 1, unit_count: what.imported.units }])
    } else {
      const revisions = db.read.selectFrom('revision').where('document_id', '=', what.published.documentId).select('number').orderBy('number')
      expect(await revisions.execute()).toEqual([{ number: 1 }, { number: what.published.number }])
    }
  }
}

/** Before anything was swept: what people would see if the next process did not sweep at all. */
async function expectNoHalf(db: Database): Promise<void> {
  const { rows } = await sql`
    select document.path, revision.unit_count, revision.published_at, (select count(*) from occurrence where occurrence.revision_id = revision.id) as written
    from document join revision on revision.id = document.current_revision_id
    where revision.published_at is null or revision.number is null or revision.unit_count <> written`.execute(db.read)
  expect(rows).toEqual([])
  const [last] = await db.read.selectFrom('document').where('current_revision_id', 'is not', null).select('id').orderBy('id', 'desc').limit(1).execute()
  if (last) expect((await readProgress(db.read, [last.id])).get(last.id)).toEqual(await countUnits(db.read, last.id))
}

async function expectSwept(db: Database): Promise<void> {
  expect(await db.read.selectFrom('revision').where('published_at', 'is', null).selectAll().execute()).toEqual([])
  expect(await db.read.selectFrom('document').where('current_revision_id', 'is', null).selectAll().execute()).toEqual([])
  const { rows } = await sql`select id from unit where not exists (select 1 from occurrence where occurrence.unit_id = unit.id)`.execute(db.read)
  expect(rows).toEqual([])
}

async function expectSound(db: Database): Promise<void> {
  const check = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db.read)
  expect(check.rows).toEqual([{ integrity_check: 'ok' }])
}

const lanes = 2
const kills = 50
/** Moments are counted, not timed, so that a busy machine does not change what is tested. */
const random = (below: number) => Math.floor(Math.random() * below)

test.concurrent.each(Array.from({ length: lanes }, (_, lane) => lane))(
  'killed at fifty random moments, no acknowledged save or import is lost, and no half import is seen (%i)',
  { timeout: 600_000 },
  async (lane) => {
    const file = join(folder, `crash-${lane}.db`)
    const seen = { saved: 0, imported: 0, published: 0, halves: 0 }
    for (let kill = 0; kill < kills; kill++) {
      const told = await workUntilKilled(file, random(3), random(100))
      const db = await openDatabase(file)
      await expectNothingLost(db, told)
      await expectNoHalf(db)
      seen.halves += (await db.read.selectFrom('revision').where('published_at', 'is', null).select('id').execute()).length
      await sweepUnfinished(db)
      await expectSwept(db)
      if (kill === kills - 1) await expectSound(db)
      await db.close()
      for (const what of told) if (what !== 'ready') seen[Object.keys(what)[0] as keyof typeof seen]++
    }
    // Otherwise the kills would have come at moments that say nothing.
    expect(seen.saved).toBeGreaterThan(kills)
    expect(seen.imported).toBeGreaterThan(0)
    expect(seen.published).toBeGreaterThan(0)
    expect(seen.halves).toBeGreaterThan(0)
  },
)
