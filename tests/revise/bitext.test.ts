import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Code, UnitKind } from '../../server/document/unit.js'
import { pairBitext, type BitextPair, type BitextUnit } from '../../server/revise/bitext.js'
import { divide } from '../../server/revise/bitext/divide.js'
import { withSourceCodes } from '../../server/revise/bitext/sourceCodes.js'

const unit = (text: string, more: Partial<BitextUnit> = {}): BitextUnit => ({ text, codes: [], kind: 'paragraph', level: 0, key: null, ...more })
const heading = (text: string): BitextUnit => unit(text, { kind: 'heading', level: 2 })
const link = (id: number, label: string): Code => ({ id, type: 'link', open: '[', close: `](${label})`, label })

/** Pairs as `1+2=1`, numbers as people count. */
const names = (pairs: readonly BitextPair[]): string[] => pairs.map(({ source, target }) => [source, target].map((side) => side.map((at) => at + 1).join('+')).join('='))

const english = [
  heading('The harbour'),
  unit('The northern pier is closed until the end of March, because two of its pillars have shifted in the storm.'),
  unit('Ferries leave from the fish market every 40 minutes.'),
  heading('Tickets'),
  unit('Tickets that were bought before 12 January stay valid. Passengers with bicycles need a reservation for the first ferry of the day, which leaves at 6:10.'),
  unit('Ask at the office.'),
]
const german = [
  heading('Der Hafen'),
  unit('Die Nordmole ist bis Ende März gesperrt, weil sich im Sturm zwei ihrer Pfeiler verschoben haben.'),
  unit('Die Fähren fahren alle 40 Minuten vom Fischmarkt ab.'),
  heading('Fahrkarten'),
  unit('Fahrkarten, die vor dem 12. Januar gekauft wurden, bleiben gültig. Wer ein Fahrrad mitnimmt, braucht für die erste Fähre des Tages, die um 6:10 fährt, eine Reservierung.'),
  unit('Fragen Sie im Büro.'),
]

describe('a document and its translation', () => {
  test('where people translated one for one, every unit has its own', () => {
    const pairs = pairBitext(english, german)
    expect(names(pairs)).toEqual(['1=1', '2=2', '3=3', '4=4', '5=5', '6=6'])
    expect(Math.min(...pairs.map(({ confidence }) => confidence))).toBeGreaterThan(0.8)
  })

  test('a paragraph that was not translated stays alone, and one that only the translation has', () => {
    expect(names(pairBitext(english, german.toSpliced(2, 1)))).toEqual(['1=1', '2=2', '3=', '4=3', '5=4', '6=5'])
    const note = unit('Diese Übersetzung wurde von Freiwilligen gemacht; verbindlich ist allein die englische Fassung, die seit 2019 im Rathaus ausliegt.')
    expect(names(pairBitext(english, [note, ...german]))).toEqual(['=1', '1=2', '2=3', '3=4', '4=5', '5=6', '6=7'])
  })

  test('two paragraphs may have become one, and one two', () => {
    const joined = german.toSpliced(1, 2, unit(`${german[1]!.text} ${german[2]!.text}`))
    expect(names(pairBitext(english, joined))).toEqual(['1=1', '2+3=2', '4=3', '5=4', '6=5'])
    const [first, second] = german[4]!.text.split('. Wer')
    const parted = german.toSpliced(4, 1, unit(`${first}.`), unit(`Wer${second}`))
    expect(names(pairBitext(english, parted))).toEqual(['1=1', '2=2', '3=3', '4=4', '5=5+6', '6=7'])
  })

  test('numbers are known in the digits of another script', () => {
    const source = [12, 47, 90, 33, 58, 61].map((room) => unit(`Room ${room} is free.`))
    const target = ['١٢', '٩٠', '٣٣', '٥٨', '٦١'].map((room) => unit(`الغرفة ${room} شاغرة.`))
    expect(names(pairBitext(source, target))).toEqual(['1=1', '2=', '3=2', '4=3', '5=4', '6=5'])
  })

  test('a link says which item is meant, in a list of items that are all alike', () => {
    const items = ['ant', 'bee', 'cow'].map((name) => unit('<1>x</1>', { kind: 'list-item', codes: [link(1, `/en/${name}`)] }))
    const others = ['ant', 'cow'].map((name) => unit('<1>y</1>', { kind: 'list-item', codes: [link(1, `/de/${name}`)] }))
    expect(names(pairBitext(items, others))).toEqual(['1=1', '2=', '3=2'])
  })

  test('nothing pairs with nothing', () => {
    expect(pairBitext([], [])).toEqual([])
    expect(names(pairBitext(english.slice(0, 2), []))).toEqual(['1=', '2='])
  })
})

const kinds: UnitKind[] = ['heading', 'paragraph', 'list-item', 'table-cell', 'quote', 'code']
const units = fc.array(
  fc.record({ text: fc.lorem({ maxCount: 12 }), kind: fc.constantFrom(...kinds), level: fc.nat(3) }).map(({ text, ...more }) => unit(text, more)),
  { maxLength: 30 },
)

describe('any two documents', () => {
  test('every unit is in exactly one pair, in order, with a confidence from 0 to 1', () => {
    fc.assert(
      fc.property(units, units, (source, target) => {
        const pairs = pairBitext(source, target)
        expect(pairs.flatMap((pair) => pair.source)).toEqual(source.map((_, at) => at))
        expect(pairs.flatMap((pair) => pair.target)).toEqual(target.map((_, at) => at))
        for (const { confidence } of pairs) expect(confidence >= 0 && confidence <= 1).toBe(true)
      }),
    )
  })

  test('a document pairs with itself one for one', () => {
    fc.assert(
      fc.property(units, (source) => {
        expect(names(pairBitext(source, source))).toEqual(source.map((_, at) => `${at + 1}=${at + 1}`))
      }),
    )
  })
})

describe('codes of a translation that was read from its own document', () => {
  const source = { text: '<1>Rights</1> of <2>children</2>', codes: [link(1, '/rights'), link(2, '/children')] }

  test('have the numbers of the source, by what they stand for', () => {
    expect(withSourceCodes(source, { text: '<1>Kinder</1><2>rechte</2>', codes: [link(1, '/children'), link(2, '/rights')] })).toBe('<2>Kinder</2><1>rechte</1>')
  })

  test('go by their type and order where their data is another', () => {
    expect(withSourceCodes(source, { text: '<1>Droits</1> des <2>enfants</2>', codes: [link(1, '/fr/droits'), link(2, '/fr/enfants')] })).toBe('<1>Droits</1> des <2>enfants</2>')
  })

  test('that the source does not have are left out, and what they hold stays', () => {
    const codes: Code[] = [link(1, '/rights'), { id: 2, type: 'strong', open: '**', close: '**' }, { id: 3, type: 'code', open: '`npm`', label: 'npm' }]
    expect(withSourceCodes(source, { text: '<1>Rechte</1> von <2>Kindern</2> <3/>', codes })).toBe('<1>Rechte</1> von Kindern npm')
  })
})

describe('the parts of a translation', () => {
  const of = (lengths: number[], sentences: string[]) =>
    divide(
      lengths.map((length) => ({ text: 'x'.repeat(length) })),
      sentences,
    )

  test('go by length', () => {
    expect(of([20, 10], ['aaaaaaaaa. ', 'aaaaaaaaa. ', 'bbbbbbbbb.'])).toEqual(['aaaaaaaaa. aaaaaaaaa.', 'bbbbbbbbb.'])
    expect(of([10, 20], ['aaaaaaaaa. ', 'bbbbbbbbb. ', 'bbbbbbbbb.'])).toEqual(['aaaaaaaaa.', 'bbbbbbbbb. bbbbbbbbb.'])
  })

  test('leave nobody empty and lose no sentence', () => {
    expect(of([90, 1, 1], ['aaa. ', 'b. ', 'c.'])).toEqual(['aaa.', 'b.', 'c.'])
    expect(of([1, 90], ['a. ', 'b. ', 'c.'])).toEqual(['a.', 'b. c.'])
  })

  test('cannot be told apart where there are fewer sentences than parts: the first has all', () => {
    expect(of([10, 10], ['Only one.'])).toEqual(['Only one.', null])
  })
})
