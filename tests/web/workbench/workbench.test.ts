import { beforeEach, describe, expect, test } from 'vitest'
import type { UnitRow } from '../../../server/contract/unit.js'
import type { Server } from '../../../web/workbench/ports.js'
import type { Outcome, Save } from '../../../web/workbench/saveQueue.js'
import { Workbench } from '../../../web/workbench/workbench.js'
import { MemoryStorage, outlineOf, place, rowOf } from './samples.js'

/** The far end of the line: rows as they stand there, and saves that wait for an answer by hand. */
let rows: UnitRow[]
let sent: { unitId: number; save: Save; answer(outcome: Outcome): void }[]
let refused: { unitId: number; message: string }[]
let storage: MemoryStorage
let bench: Workbench

const server: Server = {
  units: async ({ from, count }) => rows.slice(from, from + count),
  save: (unitId, save) => new Promise((answer) => sent.push({ unitId, save, answer })),
  stillValid: async (unitId) => rowOf(unitId, 'Alt', { version: 2 }),
  judge: async (_kind, _note, items) => ({
    rows: items.filter(({ unitId }) => !refused.some((no) => no.unitId === unitId)).map(({ unitId }) => rowOf(unitId, 'Text', { status: 'approved' })),
    refused,
  }),
  refusalText: (error) => String(error),
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

async function openBench(): Promise<Workbench> {
  const opened = new Workbench({ answer: outlineOf(...rows.map((row) => row.target.status)), place, server, storage, pause: () => new Promise(() => {}) })
  opened.start()
  opened.open(1)
  await turn()
  return opened
}
const entry = (id: number) => bench.outline.entry(id)
const write = (text: string) => bench.editing.get()?.type(text)

beforeEach(async () => {
  rows = [rowOf(1), rowOf(2), rowOf(3, 'Alt', { status: 'stale', stale: { oldText: 'Source.', diff: [], grade: { level: 'minor', reasons: [] } } }), rowOf(4, 'Vier')]
  sent = []
  refused = []
  storage = new MemoryStorage()
  bench = await openBench()
})

describe('saving', () => {
  test('shows the text as saved at once, and counts it when the server agrees', async () => {
    write('Eins')
    expect(bench.save().type).toBe('queued')
    expect(entry(1)).toMatchObject({ status: 'translated', saving: 'sending', draft: false })
    expect(bench.savedAt.get()).toBeNull()
    sent[0]!.answer({ type: 'saved', row: rowOf(1, 'Eins') })
    await turn()
    expect(entry(1)).toMatchObject({ status: 'translated', saving: null })
    expect(bench.savedAt.get()).not.toBeNull()
  })

  test('asks for nothing where nothing was written', () => {
    expect(bench.save().type).toBe('unchanged')
    expect(sent).toEqual([])
  })

  test('takes a stale text that nobody changed as written for the new source', () => {
    bench.open(3)
    expect(bench.save().type).toBe('queued')
    expect(sent[0]!.save).toMatchObject({ text: 'Alt', wordingId: 3 })
  })

  test('declines an empty text and says so', () => {
    bench.open(4)
    write('  ')
    expect(bench.save().type).toBe('declined')
    expect(bench.notice.get()?.text).toBe('workbench.said.empty')
    expect(bench.drafts.units()).toEqual([4])
  })

  test('in conflict keeps both texts, and the editor asks', async () => {
    write('Meins')
    bench.save()
    bench.open(2)
    sent[0]!.answer({ type: 'conflict', row: rowOf(1, 'Deins') })
    await turn()
    expect(entry(1)).toMatchObject({ draft: true, saving: 'conflict' })
    expect(entry(1)?.row?.target.text).toBe('Deins')
    bench.open(1)
    expect(bench.editing.get()?.text).toBe('Meins')
    expect(bench.editing.get()?.clash.get()).toBe('target')
    expect(bench.save().type).toBe('declined')
  })

  test('refused gives the text back as a draft, and the row as it was', async () => {
    bench.open(4)
    write('Fier')
    bench.save()
    sent[0]!.answer({ type: 'refused', error: 'no' })
    await turn()
    expect(entry(4)).toMatchObject({ draft: true, saving: 'refused' })
    expect(entry(4)?.row?.target.text).toBe('Vier')
    expect(bench.refusalOf(4)).toBe('no')
    expect(bench.editing.get()?.text).toBe('Fier')
  })

  test('what is written while the save is on its way is not taken for somebody else’s', async () => {
    write('Eins')
    bench.save()
    write('Eins und mehr')
    sent[0]!.answer({ type: 'saved', row: rowOf(1, 'Eins', { version: 7 }) })
    await turn()
    expect(bench.editing.get()?.clash.get()).toBeNull()
    bench.save()
    expect(sent[1]!.save).toMatchObject({ text: 'Eins und mehr', version: 7 })
  })

  test('waits over a reload: the text is shown and sent again', async () => {
    write('Eins')
    bench.save()
    bench.stop()
    bench = await openBench()
    expect(entry(1)).toMatchObject({ saving: 'sending' })
    expect(entry(1)?.row?.target.text).toBe('Eins')
    expect(sent.map(({ save }) => save.text)).toEqual(['Eins', 'Eins'])
  })
})

describe('what others do', () => {
  test('shows in the list and leaves what is being written alone', () => {
    write('Ei')
    bench.receive([rowOf(2, 'Zwei')])
    expect(entry(2)?.row?.target.text).toBe('Zwei')
    expect(bench.editing.get()?.text).toBe('Ei')
  })

  test('comes into the open editor where nothing was written', () => {
    const before = bench.replaced.get()
    bench.receive([rowOf(1, 'Eins')])
    expect(bench.editing.get()?.text).toBe('Eins')
    expect(bench.replaced.get()).toBe(before + 1)
  })
})

describe('still valid', () => {
  test('is said of a stale text as it stands', async () => {
    bench.open(3)
    expect(await bench.stillValid()).toBe(true)
    expect(entry(3)?.status).toBe('translated')
  })

  test('is not said of a text that was changed', async () => {
    bench.open(3)
    write('Neu')
    expect(await bench.stillValid()).toBe(false)
    expect(bench.notice.get()?.text).toBe('workbench.said.editedNotValid')
  })
})

describe('verdicts', () => {
  test('pass over what has no current translation', async () => {
    expect(await bench.judge('approve', [1, 2, 3])).toBe(false)
    expect(bench.notice.get()?.text).toBe('workbench.said.nothingToJudge')
  })

  test('given before the texts are there wait for them', async () => {
    rows = [rowOf(1, 'Eins'), rowOf(2, 'Zwei')]
    bench = new Workbench({ answer: outlineOf('translated', 'translated'), place, server, storage, pause: () => new Promise(() => {}) })
    const judged = bench.judge('approve', [1, 2])
    bench.start()
    expect(await judged).toBe(true)
    expect([entry(1)?.status, entry(2)?.status]).toEqual(['approved', 'approved'])
  })

  test('on many say how many were refused, and why', async () => {
    rows = [rowOf(1, 'Eins'), rowOf(2, 'Zwei')]
    bench = await openBench()
    refused = [{ unitId: 2, message: 'your own' }]
    expect(await bench.judge('approve', [1, 2])).toBe(true)
    expect(entry(1)?.status).toBe('approved')
    expect(bench.notice.get()).toMatchObject({ text: 'workbench.said.partlyJudged', values: { done: 1, refused: 1, why: 'your own' } })
  })
})
