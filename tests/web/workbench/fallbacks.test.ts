import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FallbackReason } from '../../../server/contract/preview.js'
import { Fallbacks } from '../../../web/workbench/fallbacks.js'
import { ListView } from '../../../web/workbench/listView.js'
import { Outline } from '../../../web/workbench/outline.js'
import { outlineOf } from './samples.js'

/** Units whose translation exports leave out, as the server knows it. */
let left: Map<number, FallbackReason>
let asked: (number | 'all')[]
let said: { text: string; number: unknown }[]
let outline: Outline
let view: ListView
let fallbacks: Fallbacks

beforeEach(() => {
  vi.useFakeTimers()
  left = new Map()
  asked = []
  said = []
  const { units, may } = outlineOf(...Array.from({ length: 30 }, () => 'translated' as const))
  outline = new Outline(units)
  view = new ListView(outline, may)
  fallbacks = new Fallbacks(
    { outline, view, say: (text, values) => void said.push({ text, number: values?.number }) },
    {
      all: async () => {
        asked.push('all')
        return [...left].map(([unitId, reason]) => ({ unitId, reason }))
      },
      one: async (unitId) => {
        asked.push(unitId)
        return left.get(unitId) ?? null
      },
    },
  )
})
afterEach(() => vi.useRealTimers())
const marked = () => outline.entries.flatMap(({ id, fallback }) => (fallback ? [id] : []))

test('what exports leave out is marked when the document is opened, and can be shown alone', async () => {
  left.set(2, 'structure').set(5, 'codes')
  await fallbacks.lookAtAll()
  expect([marked(), outline.fallbacks.get()]).toEqual([[2, 5], 2])
  view.show({ status: 'fallback', q: '' })
  expect(view.visible.get()).toEqual([2, 5])
})

test('a translation that exports leave out is told of once it is saved, and its mark goes with the next one', async () => {
  left.set(3, 'structure')
  fallbacks.changed(3)
  await vi.runAllTimersAsync()
  expect([marked(), said]).toEqual([[3], [{ text: 'workbench.said.fallback', number: 3 }]])
  left.clear()
  fallbacks.changed(3)
  await vi.runAllTimersAsync()
  expect([marked(), said.length, asked]).toEqual([[], 1, [3, 3]])
})

test('many changes at once are looked at together', async () => {
  left.set(7, 'encoding')
  for (let id = 1; id <= 25; id++) fallbacks.changed(id)
  await vi.runAllTimersAsync()
  expect([asked, marked()]).toEqual([['all'], [7]])
})

test('where nobody can tell, marks stay as they are', async () => {
  left.set(2, 'structure')
  await fallbacks.lookAtAll()
  const offline = new Fallbacks({ outline, view, say: () => {} }, { all: () => Promise.reject(new Error('offline')), one: () => Promise.reject(new Error('offline')) })
  await offline.lookAtAll()
  offline.changed(2)
  await vi.runAllTimersAsync()
  expect(marked()).toEqual([2])
})
