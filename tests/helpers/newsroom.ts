import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createProject } from '../../server/actions/createProject.js'
import { importDocument } from '../../server/actions/importDocument.js'
import { operator } from '../../server/actions/operator.js'
import { publishRevision, type NewRevision } from '../../server/actions/publishRevision.js'
import { reviewTranslations } from '../../server/actions/reviewTranslations.js'
import { saveTranslation } from '../../server/actions/saveTranslation.js'
import { insertAccount } from '../../server/store/accounts.js'
import { openDatabase, type Database } from '../../server/store/database.js'
import { findDocumentHead } from '../../server/store/documentHead.js'
import { findDocument } from '../../server/store/documents.js'
import { readUnitFacts, type UnitFacts } from '../../server/store/unitRows.js'
import { createWorkPool, type WorkPool } from '../../server/work/pool.js'
import type { Actor, Membership } from '../../server/workflow/permissions.js'
import type { ProjectSettings } from '../../server/workflow/settings.js'

type Person = 'manager' | 'translator' | 'reviewer' | 'viewer'

/** A project (English into French and Arabic) with its people on a database of its own, and what they do in short words. */
export interface Newsroom {
  db: Database
  work: WorkPool
  /** The database's file. */
  file: string
  projectId: number
  people: Record<Person, Actor>
  /** Imports a text by the manager; answers the document's id. */
  importText(path: string, text: string): Promise<number>
  /** Publishes a text as the next revision; answers its number. */
  publish(documentId: number, content: string | { revertTo: number }, more?: Pick<NewRevision, 'keep' | 'base'> | { keep?: number[]; base?: number }): Promise<number>
  /** Units of the current revision. */
  units(documentId: number, locale?: string): Promise<UnitFacts[]>
  /** Saves translations of units that are named by their source. */
  translate(documentId: number, locale: string, texts: Record<string, string>): Promise<void>
  /** Judges the translations of units that are named by their source. */
  review(documentId: number, locale: string, kind: 'approve' | 'reject', sources: string[]): Promise<void>
  /** Each unit on a line: its source, status and translation. */
  state(documentId: number, locale?: string): Promise<string[]>
  close(): Promise<void>
}

/** One for all tests of a file: a worker takes a while to start. */
const work: WorkPool = createWorkPool()

export async function openNewsroom(settings: Partial<ProjectSettings> = {}): Promise<Newsroom> {
  const folder = mkdtempSync(join(tmpdir(), 'stele-test-'))
  const file = join(folder, 'stele.db')
  const db = await openDatabase(file)
  const { id: projectId } = await createProject(db, operator, { name: 'Charter', sourceLocale: 'en', locales: ['fr', 'ar'], settings })
  const people = {
    manager: await enrol(db, 'manager', projectId),
    translator: await enrol(db, 'translator', projectId),
    reviewer: await enrol(db, 'reviewer', projectId),
    viewer: await enrol(db, 'viewer', projectId),
  }
  const units = async (documentId: number, locale = 'fr') => {
    const head = await findDocumentHead(db.read, { document: documentId })
    return head ? readUnitFacts(db.read, head, locale, {}) : []
  }
  const find = async (documentId: number, locale: string, source: string) => {
    const unit = (await units(documentId, locale)).find((one) => one.source === source)
    if (!unit) throw new Error(`No unit says “${source}”`)
    return unit
  }
  return {
    ...{ db, work, file, projectId, people, units },
    importText: async (path, text) => (await importDocument(db, people.manager, { projectId, path, content: { text } }, { work })).documentId,
    publish: async (documentId, content, more = {}) => {
      const document = await findDocument(db.read, documentId)
      const { number } = await db.read
        .selectFrom('revision')
        .where('id', '=', document?.revisionId ?? 0)
        .select('number')
        .executeTakeFirstOrThrow()
      const what = typeof content === 'string' ? { text: content } : content
      return (await publishRevision(db, people.manager, { documentId, base: number ?? 0, content: what, ...more }, { work })).number
    },
    translate: async (documentId, locale, texts) => {
      for (const [source, text] of Object.entries(texts)) {
        const unit = await find(documentId, locale, source)
        await saveTranslation(db, people.translator, { unitId: unit.unitId, locale, text, wordingId: unit.wordingId, version: unit.version ?? 0, origin: 'human' })
      }
    },
    review: async (documentId, locale, kind, sources) => {
      const items = await Promise.all(
        sources.map(async (source) => {
          const unit = await find(documentId, locale, source)
          return { unitId: unit.unitId, translationId: unit.translationId ?? 0 }
        }),
      )
      const { refused } = await reviewTranslations(db, people.reviewer, { documentId, locale, kind, note: kind === 'reject' ? 'Please look again.' : '', category: null, items })
      if (refused.length > 0) throw new Error(`Refused: ${JSON.stringify(refused)}`)
    },
    state: async (documentId, locale = 'fr') => (await units(documentId, locale)).map((unit) => [unit.source, unit.status, unit.text].filter(Boolean).join(' · ')),
    async close() {
      await db.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function enrol(db: Database, role: Person, projectId: number): Promise<Actor> {
  const accountId = await db.write((db) => insertAccount(db, { email: `${role}@stele.test`, name: `The ${role}`, passwordHash: null, siteRole: 'member' }))
  const memberships: Membership[] = [{ projectId, role, locale: null }]
  return { accountId, siteRole: 'member', memberships }
}
