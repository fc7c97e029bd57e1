import SQLite from 'better-sqlite3'
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openDatabase } from '../../server/store/database.js'
import { insertProject } from '../../server/store/projects.js'
import { settingsFrom } from '../../server/workflow/settings.js'
import { createWorkPool } from '../../server/work/pool.js'

let folder: string
const work = createWorkPool({ size: 1 })
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'stele-checkpoint-'))))
afterAll(async () => {
  await work.close()
  rmSync(folder, { recursive: true })
})

/** Slugs of the projects that the database file holds without its log. */
function slugsIn(file: string): string[] {
  const alone = join(folder, 'alone.db')
  copyFileSync(file, alone)
  const db = new SQLite(alone)
  try {
    return db.prepare<[], string>('select slug from project').pluck().all()
  } finally {
    db.close()
  }
}

test('what is committed reaches the database file while the server runs, and its log is used again', async () => {
  const file = join(folder, 'stele.db')
  const failures: unknown[] = []
  const db = await openDatabase(file, { checkpoint: (file) => void work.run('checkpoint', { file }).catch((error: unknown) => failures.push(error)) })
  const sizes: number[] = []
  for (const slug of ['first', 'second', 'third']) {
    await db.write((db) => insertProject(db, { slug, name: slug.repeat(100_000), sourceLocale: 'en', locales: ['fr'], settings: settingsFrom({}) }))
    await vi.waitFor(() => expect(slugsIn(file)).toContain(slug), { timeout: 20_000, interval: 100 })
    sizes.push(statSync(`${file}-wal`).size)
  }
  expect(sizes[2]).toBeLessThan(sizes[0]! * 1.5)
  expect(failures).toEqual([])
  await db.close()
})

test('a file that is not there is not made', async () => {
  await expect(work.run('checkpoint', { file: join(folder, 'nothing.db') })).rejects.toThrow('failed')
})
