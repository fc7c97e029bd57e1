import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createProject } from '../../server/actions/createProject.js'
import { operator } from '../../server/actions/operator.js'
import { updateProject } from '../../server/actions/updateProject.js'
import { uploadDocument } from '../../server/actions/uploadDocument.js'
import { deleteUnusedBlobs } from '../../server/store/blobs.js'
import type { FormatRule } from '../../server/workflow/settings.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

let room: Newsroom
beforeEach(async () => void (room = await openNewsroom()))
afterEach(() => room.close())

/** Cuts behind semicolons. */
const semicolons = (before = ';') => `<srx version="2.0"><header cascade="no"/>
<body><languagerules><languagerule languagerulename="All">
<rule break="yes"><beforebreak>${before}</beforebreak><afterbreak>\\s</afterbreak></rule>
</languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="All"/></maprules></body></srx>`

const itsRules = '<its:rules xmlns:its="http://www.w3.org/2005/11/its" version="2.0">'
const send = (text: string) => uploadDocument(room.db, room.people.manager, { projectId: room.projectId, bytes: Buffer.from(text) }, room)
const decide = (formatRules: FormatRule[]) => updateProject(room.db, room.people.manager, { projectId: room.projectId, settings: { formatRules } }, room)
const sources = async (document: number) => (await room.units(document)).map(({ source }) => source)

describe('a rule for some documents', () => {
  test('reads those that its pattern fits otherwise, and no others', async () => {
    await decide([{ files: 'news/*', segmentation: 'sentence' }])
    expect(await sources(await room.importText('news/a.txt', 'One. Two.\n'))).toEqual(['One.', 'Two.'])
    expect(await sources(await room.importText('law/a.txt', 'One. Two.\n'))).toEqual(['One. Two.'])
  })

  test('is followed by later ones that fit too, option by option', async () => {
    await decide([
      { files: '*.md', segmentation: 'sentence', frontMatter: ['summary'] },
      { files: 'plain/**', segmentation: 'block' },
    ])
    const text = '---\ntitle: Charter\nsummary: What it says\n---\n\nOne. Two.\n'
    expect(await sources(await room.importText('a.md', text))).toEqual(['What it says', 'One.', 'Two.'])
    expect(await sources(await room.importText('plain/a.md', text))).toEqual(['What it says', 'One. Two.'])
  })

  test('cuts sentences by an SRX file', async () => {
    const { sha256 } = await send(semicolons())
    await decide([{ files: '**', segmentation: 'sentence', srx: { name: 'semicolons.srx', sha256 } }])
    expect(await sources(await room.importText('a.txt', 'One. Two; three.\n'))).toEqual(['One. Two;', 'three.'])
  })

  test('that comes later makes another revision of the same bytes, in which translations of equal texts stay', async () => {
    const text = 'One is here.\n\nTwo is here; three is there.\n'
    const document = await room.importText('a.txt', text)
    await room.translate(document, 'fr', { 'One is here.': 'Un est ici.', 'Two is here; three is there.': 'Deux est ici ; trois est là.' })
    const { sha256 } = await send(semicolons())
    await decide([{ files: '*.txt', segmentation: 'sentence', srx: { name: 'semicolons.srx', sha256 } }])
    expect(await room.publish(document, text)).toBe(2)
    expect((await room.state(document))[0]).toBe('One is here. · translated · Un est ici.')
    expect(await sources(document)).toEqual(['One is here.', 'Two is here;', 'three is there.'])
    await decide([])
    expect(await room.publish(document, text)).toBe(3)
    expect(await room.state(document)).toEqual(['One is here. · translated · Un est ici.', 'Two is here; three is there. · translated · Deux est ici ; trois est là.'])
  })

  test('changes nothing for a document that it does not fit: the same bytes are no new revision', async () => {
    const document = await room.importText('a.txt', 'One. Two.\n')
    await decide([{ files: '*.md', segmentation: 'sentence' }])
    await expect(room.publish(document, 'One. Two.\n')).rejects.toMatchObject({ code: 'revision-unchanged' })
  })
})

describe('options that only some formats know of', () => {
  test('decide what is read of HTML and MDX', async () => {
    await decide([{ files: '**', attributes: ['data-title'], protect: ['kbd', '.box'] }])
    expect(await sources(await room.importText('a.html', '<p>Press <kbd>Go</kbd></p><p class="box">no</p><p data-title="Yes">Text</p>'))).toEqual(['Press <1/>', 'Yes', 'Text'])
    expect(await sources(await room.importText('a.mdx', '<Card title="One" data-title="Two" data-x="no" />\n'))).toEqual(['One', 'Two'])
  })

  test('decide how elements of XML are read, by name and by rules of ITS', async () => {
    const its = { name: 'rules.xml', text: `${itsRules}<its:translateRule selector="//hint" translate="no"/></its:rules>` }
    await decide([{ files: '*.xml', elements: { key: 'protected', '@label': 'translated' }, its }])
    expect(await sources(await room.importText('a.xml', '<x><key>no</key><hint>no</hint><y label="Yes">Press <key>F1</key> now</y></x>'))).toEqual(['Yes', 'Press <1/> now'])
  })

  test('are followed by later ones, option by option', async () => {
    await decide([
      { files: '**', protect: ['kbd'], comments: true },
      { files: 'plain/**', protect: [] },
    ])
    expect(await sources(await room.importText('plain/a.html', '<p>Press <kbd>Go</kbd></p>'))).toEqual(['Press <1>Go</1>'])
  })

  test('hold for exports, where a translation is compared with its source', async () => {
    await decide([{ files: '*.xml', elements: { key: 'protected' } }])
    const document = await room.importText('a.xml', '<x><y>Press <key>F1</key> now</y></x>')
    await room.translate(document, 'fr', { 'Press <1/> now': 'Appuyez sur <1/>' })
    expect((await room.state(document))[0]).toBe('Press <1/> now · translated · Appuyez sur <1/>')
  })
})

describe('a file of ITS rules', () => {
  const use = (text: string) => decide([{ files: '**', its: { name: 'rules.xml', text } }])

  test.each([
    ['<its:rules', 'xml', 1],
    ['<rules>\n</rules>', 'none', 1],
    [`${itsRules}\n<its:translateRule selector="//p[position()=1]" translate="no"/></its:rules>`, 'rule', 2],
  ])('is refused with its name, line and reason where it cannot be used: %s', async (text, problem, line) => {
    await expect(use(text)).rejects.toMatchObject({ code: 'its-invalid', details: { file: 'rules.xml', problem, line } })
  })
})

describe('an SRX file of a rule', () => {
  test('is refused with its name, line and rule where it cannot be used', async () => {
    const { sha256 } = await send(semicolons('(;'))
    await expect(decide([{ files: '**', srx: { name: 'broken.srx', sha256 } }])).rejects.toMatchObject({
      code: 'srx-invalid',
      details: { file: 'broken.srx', line: 3, problem: 'syntax', rule: 'All: (;' },
    })
  })

  test('is refused where it was never sent to this project, be it new or not', async () => {
    const srx = { name: 'a.srx', sha256: 'a'.repeat(64) }
    await expect(decide([{ files: '**', srx }])).rejects.toMatchObject({ code: 'upload-unknown' })
    const project = { name: 'Other', sourceLocale: 'en', locales: [], settings: { formatRules: [{ files: '**', srx }] } }
    await expect(createProject(room.db, operator, project)).rejects.toMatchObject({ code: 'upload-unknown' })
  })

  test('is kept as long as settings or a revision name it', async () => {
    const [{ sha256 }, other] = [await send(semicolons()), await send('no longer needed')]
    await decide([{ files: '**', segmentation: 'sentence', srx: { name: 'a.srx', sha256 } }])
    await room.importText('a.txt', 'One; two.\n')
    const sweep = () => room.db.write((db) => deleteUnusedBlobs(db, new Date(Date.now() + 1000).toISOString()))
    const kept = async () => (await room.db.read.selectFrom('blob').select('sha256').execute()).map((blob) => blob.sha256)
    await sweep()
    expect(await kept()).toContain(sha256)
    expect(await kept()).not.toContain(other.sha256)
    await decide([])
    await sweep()
    expect(await kept()).toContain(sha256)
  })
})
