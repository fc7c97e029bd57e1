import { afterEach, beforeEach, expect, test } from 'vitest'
import { unitDetails } from '../../server/actions/unitDetails.js'
import { findDocumentHead } from '../../server/store/documentHead.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

let room: Newsroom
beforeEach(async () => void (room = await openNewsroom()))
afterEach(() => room.close())

/** What is proposed for the first unit after its source became `after`. */
async function proposal(before: string, after: string, translation: string) {
  const document = await room.importText('pier.md', `${before}\n`)
  await room.translate(document, 'fr', { [(await room.units(document))[0]!.source]: translation })
  await room.publish(document, `${after}\n`)
  const head = await findDocumentHead(room.db.read, { document })
  return (await unitDetails(room.db.read, head!, (await room.units(document))[0]!.unitId, 'fr')).repair
}

test('a stale translation is offered the smallest change that follows its source, with the reasons', async () => {
  const repair = await proposal('Closed until 3 March, see **notice** 12.', 'Closed until 5 March, see notice 14.', 'Fermé jusqu’au 3 mars, voir l’<1>avis</1> 12.')
  expect(repair?.text).toBe('Fermé jusqu’au 5 mars, voir l’avis 14.')
  expect(repair?.steps).toMatchObject([
    { reason: 'number', before: '3', after: '5' },
    { reason: 'number', before: '12', after: '14' },
    { reason: 'code', before: '<1>' },
    { reason: 'code', before: '</1>' },
  ])
  expect(repair?.diff.map(({ text }) => text).join('')).toContain('mars')
})

test('none is offered where another word came', async () => {
  expect(await proposal('The pier is closed.', 'The pier is open.', 'Le quai est fermé.')).toBeNull()
})

test('nor where links changed places and a word came to them', async () => {
  const repair = await proposal('See [one](/a) and [two](/b) of 3.', 'See **now** [two](/b) and [one](/a) of 4.', 'Voir <1>un</1> et <2>deux</2> sur 3.')
  expect(repair).toBeNull()
})
