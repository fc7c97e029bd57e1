import SQLite from 'better-sqlite3'
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openDatabase } from '../../server/store/database.js'
import { insertWordings } from '../../server/store/wordings.js'
import { createWorkPool } from '../../server/work/pool.js'

let folder: string
const work = createWorkPool({ size: 1 })
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'stele-checkpoint-'))))
afterAll(async () => {
  await work.close()
  rmSync(folder, { recursive: true })
})

/** Languages of the wordings that the database file holds without its log. */
function localesIn(file: string): string[] {
  const alone = join(folder, 'alone.db')
  copyFileSync(file, alone)
  const db = new SQLite(alone)
  try {
    return db.prepare<[], string>('select distinct locale from wording').pluck().all()
  } finally {
    db.close()
  }
}

const wordings = JSON.stringify(
  Array.from({ length: 2000 }, (_, n) => ({ hash: `hash ${n}`, text: `Article ${n}. ${'All human beings are born free. '.repeat(10)}`, words: 8, chars: 320 })),
)

test('what is committed reaches the database file while the server runs, and its log is used again', async () => {
  const file = join(folder, 'stele.db')
  const failures: unknown[] = []
  const db = await openDatabase(file, { checkpoint: (file) => void work.run('checkpoint', { file }).catch((error: unknown) => failures.push(error)) })
  const sizes: number[] = []
  for (const locale of ['en', 'fr', 'de']) {
    await db.write((db) => insertWordings(db, locale, wordings))
    await vi.waitFor(() => expect(localesIn(file)).toContain(locale), { timeout: 20_000, interval: 100 })
    sizes.push(statSync(`${file}-wal`).size)
  }
  expect(sizes[2]).toBeLessThan(sizes[0]! * 1.5)
  expect(failures).toEqual([])
  await db.close()
})

test('a few rows wake no worker', async () => {
  let asked = 0
  const db = await openDatabase(join(folder, 'quiet.db'), { checkpoint: () => void asked++ })
  await db.write((db) => insertWordings(db, 'en', JSON.stringify([{ hash: 'hash', text: 'Peace', words: 1, chars: 5 }])))
  await setTimeout(500)
  expect(asked).toBe(0)
  await db.close()
})

test('a file that is not there is not made', async () => {
  await expect(work.run('checkpoint', { file: join(folder, 'nothing.db') })).rejects.toThrow('failed')
})
