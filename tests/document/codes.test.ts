import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareCodes, escapeText, parseText, plainText, serializeText, type TextPart } from '../../server/document/codes.js'

const literal = fc.stringMatching(/^[\\<>/0-9a]{1,8}$/)
const part = fc.oneof(
  literal.map((text): TextPart => ({ type: 'text', text })),
  fc.record({ type: fc.constantFrom('open' as const, 'close' as const, 'single' as const), id: fc.integer({ min: 1, max: 20 }) }),
)
const merged = (parts: TextPart[]): TextPart[] =>
  parts.reduce<TextPart[]>((all, next) => {
    const last = all.at(-1)
    if (last?.type === 'text' && next.type === 'text') return [...all.slice(0, -1), { type: 'text', text: last.text + next.text }]
    return [...all, next]
  }, [])

test('any runs of text and codes come back from their spelling', () => {
  fc.assert(fc.property(fc.array(part), (parts) => void expect(parseText(serializeText(parts))).toEqual(merged(parts))))
})

test('any escaped text is read as itself', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'\\<>/12 ') }), (text) => void expect(plainText(escapeText(text))).toBe(text)))
})

test.each([
  ['Read <1>this</1>.', 'Read this.'],
  ['A literal \\<1> stays', 'A literal <1> stays'],
  ['line<2/>break', 'linebreak'],
  ['a < b <0> <01> <x>', 'a < b <0> <01> <x>'],
])('%s reads as %s', (text, plain) => expect(plainText(text)).toBe(plain))

test.each([
  ['Read <1>this</1><2/>.', 'Lies <1>das</1><2/>.', []],
  ['<1>a</1> <2>b</2>', '<2>b</2> <1>a</1>', []],
  ['<1>a</1>', 'a', ['missing <1>', 'missing </1>']],
  ['a<1/>', 'a', ['missing <1/>']],
  ['a', 'a<3/>', ['extra <3/>']],
  ['<1>a</1>', '<1>a<1></1>', ['extra <1>', 'unclosed <1>']],
  ['<1>a</1>', '<1>a', ['missing </1>']],
  ['<1>a</1>', '</1>a<1>', ['unopened </1>', 'unclosed <1>']],
  ['<1>a</1> <2>b</2>', '<1>a<2></1>b</2>', ['crossed </1>']],
  ['a \\<1>', 'a', []],
])('%s → %s: %j', (source, target, faults) => {
  expect(compareCodes(source, target).map((fault) => `${fault.type} ${fault.code}`)).toEqual(faults)
})

test('a pair that holds plain text takes no other code', () => {
  const codes = [
    { id: 1, type: 'image', open: '<img alt="', close: '">', plain: true as const },
    { id: 2, type: 'break', open: '<br>' },
  ]
  expect(compareCodes('<1>a</1><2/>', '<1>a<2/></1>', codes)).toEqual([{ type: 'misplaced', id: 2, code: '<2/>' }])
})
