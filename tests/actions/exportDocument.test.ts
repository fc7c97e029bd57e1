import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeExport, exportAll, exportDocument, localizedName } from '../../server/actions/exportDocument.js'
import { importDocument } from '../../server/actions/importDocument.js'
import { updateDocument } from '../../server/actions/updateDocument.js'
import { updateProject } from '../../server/actions/updateProject.js'
import { uploadDocument } from '../../server/actions/uploadDocument.js'
import { hashWording } from '../../server/document/hash.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

let room: Newsroom
beforeEach(async () => void (room = await openNewsroom()))
afterEach(() => room.close())

const text = '# Rights\r\n\r\nFirst *paragraph*.\r\n\r\nSecond paragraph.\r\n\r\n```\r\ncode\r\n```\r\n<script>alert(1)</script>\r\n'

const exported = async (documentId: number, content: 'approved' | 'all' = 'approved', locale = 'fr') => {
  const { bytes, name } = await exportDocument(room.db, room.people.viewer, { documentId, locale, content }, { work: room.work })
  const manifest = await describeExport(room.db, room.people.viewer, { documentId, locale, content }, { work: room.work })
  return { text: Buffer.from(bytes).toString(), manifest, name }
}

async function importBytes(path: string, bytes: Buffer): Promise<number> {
  const { sha256 } = await uploadDocument(room.db, room.people.manager, { projectId: room.projectId, bytes }, { work: room.work })
  const { documentId } = await importDocument(room.db, room.people.manager, { projectId: room.projectId, path, content: { upload: sha256 } }, { work: room.work })
  return documentId
}

describe('an export', () => {
  test('without translations is the source, byte for byte', async () => {
    const document = await room.importText('rights.md', text)
    const { text: same, manifest } = await exported(document)
    expect(same).toBe(text)
    expect(manifest.sha256).toBe(manifest.sourceSha256)
    expect(manifest.units.every((unit) => unit.exported === 'source' && unit.reason === 'missing')).toBe(true)
  })

  test('changes nothing but the slots: line ends, code and scripts stay as they were', async () => {
    const document = await room.importText('rights.md', text)
    await room.translate(document, 'fr', { Rights: 'Droits', 'First <1>paragraph</1>.': 'Premier <1>alinéa</1>.' })
    const all = await exported(document, 'all')
    expect(all.text).toBe('# Droits\r\n\r\nPremier *alinéa*.\r\n\r\nSecond paragraph.\r\n\r\n```\r\ncode\r\n```\r\n<script>alert(1)</script>\r\n')
    expect(all.name).toBe('rights.fr.md')
  })

  test('counts what checks find in the translations that stand in it', async () => {
    const document = await room.importText('film.srt', '1\n00:00:01,000 --> 00:00:02,000\nThe harbour was quiet.\n\n2\n00:00:02,000 --> 00:00:09,000\nNobody spoke.\n')
    await room.translate(document, 'fr', { 'The harbour was quiet.': 'Le port était très calme.', 'Nobody spoke.': 'Personne\nne\nparlait.' })
    expect((await exported(document, 'all')).manifest.findings).toEqual({ 'reading-speed': 1, 'line-count': 1 })
    expect((await exported(document)).manifest.findings).toEqual({})
  })

  test('holds what is approved; of "all" also what waits for approval, but nothing stale or rejected', async () => {
    const document = await room.importText('rights.txt', 'One is here.\n\nTwo is here.\n\nThree is here.\n\nFour is here, and it is going to change.\n')
    await room.translate(document, 'fr', { 'One is here.': 'Un', 'Two is here.': 'Deux', 'Three is here.': 'Trois', 'Four is here, and it is going to change.': 'Quatre' })
    await room.review(document, 'fr', 'approve', ['One is here.', 'Four is here, and it is going to change.'])
    await room.review(document, 'fr', 'reject', ['Three is here.'])
    await room.publish(document, 'One is here.\n\nTwo is here.\n\nThree is here.\n\nFour is here, and it has changed.\n')
    expect((await exported(document)).text).toBe('Un\n\nTwo is here.\n\nThree is here.\n\nFour is here, and it has changed.\n')
    const { text, manifest } = await exported(document, 'all')
    expect(text).toBe('Un\n\nDeux\n\nThree is here.\n\nFour is here, and it has changed.\n')
    expect(manifest.units.map((unit) => [unit.status, unit.exported, unit.reason])).toEqual([
      ['approved', 'translation', undefined],
      ['translated', 'translation', undefined],
      ['rejected', 'source', 'rejected'],
      ['stale', 'source', 'stale'],
    ])
    expect(manifest).toMatchObject({
      revision: 2,
      locale: 'fr',
      content: 'all',
      counts: { approved: { units: 1 }, translated: { units: 1 }, rejected: { units: 1 }, stale: { units: 1 } },
    })
  })

  test('is a page of its language, whose links lead to pages of that language by the rules of the project', async () => {
    await updateProject(room.db, room.people.manager, { projectId: room.projectId, settings: { links: [{ from: '/en/', to: '/{locale}/', locales: [] }] } }, room)
    const document = await room.importText('page.html', '<html lang="en"><p>See <a href="/en/help">help</a>.</p><p><a href="/en/about">About us</a></p></html>')
    await room.translate(document, 'ar', { 'See <1>help</1>.': 'انظر <1>المساعدة</1>.' })
    expect((await exported(document, 'all', 'ar')).text).toBe(
      '<html dir="rtl" lang="ar"><p>انظر <a href="/ar/help">المساعدة</a>.</p><p><a href="/ar/about">About us</a></p></html>',
    )
    expect((await exported(document, 'all', 'fr')).text).toContain('<html lang="en">')
  })

  test('writes characters that the document’s encoding lacks as the format can', async () => {
    const page = '<html><head><meta charset="iso-8859-1"></head><body><p>café one</p><p>two</p></body></html>'
    const html = await importBytes('page.html', Buffer.from(page, 'latin1'))
    await room.translate(html, 'ar', { two: 'اثنان' })
    expect(Buffer.from((await exportDocument(room.db, room.people.viewer, { documentId: html, locale: 'ar', content: 'all' }, { work: room.work })).bytes).toString('latin1')).toBe(
      page.replace('<html', '<html lang="ar" dir="rtl"').replace('two', '&#1575;&#1579;&#1606;&#1575;&#1606;'),
    )
  })

  test('keeps the source where the codes of a kept translation do not fit the new wording, and says so', async () => {
    const document = await room.importText('rights.md', 'Everyone has the *right* to life.\n')
    await room.translate(document, 'fr', { 'Everyone has the <1>right</1> to life.': 'Tout individu a <1>droit</1> à la vie.' })
    await room.publish(document, 'Everyone has the right to life.\n', { keep: [0] })
    const { text, manifest } = await exported(document, 'all')
    expect(text).toBe('Everyone has the right to life.\n')
    expect(manifest.units).toMatchObject([{ status: 'translated', exported: 'source', reason: 'codes' }])
  })

  describe('of a translation that would break the document', () => {
    const page = '<p>Before.</p>\n<img src="a.png" alt="A cat">\n<p>After.</p>\n'
    /** As if a reader had forgotten that it stands between quotes: one that is written there then ends the attribute. */
    const forget = (document: number) =>
      room.db.write((db) => db.updateTable('occurrence').set({ context: 'text' }).where('kind', '=', 'attribute').where('revision_id', 'in', revisionsOf(document)).execute())
    const revisionsOf = (document: number) => room.db.read.selectFrom('revision').where('document_id', '=', document).select('id')

    test('leaves that unit alone in the source language, and says so', async () => {
      const document = await room.importText('page.html', page)
      await room.translate(document, 'fr', { 'Before.': 'Avant.', 'A cat': 'Un "chat"', 'After.': 'Après.' })
      await forget(document)
      const { text, manifest } = await exported(document, 'all')
      expect(text).toBe('<p>Avant.</p>\n<img src="a.png" alt="A cat">\n<p>Après.</p>\n')
      expect(manifest.checked).toBe(true)
      expect(manifest.units.map(({ exported, reason }) => [exported, reason])).toEqual([
        ['translation', undefined],
        ['source', 'structure'],
        ['translation', undefined],
      ])
    })

    test.each([
      ['all', 'Un chat'],
      ['approved', 'Le chat'],
    ] as const)('puts the last good one before it there (%s)', async (content, text) => {
      const document = await room.importText('page.html', page)
      for (const one of ['Le chat', 'Un chat', 'Un "gros" chat', 'Un "chat"']) {
        await room.translate(document, 'fr', { 'A cat': one })
        if (content === 'approved' && one !== 'Un chat') await room.review(document, 'fr', 'approve', ['A cat'])
      }
      await forget(document)
      const { text: file, manifest } = await exported(document, content)
      expect(file).toBe(page.replace('A cat', text))
      expect(manifest.units.find(({ exported }) => exported === 'earlier')).toMatchObject({ reason: 'structure', targetSha256: hashWording(text) })
    })
  })

  test('of UTF-16 with a byte order mark stays UTF-16', async () => {
    const bytes = Buffer.from('\ufeffOne.\n\nTwo.\n', 'utf16le')
    const document = await importBytes('notes.txt', bytes)
    await room.translate(document, 'ar', { 'Two.': 'اثنان' })
    const { bytes: out } = await exportDocument(room.db, room.people.viewer, { documentId: document, locale: 'ar', content: 'all' }, { work: room.work })
    expect(Buffer.from(out).toString('utf16le')).toBe('\ufeffOne.\n\nاثنان\n')
  })

  test('is refused for a language that the project does not have', async () => {
    const document = await room.importText('rights.md', text)
    await expect(exported(document, 'approved', 'de')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a zip', () => {
  test('holds every document in every language with its manifest, archived ones not', async () => {
    await room.importText('a.md', '# A\n')
    await room.importText('folder/b.txt', 'B\n')
    const old = await room.importText('old.txt', 'Old\n')
    await updateDocument(room.db, room.people.manager, { documentId: old, archived: true })
    const { name, bytes } = await exportAll(room.db, room.people.viewer, { projectId: room.projectId, content: 'all' }, { work: room.work })
    const files = unzipSync(bytes)
    expect(name).toBe('charter.zip')
    expect(Object.keys(files).toSorted()).toEqual([
      'ar/a.md',
      'ar/a.md.manifest.json',
      'ar/folder/b.txt',
      'ar/folder/b.txt.manifest.json',
      'fr/a.md',
      'fr/a.md.manifest.json',
      'fr/folder/b.txt',
      'fr/folder/b.txt.manifest.json',
    ])
    expect(Buffer.from(files['fr/a.md'] ?? []).toString()).toBe('# A\n')
    expect(JSON.parse(Buffer.from(files['ar/folder/b.txt.manifest.json'] ?? []).toString())).toMatchObject({ document: 'folder/b.txt', locale: 'ar', file: 'ar/folder/b.txt' })
  })

  test('has names that every system can unpack, none over another', async () => {
    const documents = ['what?.md', 'what*.md', 'aux/con.md', 'dots.…/ends. /x.md', 'إعلان.md']
    for (const path of documents) await room.importText(path, '# A\n')
    const { bytes } = await exportAll(room.db, room.people.viewer, { projectId: room.projectId, content: 'all' }, { work: room.work })
    const names = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('fr/') && name.endsWith('.md'))
    expect(names.toSorted()).toEqual(['fr/_aux/_con.md', 'fr/dots.…/ends__/x.md', 'fr/what_ (2).md', 'fr/what_.md', 'fr/إعلان.md'])
  })
})

test.each([
  ['statement.md', 'statement.fr.md'],
  ['folder/statement.v2.html', 'statement.v2.fr.html'],
  ['README', 'README.fr'],
  ['.hidden', '.hidden.fr'],
])('%s in French is named %s', (path, name) => {
  expect(localizedName(path, 'fr')).toBe(name)
})
