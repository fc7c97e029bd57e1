import { afterAll, beforeAll, expect, test } from 'vitest'
import { importDocument } from '../../server/actions/importDocument.js'
import type { UnitRow } from '../../server/contract/unit.js'
import { startTestServer, type TestServer } from '../helpers/server.js'

let server: TestServer
beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.close())

/** Imports a document; answers its unit that says `source`. */
async function newUnit(path: string, text: string, source: string): Promise<UnitRow> {
  const { documentId } = await importDocument(server.db, server.actors.manager, { projectId: server.projectId, path, content: { text } }, { work: server.services.work })
  const { body } = await server.agent('viewer').get(`/api/v1/documents/${documentId}/locales/fr/units?q=${encodeURIComponent(source)}`)
  return (body as { rows: UnitRow[] }).rows[0]!
}
/** As if the reader had forgotten that the text stands between quotes: one that is written there then ends the attribute. */
const forgetQuotes = ({ unitId }: UnitRow) => server.db.write((db) => db.updateTable('occurrence').set({ context: 'text' }).where('unit_id', '=', unitId).execute())
const save = async ({ unitId, wordingId }: UnitRow, text: string, version = 0) =>
  (await server.agent('translator').put(`/api/v1/units/${unitId}/locales/fr`).send({ wordingId, version, text }).expect(200)).body as UnitRow & { breaks: boolean | null }
const breaksOf = async ({ unitId }: UnitRow) => ((await server.agent('viewer').get(`/api/v1/units/${unitId}/locales/fr`).expect(200)).body as { breaks: boolean | null }).breaks

const page = '<p>Before.</p>\n<img src="a.png" alt="A cat">\n<p>After.</p>\n'

test('a text that would break the document is saved as it was written, and the answer says so, then and later', async () => {
  const unit = await newUnit('cat.html', page, 'A cat')
  await forgetQuotes(unit)
  expect(await breaksOf(unit)).toBe(false)
  expect(await save(unit, 'Un "chat"')).toMatchObject({ breaks: true, target: { text: 'Un "chat"', status: 'translated' } })
  expect(await breaksOf(unit)).toBe(true)
})

test.each(['Un chat', 'Un "chat" & <b>un chien</b>'])('a text that is spelled well breaks nothing: %s', async (text) => {
  const unit = await newUnit(`well ${text.length}.html`, page, 'A cat')
  expect(await save(unit, text)).toMatchObject({ breaks: false })
  expect(await breaksOf(unit)).toBe(false)
})

test('a save does not wait for the whole of a long table to be read; who asks for the unit gets to know', async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => `| Row ${at} | with several words |\n`)
  const unit = await newUnit('long.md', `| Head | Cell |\n| --- | --- |\n${rows.join('')}`, 'Row 999')
  expect(await save(unit, 'Ligne 999 | la dernière')).toMatchObject({ breaks: null })
  expect(await breaksOf(unit)).toBe(false)
  expect(await save(unit, 'Ligne de plus', 1)).toMatchObject({ breaks: false })
})
