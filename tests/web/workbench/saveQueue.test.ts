import { expect, test } from 'vitest'
import { Shelf } from '../../../web/workbench/drafts.js'
import { type Outcome, pauseAfter, type Save, SaveQueue } from '../../../web/workbench/saveQueue.js'
import { MemoryStorage, place, rowOf } from './samples.js'

const saveOf = (text: string, version = 0, queuedAt = '2026-01-01T00:00:00.000Z'): Save => ({ text, wordingId: 1, source: 'Source 1.', version, queuedAt })
const saved = (unitId: number, text: string, version = 1): Outcome => ({ type: 'saved', row: rowOf(unitId, text, { version }) })

/** A queue whose every request is answered by hand. */
function desk(storage = new MemoryStorage()) {
  const sent: { unitId: number; save: Save; answer(outcome: Outcome): void }[] = []
  const settled: [number, string, Outcome['type']][] = []
  const pauses: { milliseconds: number; end(): void }[] = []
  const shelf = new Shelf<Save>(storage, 'save', place)
  const queue = new SaveQueue({
    shelf,
    send: (unitId, save) => new Promise((answer) => sent.push({ unitId, save, answer })),
    settled: (unitId, save, outcome) => settled.push([unitId, save.text, outcome.type]),
    pause: (milliseconds) => new Promise((end) => pauses.push({ milliseconds, end })),
  })
  return { queue, sent, settled, pauses, shelf }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('saves are sent one at a time, in the order in which they were made', async () => {
  const { queue, sent, settled } = desk()
  queue.add(1, saveOf('Eins'))
  queue.add(2, saveOf('Zwei'))
  expect(sent.map(({ unitId }) => unitId)).toEqual([1])
  sent[0]!.answer(saved(1, 'Eins'))
  await turn()
  expect(sent.map(({ unitId }) => unitId)).toEqual([1, 2])
  expect(settled).toEqual([[1, 'Eins', 'saved']])
})

test('without a connection a save waits and is tried again with longer and longer pauses', async () => {
  const { queue, sent, pauses, shelf } = desk()
  queue.add(1, saveOf('Eins'))
  for (let n = 0; n < 3; n++) {
    sent[n]!.answer({ type: 'unreachable' })
    await turn()
    expect(queue.state.get()).toEqual({ waiting: 1, unreachable: true })
    expect(shelf.get(1)?.text).toBe('Eins')
    pauses[n]!.end()
    await turn()
  }
  expect(pauses.map(({ milliseconds }) => milliseconds)).toEqual([1000, 2000, 4000])
  sent[3]!.answer(saved(1, 'Eins'))
  await turn()
  expect(queue.state.get()).toEqual({ waiting: 0, unreachable: false })
  expect(shelf.units()).toEqual([])
})

test('pauses stop growing at half a minute', () => {
  expect([1, 2, 6, 7, 60].map(pauseAfter)).toEqual([1000, 2000, 30_000, 30_000, 30_000])
})

test('after a reload the saves that waited are sent in their order', async () => {
  const storage = new MemoryStorage()
  const before = desk(storage)
  before.queue.add(9, saveOf('Neun', 0, '2026-01-01T00:00:01.000Z'))
  before.queue.add(3, saveOf('Drei', 0, '2026-01-01T00:00:02.000Z'))
  const after = desk(storage)
  expect(after.queue.state.get().waiting).toBe(2)
  after.queue.start()
  after.sent[0]!.answer(saved(9, 'Neun'))
  await turn()
  expect(after.sent.map(({ unitId, save }) => [unitId, save.text])).toEqual([
    [9, 'Neun'],
    [3, 'Drei'],
  ])
})

test('a text saved again before it was sent goes once, as it is now', async () => {
  const { queue, sent } = desk()
  queue.add(1, saveOf('Eins'))
  queue.add(2, saveOf('Zwei'))
  queue.add(2, saveOf('Zwo'))
  sent[0]!.answer(saved(1, 'Eins'))
  await turn()
  sent[1]!.answer(saved(2, 'Zwo'))
  await turn()
  expect(sent.map(({ save }) => save.text)).toEqual(['Eins', 'Zwo'])
})

test('a text saved again while it is on its way follows with the version that the server answered: no conflict with oneself', async () => {
  const { queue, sent, settled } = desk()
  queue.add(1, saveOf('Eins', 4))
  const { outcome } = queue.add(1, saveOf('Einz', 4))
  sent[0]!.answer(saved(1, 'Eins', 5))
  await turn()
  expect(sent[1]!.save).toMatchObject({ text: 'Einz', version: 5 })
  expect(settled).toEqual([])
  sent[1]!.answer(saved(1, 'Einz', 6))
  expect((await outcome).type).toBe('saved')
})

test('a conflict ends a save with the latest text, so that it can be shown beside theirs', async () => {
  const { queue, sent, settled, shelf } = desk()
  queue.add(1, saveOf('Eins'))
  queue.add(1, saveOf('Einz'))
  sent[0]!.answer({ type: 'conflict', row: rowOf(1, 'Theirs') })
  await turn()
  expect(settled).toEqual([[1, 'Einz', 'conflict']])
  expect(shelf.units()).toEqual([])
})

test('a browser without room says so, and the save goes out all the same', () => {
  const { queue, sent } = desk(new MemoryStorage(0))
  expect(queue.add(1, saveOf('Eins')).kept).toBe(false)
  expect(sent).toHaveLength(1)
})
