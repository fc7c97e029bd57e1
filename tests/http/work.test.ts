import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importDocument } from '../../server/actions/importDocument.js'
import { reviewTranslations } from '../../server/actions/reviewTranslations.js'
import { saveTranslation } from '../../server/actions/saveTranslation.js'
import { updateDocument } from '../../server/actions/updateDocument.js'
import { findDocumentHead } from '../../server/store/documentHead.js'
import { readUnitFacts } from '../../server/store/unitRows.js'
import type { Actor } from '../../server/workflow/permissions.js'
import { startTestServer, type Role, type TestServer } from '../helpers/server.js'

let server: TestServer
let documentId: number
beforeEach(async () => {
  server = await startTestServer()
  documentId = await importText('declaration.txt', 'All are born free.\n\nAll are equal.\n\nNobody is a slave.\n')
})
afterEach(() => server.close())

const importText = async (path: string, text: string) =>
  (await importDocument(server.db, server.actors.manager, { projectId: server.projectId, path, content: { text } }, { work: server.services.work })).documentId

async function units(id = documentId, locale = 'fr') {
  const head = await findDocumentHead(server.db.read, { document: id })
  return head ? readUnitFacts(server.db.read, head, locale, {}) : []
}
async function translate(who: Actor, position: number, id = documentId): Promise<void> {
  const unit = (await units(id))[position]
  if (!unit) throw new Error('No such unit')
  const { unitId, wordingId, version } = unit
  await saveTranslation(server.db, who, { unitId, wordingId, locale: 'fr', text: `Texte ${who.accountId}`, version: version ?? 0, origin: 'human' })
}
async function judge(who: Actor, kind: 'approve' | 'reject', position: number, id = documentId): Promise<void> {
  const unit = (await units(id))[position]
  const items = [{ unitId: unit?.unitId ?? 0, translationId: unit?.translationId ?? 0 }]
  await reviewTranslations(server.db, who, { documentId: id, locale: 'fr', kind, note: 'So.', category: null, items })
}
const work = async (role: Role) => (await server.agent(role).get('/api/v1/work').expect(200)).body
const waiting = async (role: Role) =>
  (await work(role)).items.map((item: Record<string, number | string>) => [item.documentPath, item.locale, item.toTranslate, item.stale, item.rejected, item.toReview, item.words])

describe('your work', () => {
  test('is what is missing in the languages that you translate into', async () => {
    expect(await waiting('translator')).toEqual([['declaration.txt', 'fr', 3, 0, 0, 0, 11]])
    expect(await waiting('otherTranslator')).toEqual([['declaration.txt', 'de', 3, 0, 0, 0, 11]])
  })

  test('is what others translated, where you review', async () => {
    expect(await waiting('reviewer')).toEqual([])
    await translate(server.actors.translator, 0)
    await translate(server.actors.reviewer, 1)
    expect(await waiting('reviewer')).toEqual([['declaration.txt', 'fr', 0, 0, 0, 1, 4]])
    await judge(server.actors.reviewer, 'approve', 0)
    expect(await waiting('reviewer')).toEqual([])
  })

  test('has rejections of your own translations first', async () => {
    const other = await importText('other.txt', 'Everyone has rights.\n')
    await translate(server.actors.translator, 0, other)
    await judge(server.actors.reviewer, 'reject', 0, other)
    expect(await waiting('translator')).toEqual([
      ['other.txt', 'fr', 0, 0, 1, 0, 3],
      ['declaration.txt', 'fr', 3, 0, 0, 0, 11],
    ])
  })

  test('of a manager without a role in a language is what the whole project waits for', async () => {
    expect((await waiting('manager')).map(([, locale]: string[]) => locale)).toEqual(['ar', 'de', 'fr'])
    expect((await waiting('administrator')).map(([, locale]: string[]) => locale)).toEqual(['ar', 'de', 'fr'])
  })

  test('is nothing for who only views, for who is from outside, and in an archived document', async () => {
    expect(await waiting('viewer')).toEqual([])
    expect(await waiting('outsider')).toEqual([])
    await updateDocument(server.db, server.actors.manager, { documentId, archived: true })
    expect(await waiting('translator')).toEqual([])
  })

  test('is only for people who are signed in', async () => {
    await server.agent('nobody').get('/api/v1/work').expect(401)
  })

  test('comes with what happened lately in the projects that you see, and in no other', async () => {
    await translate(server.actors.translator, 0)
    const { recent } = await work('viewer')
    expect(recent[0]).toMatchObject({
      kind: 'translation.saved',
      actor: { name: 'The translator' },
      documentPath: 'declaration.txt',
      locale: 'fr',
      project: 'charter',
      projectName: 'Charter',
    })
    expect((await work('outsider')).recent.filter((event: { project: string }) => event.project === 'charter')).toEqual([])
  })
})
