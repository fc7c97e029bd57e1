import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findUnits, type UnitQuery } from '../../server/actions/findUnits.js'
import { findDocumentHead } from '../../server/store/documentHead.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

const sources = [
  'Straße is German for street.',
  'The **right** to life: a [link](https://example.org) of code.',
  'Οδός is Greek for street.',
  'Istanbul is a city.',
  'A **b**roken word is still one word.',
  'Full width: ＡＢＣ.',
  'The last of them.',
]
const asUnits = [
  'Straße is German for street.',
  'The <1>right</1> to life: a <2>link</2> of code.',
  'Οδός is Greek for street.',
  'Istanbul is a city.',
  'A <1>b</1>roken word is still one word.',
]

let room: Newsroom
let documentId: number
beforeAll(async () => {
  room = await openNewsroom()
  documentId = await room.importText('streets.md', `${sources.join('\n\n')}\n`)
  await room.translate(documentId, 'fr', { [asUnits[0] ?? '']: 'Une RUE allemande.', [asUnits[3] ?? '']: 'Istanbul est une ville : مدينة.' })
  await room.review(documentId, 'fr', 'approve', [asUnits[3] ?? ''])
})
afterAll(() => room.close())

async function find(query: Partial<UnitQuery>) {
  const head = await findDocumentHead(room.db.read, { document: documentId })
  if (!head) throw new Error('The document is gone')
  const { rows, next } = await findUnits(room.db.read, head, 'fr', { from: 0, count: 100, ...query })
  return { positions: rows.map((row) => row.position), next }
}

describe('units are found', () => {
  test.each([
    ['in any case', 'straSSE', [0]],
    ['by an accented capital letter in Greek', 'ΟΔΌΣ', [2]],
    ['by their translation', 'une rue', [0]],
    ['by an Arabic word', 'مدينة', [3]],
    ['over a code that stands in a word', 'broken', [4]],
    ['by a code', '<2>', [1]],
    ['in any width', 'abc', [5]],
    ['nowhere for what nobody says', '%', []],
    ['everywhere for nothing', '', [0, 1, 2, 3, 4, 5, 6]],
  ])('%s (%s)', async (_how, q, positions) => {
    expect(await find({ q })).toEqual({ positions, next: null })
  })

  test('by status, and by status and text', async () => {
    expect((await find({ status: 'approved' })).positions).toEqual([3])
    expect((await find({ status: 'missing' })).positions).toEqual([1, 2, 4, 5, 6])
    expect((await find({ status: 'missing', q: 'word' })).positions).toEqual([4])
  })
})

test('windows of any size joined are the whole document, with any filter', async () => {
  const filter = fc.constantFrom<Partial<UnitQuery>>({}, { status: 'missing' }, { q: 'is' }, { status: 'missing', q: 'o' })
  await fc.assert(
    fc.asyncProperty(filter, fc.integer({ min: 1, max: 8 }), async (filter, count) => {
      const joined: number[] = []
      for (let from: number | null = 0; from !== null;) {
        const part = await find({ ...filter, from, count })
        expect(part.positions.length).toBeLessThanOrEqual(count)
        joined.push(...part.positions)
        from = part.next
      }
      expect(joined).toEqual((await find(filter)).positions)
    }),
  )
})
