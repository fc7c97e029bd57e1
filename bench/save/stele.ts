import { importDocument } from '../../server/actions/importDocument.js'
import { startTestServer } from '../../tests/helpers/server.js'

/** The whole application with 1,000 units to translate into French, and a translator who is signed in. */
export interface SteleServer {
  url: string
  cookie: string
  units: { id: number; wordingId: number; version: number }[]
}

const stele = await startTestServer({ logLevel: 'error' })
const text = Array.from({ length: 1000 }, (_, n) => `Article ${n}. All human beings are born free and equal in dignity and rights.`).join('\n\n')
const { documentId } = await importDocument(
  stele.db,
  stele.actors.manager,
  { projectId: stele.projectId, path: 'declaration.txt', content: { text } },
  { work: stele.services.work },
)
const units = await stele.db.read
  .selectFrom('occurrence')
  .innerJoin('document', 'document.current_revision_id', 'occurrence.revision_id')
  .where('document.id', '=', documentId)
  .select(['unit_id as id', 'wording_id as wordingId'])
  .execute()
const message: SteleServer = { url: await stele.listen(), cookie: stele.cookie('translator'), units: units.map((unit) => ({ ...unit, version: 0 })) }
process.send?.(message)
process.once('SIGTERM', () => void stele.close().then(() => process.exit()))
