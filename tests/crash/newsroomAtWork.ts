import { createProject } from '../../server/actions/createProject.js'
import { importDocument } from '../../server/actions/importDocument.js'
import { publishRevision } from '../../server/actions/publishRevision.js'
import { saveTranslation } from '../../server/actions/saveTranslation.js'
import { sweepUnfinished } from '../../server/actions/sweepUnfinished.js'
import { findAccountByEmail, insertAccount } from '../../server/store/accounts.js'
import { openDatabase } from '../../server/store/database.js'
import { findDocumentHead } from '../../server/store/documentHead.js'
import { listDocuments } from '../../server/store/documents.js'
import { listProjects } from '../../server/store/projects.js'
import { readUnitFacts } from '../../server/store/unitRows.js'
import { createWorkPool } from '../../server/work/pool.js'
import type { Actor } from '../../server/workflow/permissions.js'

/** A process to be killed: on the database that it is given it saves, imports and publishes without end, and tells on a line of its own what it was told is done. */
export type Acknowledged =
  { saved: { unitId: number; text: string } } | { imported: { path: string; units: number } } | { published: { documentId: number; number: number } } | 'ready'

const tell = (what: Acknowledged) => process.stdout.write(`${JSON.stringify(what)}\n`)

const db = await openDatabase(process.argv[2] ?? '')
await sweepUnfinished(db)
const email = 'everybody@stele.test'
const known = await findAccountByEmail(db.read, email)
const accountId = known?.id ?? (await db.write((db) => insertAccount(db, { email, name: 'Everybody', passwordHash: null, siteRole: 'administrator' })))
const actor: Actor = { accountId, siteRole: 'administrator', memberships: [] }
const work = createWorkPool()
const life = Date.now().toString(36)
const text = (from: number, count: number) => Array.from({ length: count }, (_, n) => `Paragraph number ${from + n} of life ${life}.`).join('\n\n')
const importText = (path: string, content: string) => importDocument(db, actor, { projectId, path, content: { text: content } }, { work })

const projectId = (await listProjects(db.read, 'all'))[0]?.id ?? (await createProject(db, actor, { name: 'Crash', sourceLocale: 'en', locales: ['fr', 'de'] })).id
const first = (await listDocuments(db.read, projectId)).find((document) => document.path === 'first.txt')
const documentId = first?.id ?? (await importText('first.txt', text(0, 20))).documentId
tell('ready')

async function saveForever(): Promise<void> {
  for (let count = 0; ; count++) {
    const head = await findDocumentHead(db.read, { document: documentId })
    const units = head ? await readUnitFacts(db.read, head, 'fr', { from: 0, limit: 8 }) : []
    await Promise.all(
      units.map(async ({ unitId, wordingId, version }) => {
        const saved = { unitId, text: `Texte ${count} de la vie ${life}` }
        await saveTranslation(db, actor, { ...saved, locale: 'fr', wordingId, version: version ?? 0, origin: 'human' })
        tell({ saved })
      }),
    )
  }
}

async function importForever(): Promise<void> {
  for (let count = 0; ; count++) {
    const path = `${life}-${count}.txt`
    await importText(path, text(count, 400))
    tell({ imported: { path, units: 400 } })
    const { documentId: id } = await importText(`${life}-${count}-short.txt`, text(count, 100))
    const { number } = await publishRevision(db, actor, { documentId: id, base: 1, content: { text: text(count + 50, 100) } }, { work })
    tell({ published: { documentId: id, number } })
  }
}

await Promise.all([saveForever(), importForever()])
