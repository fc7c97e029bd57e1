import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import express from 'express'

/** The least that a durable save can be: one Express route, one UPDATE, one wait for the disk. */
export interface BareServer {
  url: string
}

const folder = mkdtempSync(join(tmpdir(), 'stele-bench-'))
const db = new SQLite(join(folder, 'bare.db'))
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('create table translation (id integer primary key, text text)')
db.exec("insert into translation (id, text) values (1, '')")
const update = db.prepare<[string]>('update translation set text = ? where id = 1')

const app = express()
app.put('/', express.json(), (req, res) => {
  update.run((req.body as { text: string }).text)
  res.json({ saved: true })
})
const server = app.listen(0, '127.0.0.1', () => {
  const message: BareServer = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
  process.send?.(message)
})
process.once('SIGTERM', () => {
  db.close()
  rmSync(folder, { recursive: true })
  process.exit()
})
