import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { publishRevision } from '../../server/actions/publishRevision.js'
import { updateProject } from '../../server/actions/updateProject.js'
import { countUnits, readProgress } from '../../server/store/progress.js'
import { openNewsroom, type Newsroom } from '../helpers/newsroom.js'

let room: Newsroom
beforeEach(async () => void (room = await openNewsroom()))
afterEach(() => room.close())

const paragraphs = (...texts: string[]) => `${texts.join('\n\n')}\n`

const first = 'All human beings are born free and equal in dignity and rights.'
const second = 'Everyone has the right to life, liberty and security of person.'
const third = 'No one shall be held in slavery or servitude.'
const secondEdited = 'Everyone has the right to life, liberty and the security of person.'

async function threeApproved(): Promise<number> {
  const document = await room.importText('charter.txt', paragraphs(first, second, third))
  await room.translate(document, 'fr', { [first]: 'Premier', [second]: 'Deuxième', [third]: 'Troisième' })
  await room.review(document, 'fr', 'approve', [first, second, third])
  return document
}

const unitIds = async (document: number) => (await room.units(document)).map((unit) => unit.unitId)

describe('a published revision', () => {
  test('makes only translations of changed wordings stale, and keeps every unit', async () => {
    const document = await threeApproved()
    const before = await unitIds(document)
    expect(await room.publish(document, paragraphs(first, secondEdited, third))).toBe(2)
    expect(await room.state(document)).toEqual([`${first} · approved · Premier`, `${secondEdited} · stale · Deuxième`, `${third} · approved · Troisième`])
    expect(await unitIds(document)).toEqual(before)
  })

  test('moves units with their translations', async () => {
    const document = await threeApproved()
    const [a, b, c] = await unitIds(document)
    await room.publish(document, paragraphs(third, first, second))
    expect(await unitIds(document)).toEqual([c, a, b])
    expect(await room.state(document)).toEqual([`${third} · approved · Troisième`, `${first} · approved · Premier`, `${second} · approved · Deuxième`])
  })

  test('begins new units where text is new, and ends those that are gone', async () => {
    const document = await threeApproved()
    const [a, , c] = await unitIds(document)
    const added = 'Marriage shall be entered into only with free and full consent.'
    await room.publish(document, paragraphs(first, third, added))
    const now = await unitIds(document)
    expect(now.slice(0, 2)).toEqual([a, c])
    expect(await room.state(document)).toEqual([`${first} · approved · Premier`, `${third} · approved · Troisième`, `${added} · missing`])
  })

  test('of a split paragraph lets the first piece go on, and the others come from it', async () => {
    const whole = `${first} ${second}`
    const document = await room.importText('charter.txt', paragraphs(whole, third))
    const [a] = await unitIds(document)
    await room.publish(document, paragraphs(first, second, third))
    const [piece, other] = await unitIds(document)
    expect(piece).toBe(a)
    const unit = await room.db.read
      .selectFrom('unit')
      .where('id', '=', other ?? 0)
      .select('derived_from_unit_id')
      .executeTakeFirstOrThrow()
    expect(unit.derived_from_unit_id).toBe(a)
  })

  test('keeps progress as counting it anew would', async () => {
    const document = await threeApproved()
    await room.publish(document, paragraphs(third, secondEdited, first, 'Something else that is entirely new here.'))
    expect((await readProgress(room.db.read, [document])).get(document)).toEqual(await countUnits(room.db.read, document))
    expect((await readProgress(room.db.read, [document])).get(document)?.fr).toMatchObject({ approved: { units: 2 }, stale: { units: 1 }, missing: { units: 1 } })
  })
})

describe('a source that returns to earlier wordings', () => {
  test('finds translations and approvals again by itself', async () => {
    const document = await threeApproved()
    const before = await room.state(document)
    await room.publish(document, paragraphs(first, secondEdited, third))
    await room.translate(document, 'fr', { [secondEdited]: 'Deuxième, autrement' })
    await room.publish(document, paragraphs(first, second, third))
    expect(await room.state(document)).toEqual(before)
  })

  test('even where it was removed for a while: the same unit comes back', async () => {
    const document = await threeApproved()
    const [before, ids] = [await room.state(document), await unitIds(document)]
    await room.publish(document, paragraphs(first))
    await room.publish(document, paragraphs(first, second, third))
    expect(await unitIds(document)).toEqual(ids)
    expect(await room.state(document)).toEqual(before)
  })

  test('also in another place and among other changes', async () => {
    const document = await threeApproved()
    const [, , c] = await unitIds(document)
    await room.publish(document, paragraphs(first, second))
    await room.publish(document, paragraphs(third, 'A preamble that nobody has seen before.', first))
    expect((await unitIds(document))[0]).toBe(c)
    expect((await room.state(document))[0]).toBe(`${third} · approved · Troisième`)
  })

  test('and reverting to a revision publishes its bytes with exactly its units', async () => {
    const document = await threeApproved()
    const [before, ids] = [await room.state(document), await unitIds(document)]
    await room.publish(document, paragraphs('Quite another text.', 'With nothing in common.'))
    expect(await room.publish(document, { revertTo: 1 })).toBe(3)
    expect(await unitIds(document)).toEqual(ids)
    expect(await room.state(document)).toEqual(before)
    expect((await readProgress(room.db.read, [document])).get(document)?.fr).toMatchObject({ approved: { units: 3 }, missing: { units: 0 } })
  })
})

describe('"the meaning did not change"', () => {
  test('keeps the translation of that unit with its approval, and of no other', async () => {
    const document = await threeApproved()
    const thirdEdited = 'No one shall be held in slavery nor in servitude.'
    await room.publish(document, paragraphs(first, secondEdited, thirdEdited), { keep: [1] })
    expect(await room.state(document)).toEqual([`${first} · approved · Premier`, `${secondEdited} · approved · Deuxième`, `${thirdEdited} · stale · Troisième`])
  })

  test('holds over several revisions', async () => {
    const document = await threeApproved()
    await room.publish(document, paragraphs(first, secondEdited, third), { keep: [1] })
    const again = 'Everyone has a right to life, liberty and the security of person.'
    await room.publish(document, paragraphs(first, again, third), { keep: [1] })
    expect((await room.state(document))[1]).toBe(`${again} · approved · Deuxième`)
  })

  test('means nothing for units that did not change or were split', async () => {
    const document = await threeApproved()
    await room.publish(document, paragraphs(first, secondEdited, third), { keep: [0, 2] })
    expect((await room.state(document))[1]).toBe(`${secondEdited} · stale · Deuxième`)
    expect(await room.db.read.selectFrom('equivalence').selectAll().execute()).toEqual([])
  })
})

describe('is refused', () => {
  test('when the same bytes are published again', async () => {
    const document = await threeApproved()
    await expect(room.publish(document, paragraphs(first, second, third))).rejects.toMatchObject({ code: 'revision-unchanged' })
  })

  test('when another was published since the one that it was made from', async () => {
    const document = await threeApproved()
    await room.publish(document, paragraphs(first, secondEdited, third))
    const late = room.publish(document, paragraphs(first, third), { base: 1 })
    await expect(late).rejects.toMatchObject({ code: 'revision-conflict', details: { base: 1, current: 2 } })
  })

  test('to the second of two source managers who publish at the same time, and nothing of theirs remains', async () => {
    const document = await threeApproved()
    const results = await Promise.allSettled([room.publish(document, paragraphs(first, secondEdited, third)), room.publish(document, paragraphs(third, 'Brand new text.'))])
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'revision-conflict' } })
    const revisions = await room.db.read.selectFrom('revision').selectAll().execute()
    expect(revisions.map((revision) => revision.number)).toEqual([1, 2])
    const orphans = room.db.read.selectFrom('unit').where('id', 'not in', room.db.read.selectFrom('occurrence').select('unit_id')).selectAll()
    expect(await orphans.execute()).toEqual([])
  })

  test('when it has nothing to translate', async () => {
    const document = await threeApproved()
    await expect(room.publish(document, '\n \n')).rejects.toMatchObject({ code: 'document-empty' })
  })

  test('to everybody but source managers', async () => {
    const document = await threeApproved()
    const input = { documentId: document, base: 1, content: { text: paragraphs(third) } }
    for (const actor of [room.people.translator, room.people.reviewer, room.people.viewer])
      await expect(publishRevision(room.db, actor, input, { work: room.work })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('other settings of reading make another revision of the same bytes, in which equal texts keep their units', async () => {
  const text = `---\nsummary: What everybody may expect\n---\n\n${first}\n\n${third}\n`
  const document = await room.importText('charter.md', text)
  const before = await unitIds(document)
  await updateProject(room.db, room.people.manager, { projectId: room.projectId, settings: { frontMatter: ['summary'] } }, room)
  expect(await room.publish(document, text)).toBe(2)
  expect((await room.state(document)).map((line) => line.split(' · ')[0])).toEqual(['What everybody may expect', first, third])
  expect((await unitIds(document)).slice(1)).toEqual(before)
})
