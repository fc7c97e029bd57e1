import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { confirmStillValid } from '../../server/actions/confirmStillValid.js'
import { saveTranslation, type TranslationToSave } from '../../server/actions/saveTranslation.js'
import { updateDocument } from '../../server/actions/updateDocument.js'
import type { UnitRow } from '../../server/contract/unit.js'
import { Refusal } from '../../server/errors.js'
import type { LiveMessage } from '../../server/store/live.js'
import { readProgress } from '../../server/store/progress.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

const source = 'Everyone has the **right** to life, liberty and security of [person](https://example.org).'
const asUnit = 'Everyone has the <1>right</1> to life, liberty and security of <2>person</2>.'
const goodText = 'Toute <2>personne</2> a <1>droit</1> à la vie, à la liberté et à la sûreté.'

let room: Newsroom
let documentId: number
beforeEach(async () => {
  room = await openNewsroom()
  documentId = await room.importText('rights.md', `${source}\n\nNo one shall be held in slavery.\n`)
})
afterEach(() => room.close())

async function unitAt(position = 0, locale = 'fr') {
  const facts = (await room.units(documentId, locale))[position]
  if (!facts) throw new Error('No such unit')
  return facts
}

/** Saves over what is there now, but for what `more` says. */
async function save(text: string, more: Partial<TranslationToSave> = {}, who = room.people.translator): Promise<UnitRow> {
  const { unitId, wordingId, version } = await unitAt(0, more.locale)
  return saveTranslation(room.db, who, { unitId, locale: 'fr', text, wordingId, version: version ?? 0, origin: 'human', ...more })
}

const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error('It was not refused')
  return error
}

const countRows = async (table: 'translation' | 'event') => (await room.db.read.selectFrom(table).select('id').execute()).length

describe('saving a translation', () => {
  test('answers the row as everybody sees it from then on', async () => {
    const row = await save(goodText)
    expect(row).toMatchObject({ source: asUnit, target: { text: goodText, version: 1, status: 'translated', author: { name: 'The translator' } }, stale: null, rejection: null })
    expect(await unitAt()).toMatchObject({ text: goodText, version: 1, status: 'translated', savedAt: row.target.savedAt, translationId: row.target.translationId })
  })

  test('moves its words in the progress from missing to translated', async () => {
    await save(goodText)
    const { words } = await unitAt()
    const counts = (await readProgress(room.db.read, [documentId])).get(documentId)
    expect(counts?.fr).toMatchObject({ missing: { units: 1 }, translated: { units: 1, words } })
    expect(counts?.ar).toMatchObject({ missing: { units: 2 }, translated: { units: 0, words: 0 } })
  })

  test('tells the project at once, and writes it in the audit log', async () => {
    const messages: LiveMessage[] = []
    room.db.live.subscribe((message) => messages.push(message))
    const row = await save(goodText)
    expect(messages).toEqual([{ event: 'unit', data: { documentId, locale: 'fr', row }, audience: { projectId: room.projectId, documentId } }])
    const event = await room.db.read.selectFrom('event').selectAll().orderBy('id', 'desc').executeTakeFirst()
    expect(event).toMatchObject({ kind: 'translation.saved', actor_id: room.people.translator.accountId, unit_id: row.unitId, locale: 'fr' })
  })

  test('over an approved one makes a new one that awaits approval', async () => {
    await save(goodText)
    await room.review(documentId, 'fr', 'approve', [asUnit])
    expect((await save(`${goodText} !`)).target).toMatchObject({ status: 'translated', version: 2 })
  })

  test('counts as approved at once where no approvals are required', async () => {
    const other = await openNewsroom({ approvalsRequired: 0 })
    const id = await other.importText('a.txt', 'No one shall be held in slavery.\n')
    await other.translate(id, 'fr', { 'No one shall be held in slavery.': 'Nul ne sera tenu en esclavage.' })
    expect(await other.state(id)).toEqual(['No one shall be held in slavery. · approved · Nul ne sera tenu en esclavage.'])
    await other.close()
  })

  test('of a caption says when it is shown and what checks found, by the limits of the project', async () => {
    const other = await openNewsroom({ checks: { readingSpeed: 20, lineLength: null, lineCount: 1 } })
    const id = await other.importText('film.srt', '1\n00:00:01,000 --> 00:00:02,000\nThe harbour was quiet.\n')
    const [unit] = await other.units(id)
    const target = { unitId: unit!.unitId, wordingId: unit!.wordingId, locale: 'fr', version: 0, origin: 'human' as const }
    const row = await saveTranslation(other.db, other.people.translator, { ...target, text: 'Le port était\ncalme, très calme.' })
    expect(row).toMatchObject({ cue: { start: 1000, end: 2000 }, target: { status: 'translated' } })
    expect(row.findings.map(({ check, severity, values }) => [check, severity, values])).toEqual([
      ['reading-speed', 'warning', { speed: 31, limit: 20 }],
      ['line-count', 'warning', { lines: 2, limit: 1 }],
    ])
    await other.close()
  })

  test('sent a second time changes nothing, whatever version it names', async () => {
    const first = await save(goodText)
    const before = [await countRows('translation'), await countRows('event')]
    expect(await save(goodText, { version: 0 })).toEqual(first)
    expect([await countRows('translation'), await countRows('event')]).toEqual(before)
  })

  test('writes CRLF as LF, half a character as U+FFFD, and nothing else differently', async () => {
    const { unitId, wordingId } = await unitAt(1)
    const text = 'un\r\ndeux\rtrois\n qu\ud800atre '
    expect((await saveTranslation(room.db, room.people.translator, { unitId, wordingId, locale: 'fr', text, version: 0, origin: 'human' })).target.text).toBe(
      'un\ndeux\rtrois\n qu\ufffdatre ',
    )
  })
})

describe('saving is refused', () => {
  test.each(['', ' ', '\r\n', '\u00a0\u3000'])('for %j: there is no text in it', async (text) => {
    expect(await refusal(save(text))).toMatchObject({ code: 'translation-empty' })
  })

  test.each([
    ['without a code', 'Toute <2>personne</2> a droit à la vie.', { problem: 'missing', code: '<1>' }],
    ['with a code that the source has not', `${goodText}<3/>`, { problem: 'extra', code: '<3/>' }],
    ['with codes that cross', 'Toute <2>personne <1>a</2> droit</1>.', { problem: 'crossed', code: '</2>' }],
    ['with a code twice', '<1>Toute</1> <2>personne</2> a <1>droit</1>.', { problem: 'extra', code: '<1>' }],
  ])('%s, and says which', async (_what, text, details) => {
    expect(await refusal(save(text))).toMatchObject({ code: 'codes-broken', details })
    expect(await countRows('translation')).toBe(0)
  })

  test('where somebody else saved meanwhile, who is told both texts', async () => {
    await save(goodText, {}, room.people.reviewer)
    const late = await refusal(save('<1>Mon</1> <2>texte</2>.', { version: 0 }))
    expect(late).toMatchObject({
      code: 'translation-conflict',
      details: { changed: 'target' },
      data: { current: { target: { text: goodText, version: 1, author: { name: 'The reviewer' } } } },
    })
    expect((await unitAt()).text).toBe(goodText)
  })

  test('where the source was changed meanwhile, which comes with the refusal', async () => {
    const { wordingId } = await unitAt()
    await room.publish(documentId, `${source.replace('life', 'life and peace')}\n\nNo one shall be held in slavery.\n`)
    const late = await refusal(save(goodText, { wordingId }))
    expect(late).toMatchObject({ code: 'translation-conflict', details: { changed: 'source' }, data: { current: { source: asUnit.replace('life', 'life and peace') } } })
  })

  test('into a language that is not a target', async () => {
    const { unitId, wordingId } = await unitAt()
    const input = { unitId, wordingId, locale: 'nl', text: goodText, version: 0, origin: 'human' as const }
    expect(await refusal(saveTranslation(room.db, room.people.manager, input))).toMatchObject({ code: 'locale-unknown' })
  })

  test('by somebody who only views', async () => {
    expect(await refusal(save(goodText, {}, room.people.viewer))).toMatchObject({ code: 'forbidden' })
  })

  test('as if there were nothing, by somebody from outside', async () => {
    expect(await refusal(save(goodText, {}, { accountId: 1, siteRole: 'member', memberships: [] }))).toMatchObject({ code: 'not-found' })
  })

  test('in an archived document', async () => {
    await updateDocument(room.db, room.people.manager, { documentId, archived: true })
    expect(await refusal(save(goodText))).toMatchObject({ code: 'document-archived' })
  })

  test('of a unit that the current revision does not have', async () => {
    const gone = await unitAt(1)
    await room.publish(documentId, `${source}\n`)
    const input = { unitId: gone.unitId, wordingId: gone.wordingId, locale: 'fr', text: 'Nul', version: 0, origin: 'human' as const }
    expect(await refusal(saveTranslation(room.db, room.people.translator, input))).toMatchObject({ code: 'not-found' })
  })
})

/** Texts that break what takes text for something else. */
const naughty = {
  'a null character': 'a\u0000b',
  'control characters': '\u0001\u0008\u001b[31m\u007f\u0085',
  'right-to-left overrides': '\u202eabc\u202c \u2066def\u2069',
  'zero-width and byte-order marks': '\ufeff\u200b\u200d\u00ad',
  'an emoji family': '👩‍👩‍👧‍👦🏳️‍🌈',
  'many combining marks': `Z${'\u0351\u036b\u0343'.repeat(50)}`,
  'both forms of é': '\u00e9 e\u0301',
  'Arabic and Hebrew': 'لكل فرد الحق في الحياة · כל אדם זכאי',
  SQL: "Robert'); drop table translation;--",
  'a script': '<script>alert(1)</script><img src=x onerror=alert(2)>',
  'an escaped code': '\\<1>not a code\\</1>',
  'a template': '{{7*7}} ${process.exit()} {count, plural, other {#}}',
  'a path': '../../etc/passwd\\..\\',
  'a formula': '=cmd|"/c calc"!A0',
  'line ends of every kind': 'a\nb\rc\u2028d\u2029e',
}

test.each(Object.entries(naughty))('%s is kept code point for code point', async (_what, text) => {
  const { unitId, wordingId } = await unitAt(1)
  const row = await saveTranslation(room.db, room.people.translator, { unitId, wordingId, locale: 'fr', text, version: 0, origin: 'human' })
  expect(row.target.text).toBe(text)
  expect((await unitAt(1)).text).toBe(text)
})

describe('“still valid”', () => {
  beforeEach(async () => {
    await save(goodText)
    await room.publish(documentId, `${source.replace('life,', 'life, and')}\n\nNo one shall be held in slavery.\n`)
  })
  const confirm = async (more: { version?: number } = {}) => {
    const { unitId, wordingId, version } = await unitAt()
    return confirmStillValid(room.db, room.people.translator, { unitId, wordingId, locale: 'fr', version: version ?? 0, ...more })
  }

  test('makes the same text a translation of the new source, which awaits approval', async () => {
    expect(await unitAt()).toMatchObject({ status: 'stale', text: goodText })
    expect(await confirm()).toMatchObject({ stale: null, target: { text: goodText, status: 'translated', version: 2 } })
    const made = await room.db.read.selectFrom('translation').select(['origin', 'origin_detail', 'wording_id']).orderBy('id', 'desc').executeTakeFirst()
    expect(made).toEqual({ origin: 'human', origin_detail: 'still-valid', wording_id: (await unitAt()).wordingId })
  })

  test('said twice changes nothing more', async () => {
    const first = await confirm()
    expect(await confirm()).toEqual(first)
  })

  test('is refused where the codes of the new source are others', async () => {
    await room.publish(documentId, `${source.replace('life', '*life*')}\n\nNo one shall be held in slavery.\n`)
    expect(await refusal(confirm())).toMatchObject({ code: 'codes-broken', details: { problem: 'missing' } })
  })

  test('is refused where somebody saved meanwhile', async () => {
    await save('<2>Chacun</2> a <1>droit</1>.')
    expect(await refusal(confirm({ version: 1 }))).toMatchObject({ code: 'translation-conflict' })
  })
})
