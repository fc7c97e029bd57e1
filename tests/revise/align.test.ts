import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align } from '../../server/revise/align.js'
import type { AlignableUnit, Link } from '../../server/revise/link.js'
import { changedDocument, operations, random, score, type ChangedDocument } from './changedDocument.js'

const unit = (text: string, more: Partial<AlignableUnit> = {}): AlignableUnit => ({ text, kind: 'paragraph', level: 0, path: [], key: null, ...more })
const cell = (text: string): AlignableUnit => unit(text, { kind: 'table-cell' })

/** Links as `edited 3→4`, numbers as in the lists. */
const names = (links: readonly Link[]): string[] => links.map((link) => `${link.kind} ${link.old.join(',')}→${link.new.join(',')}`)
const kinds = (before: readonly string[], after: readonly string[]): string[] =>
  names(
    align(
      before.map((text) => unit(text)),
      after.map((text) => unit(text)),
    ),
  )

const harbour = 'The harbour authority closed the northern pier on Monday because two of its pillars had shifted in the storm.'
const ferry = 'Ferries to the islands leave from the fish market until further notice, every forty minutes from six in the morning.'
const tickets = 'Tickets that were bought before the closure stay valid. Passengers with bicycles need a reservation for the first ferry of the day.'
const repair = 'Divers will examine the foundations this week, and engineers from the university measure how far the quay wall has moved.'
const cost = 'The council has set aside four million crowns for the repair, half of which the insurance is expected to pay.'

describe('one change', () => {
  test('white space and wrapping are no change', () => {
    expect(align([unit(`${harbour}\n`)], [unit(harbour.replaceAll(' ', '\n  '))])).toEqual([{ kind: 'same', old: [0], new: [0], similarity: 1 }])
  })

  test('a corrected word leaves a unit edited, quotation marks too, and both less than 1 alike', () => {
    const [word] = align([unit(harbour)], [unit(harbour.replace('two', 'three'))])
    expect(word).toMatchObject({ kind: 'edited', old: [0], new: [0] })
    expect(word?.similarity).toBeCloseTo(0.95, 2)
    const [mark] = align([unit('The “northern” pier')], [unit('The "northern" pier')])
    expect(mark?.kind).toBe('edited')
    expect(mark?.similarity).toBeGreaterThan(0.8)
    expect(mark?.similarity).toBeLessThan(1)
  })

  test('a removed unit stands where it stood, before what was added there', () => {
    expect(kinds([harbour, ferry, repair], [harbour, cost, repair])).toEqual(['same 0→0', 'removed 1→', 'added →1', 'same 2→2'])
  })

  test('the shorter side of an exchange is what moved', () => {
    expect(kinds([harbour, 'Short notice', ferry, tickets], [harbour, ferry, tickets, 'Short notice'])).toEqual(['same 0→0', 'same 2→1', 'same 3→2', 'moved 1→3'])
  })

  test('a unit that moved far and was edited is found', () => {
    const edited = repair.replace('this week', 'next month')
    const links = align(
      [repair, harbour, ferry, tickets, cost].map((text) => unit(text)),
      [harbour, ferry, tickets, cost, edited].map((text) => unit(text)),
    )
    expect(names(links)).toContain('moved 0→4')
    expect(links.find((link) => link.kind === 'moved')?.similarity).toBeLessThan(1)
  })

  test('a split is found at a sentence end and in the middle of one', () => {
    const end = tickets.indexOf('.') + 1
    const [first, second] = [tickets.slice(0, end), tickets.slice(end)]
    expect(align([unit(harbour), unit(tickets), unit(cost)], [unit(harbour), unit(first), unit(second), unit(cost)])).toContainEqual({
      kind: 'split',
      old: [1],
      new: [1, 2],
      similarity: 1,
    })
    expect(kinds([harbour, tickets, cost], [harbour, tickets.slice(0, 83), tickets.slice(84), cost])).toContain('split 1→1,2')
    expect(kinds([tickets], [tickets.slice(0, 40), tickets.slice(40, 83), tickets.slice(83)])).toEqual(['split 0→0,1,2'])
  })

  test('two units that were joined are merged, with an edit too', () => {
    expect(kinds([harbour, ferry, cost], [`${harbour} ${ferry}`, cost])).toEqual(['merged 0,1→0', 'same 2→1'])
    expect(kinds([harbour, ferry, cost], [`${harbour} ${ferry.replace('forty', 'thirty')}`, cost])).toEqual(['merged 0,1→0', 'same 2→1'])
  })

  test('an added neighbour is no piece of an edited unit', () => {
    expect(kinds([harbour, cost], [harbour.replace('two', 'three'), 'It is the second closure of this year.', cost])).toEqual(['edited 0→0', 'added →1', 'same 1→2'])
  })
})

describe('units that are alike', () => {
  test('cells keep their own partners when a row is removed, and when its neighbour was renamed', () => {
    const rows = (...list: string[]): AlignableUnit[] => list.flatMap((row) => row.split(' | ').map(cell))
    const before = rows('Pier one | Yes | No', 'Pier two | Yes | No', 'Pier three | Yes | Yes')
    expect(names(align(before, rows('Pier one | Yes | No', 'Pier three | Yes | Yes')))).toEqual([
      'same 0→0',
      'same 1→1',
      'same 2→2',
      'removed 3→',
      'removed 4→',
      'removed 5→',
      'same 6→3',
      'same 7→4',
      'same 8→5',
    ])
    expect(names(align(before, rows('Pier two, south | Yes | No', 'Pier three | Yes | Yes')))).toEqual([
      'removed 0→',
      'removed 1→',
      'removed 2→',
      'edited 3→0',
      'same 4→1',
      'same 5→2',
      'same 6→3',
      'same 7→4',
      'same 8→5',
    ])
  })

  test('what is repeated under a moved heading moves with it', () => {
    const before = ['Piers', harbour, 'Notes', 'Fares', tickets, 'Notes'].map((text) => unit(text))
    const after = ['Fares', tickets, 'Notes', 'Piers', harbour, 'Notes'].map((text) => unit(text))
    expect(align(before, after).map(({ old, new: now }) => [old, now])).toEqual([
      [[3], [0]],
      [[4], [1]],
      [[5], [2]],
      [[0], [3]],
      [[1], [4]],
      [[2], [5]],
    ])
  })

  test('a short unit has no partner among unrelated ones', () => {
    expect(kinds([harbour, 'Fares', ferry], [harbour, 'Contact', ferry])).toEqual(['same 0→0', 'removed 1→', 'added →1', 'same 2→2'])
    expect(kinds(['Yes'], ['No'])).toEqual(['removed 0→', 'added →0'])
  })

  test('a slip of typing is seen in a unit of one word, a new number in a cell', () => {
    expect(kinds(['Adress'], ['Address'])).toEqual(['edited 0→0'])
    expect(names(align([cell('Passengers'), cell('15,616')], [cell('Passengers'), cell('27,754')]))).toEqual(['same 0→0', 'edited 1→1'])
  })

  test('a field is the same field whatever became of its text, unless its key only counts', () => {
    const field = (key: string, text: string): AlignableUnit => unit(text, { kind: 'metadata', key })
    expect(names(align([field('title', 'Harbour news')], [field('title', 'Ferries again')]))).toEqual(['edited 0→0'])
    expect(names(align([field('steps.1', 'Harbour news')], [field('steps.1', 'Ferries again')]))).toEqual(['removed 0→', 'added →0'])
  })

  test('equal texts in other fields keep the fields apart', () => {
    const field = (key: string): AlignableUnit => unit('Open', { kind: 'metadata', key })
    expect(align([field('a'), field('b')], [field('b'), field('c')]).map(({ old, new: now }) => [old, now])).toContainEqual([[1], [0]])
  })
})

describe('laws', () => {
  const texts = fc.array(
    fc.constantFrom(
      'Yes',
      'No',
      '',
      '—',
      'Pier one',
      'Pier two',
      harbour,
      ferry,
      `${harbour} ${ferry}`,
      tickets,
      tickets.slice(0, 56),
      tickets.slice(57),
      '桟橋は閉鎖中です',
      '桟橋は再開しました',
    ),
    { maxLength: 14 },
  )
  const units = texts.map((list) => list.map((text) => unit(text)))

  test('every unit is in exactly one link, new ones in order; kinds say how many', () => {
    fc.assert(
      fc.property(units, units, (before, after) => {
        const links = align(before, after)
        expect(links.flatMap((link) => link.old).sort((a, b) => a - b)).toEqual([...before.keys()])
        const firsts = links.flatMap((link) => link.new.slice(0, 1))
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
        expect(links.flatMap((link) => link.new).sort((a, b) => a - b)).toEqual([...after.keys()])
        for (const { kind, old, new: now } of links)
          expect([old.length, now.length].map((count) => Math.min(count, 2)).join('→')).toBe(
            { same: '1→1', edited: '1→1', moved: '1→1', split: '1→2', merged: '2→1', added: '0→1', removed: '1→0' }[kind],
          )
      }),
    )
  })

  test('a version is the same as itself', () => {
    fc.assert(
      fc.property(units, (list) => {
        expect(align(list, list)).toEqual(list.map((_, at) => ({ kind: 'same', old: [at], new: [at], similarity: 1 })))
      }),
    )
  })

  test('of every text as many units are kept as both versions have', () => {
    const count = (list: readonly AlignableUnit[], text: string): number => list.filter((one) => one.text === text).length
    fc.assert(
      fc.property(units, units, (before, after) => {
        const kept = align(before, after).filter((link) => link.old.length === 1 && link.new.length === 1 && link.similarity === 1)
        for (const { text } of before) expect(kept.filter((link) => before[link.old[0]!]!.text === text)).toHaveLength(Math.min(count(before, text), count(after, text)))
      }),
    )
  })
})

describe('known changes to invented documents of a hundred units', () => {
  const measure = (documents: readonly ChangedDocument[]) => {
    const scores = documents.map((document) => score(document, align(document.before, document.after)))
    const share = (part: keyof (typeof scores)[number], whole: keyof (typeof scores)[number]): number =>
      scores.reduce((sum, one) => sum + one[part], 0) / scores.reduce((sum, one) => sum + one[whole], 0)
    return { precision: share('right', 'found'), recall: share('recalled', 'truth'), touched: share('touchedRecalled', 'touched') }
  }

  test.each(operations)('%s: at least 99 %% of links are right, at least 99 %% are found, of the changed units too', (operation) => {
    const { precision, recall, touched } = measure(Array.from({ length: 30 }, (_, seed) => changedDocument(seed, 100, [operation])))
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.99)
    expect(touched).toBeGreaterThanOrEqual(0.985)
  })

  test('ten mixed changes: at least 97 %, of the changed units too', () => {
    const mixed = (seed: number) => {
      const next = random(seed)
      return Array.from({ length: 10 }, () => operations[Math.floor(next() * operations.length)]!)
    }
    const { precision, recall, touched } = measure(Array.from({ length: 60 }, (_, seed) => changedDocument(seed, 100, mixed(seed))))
    expect(precision).toBeGreaterThanOrEqual(0.97)
    expect(recall).toBeGreaterThanOrEqual(0.97)
    expect(touched).toBeGreaterThanOrEqual(0.97)
  })
})
