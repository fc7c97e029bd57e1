import { sql } from 'kysely'
import { importDocument } from '../../server/actions/importDocument.js'
import { rebuildProgress } from '../../server/store/progress.js'
import { startTestServer } from '../../tests/helpers/server.js'

/** The whole application with a document that other people translate, and its source manager and a translator signed in. */
export interface SteleServer {
  url: string
  manager: string
  translator: string
  units: { id: number; wordingId: number }[]
}

const stele = await startTestServer({ logLevel: 'error' })
const { db, projectId } = stele
const text = Array.from({ length: 500 }, (_, n) => `Article ${n}. Everyone has the right to life, liberty and security of person.`).join('\n\n')
const { documentId } = await importDocument(db, stele.actors.manager, { projectId, path: 'other.txt', content: { text } }, { work: stele.services.work })
const units = await db.read
  .selectFrom('occurrence')
  .innerJoin('document', 'document.current_revision_id', 'occurrence.revision_id')
  .where('document.id', '=', documentId)
  .select(['unit_id as id', 'wording_id as wordingId'])
  .execute()

/** Translates and approves a whole document into every language of the project, past the API, which would take a minute. */
async function translateAll(document: number): Promise<void> {
  await db.write(async (db) => {
    await sql`insert into translation (unit_id, locale, wording_id, text, origin, author_id, created_at)
      select o.unit_id, l.locale, o.wording_id, 'Traduction', 'human', ${stele.actors.translator.accountId}, '2026-01-01T00:00:00.000Z'
      from occurrence o join document d on d.current_revision_id = o.revision_id and d.id = ${document} join project_locale l on l.project_id = d.project_id`.execute(db)
    await sql`insert into target (unit_id, locale, translation_id, version) select t.unit_id, t.locale, t.id, 1
      from translation t join unit u on u.id = t.unit_id and u.document_id = ${document}`.execute(db)
    await sql`insert into verdict (translation_id, reviewer_id, kind, note, created_at) select t.id, ${stele.actors.reviewer.accountId}, 'approve', '', '2026-01-01T00:00:00.000Z'
      from translation t join unit u on u.id = t.unit_id and u.document_id = ${document}`.execute(db)
    await rebuildProgress(db, document)
  })
}

process.on('message', (document: number) => void translateAll(document).then(() => process.send?.('translated')))
process.once('SIGTERM', () => void stele.close().then(() => process.exit()))
process.send?.({ url: await stele.listen(), manager: stele.cookie('manager'), translator: stele.cookie('translator'), units } satisfies SteleServer)
