import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunkSize, nextWindow, WindowLoader, type Window } from '../../../web/workbench/windows.js'

const asked = (chunks: number, ...done: number[]) => Array.from({ length: chunks }, (_, chunk) => done.includes(chunk))

test('what is looked at comes first, from its top', () => {
  expect(nextWindow(asked(10), 1000, 450, 520)).toEqual({ from: 400, count: 100 })
  expect(nextWindow(asked(10, 4), 1000, 450, 520)).toEqual({ from: 500, count: 100 })
})

test('then the rest in long stretches, going on from there and round', () => {
  expect(nextWindow(asked(10, 4, 5), 1000, 450, 520)).toEqual({ from: 600, count: 400 })
  expect(nextWindow(asked(10, 4, 5, 6, 7, 8, 9), 1000, 450, 520)).toEqual({ from: 0, count: 400 })
})

test('a stretch ends at the end of the document', () => {
  expect(nextWindow(asked(2, 0), 150, 0, 20)).toEqual({ from: 100, count: 50 })
})

test('nothing is left when all was asked for, nor in an empty document', () => {
  expect(nextWindow(asked(2, 0, 1), 150, 0, 20)).toBeNull()
  expect(nextWindow([], 0, 0, 0)).toBeNull()
})

test('every position is loaded exactly once, wherever one looks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3000 }), fc.array(fc.nat(3000), { minLength: 1, maxLength: 8 }), async (size, looks) => {
      const loads = new Uint8Array(size)
      let left = Math.ceil(size / chunkSize)
      let done = () => {}
      const all = new Promise<void>((resolve) => (done = resolve))
      const loader = new WindowLoader(
        size,
        async ({ from, count }: Window) => {
          const next = looks.pop()
          if (next !== undefined) loader.look(next, next + 30)
          for (let position = from; position < from + count; position++) loads[position]!++
          left -= Math.ceil(count / chunkSize)
          if (left <= 0) done()
        },
        async () => {},
      )
      loader.look(0, 20)
      await all
      expect(loads.every((times) => times === 1)).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('a window that failed is asked for again', async () => {
  const tries: number[] = []
  await new Promise<void>((resolve) => {
    const loader = new WindowLoader(
      50,
      async ({ from }) => {
        tries.push(from)
        if (tries.length < 3) throw new Error('offline')
        resolve()
      },
      async () => {},
    )
    loader.look(0, 10)
  })
  expect(tries).toEqual([0, 0, 0])
})
