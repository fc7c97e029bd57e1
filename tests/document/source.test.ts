import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeSource, encodeText } from '../../server/document/source.js'

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const read = (input: Uint8Array, declared?: string) => {
  const source = decodeSource(input, declared)
  if ('fault' in source) throw new Error(source.fault)
  return source
}

test.each([
  ['UTF-8', bytes('Grüße 👋 κόσμε'), undefined, 'utf-8', 'Grüße 👋 κόσμε'],
  ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'Grüße'), undefined, 'utf-8', 'Grüße'],
  ['UTF-16 LE with a mark', bytes([0xff, 0xfe], [...Buffer.from('Grüße 👋', 'utf16le')]), undefined, 'utf-16le', 'Grüße 👋'],
  ['UTF-16 BE with a mark', bytes([0xfe, 0xff, 0, 0x47, 0, 0xfc]), undefined, 'utf-16be', 'Gü'],
  ['declared Latin-1', bytes([0x47, 0xfc, 0x93]), 'ISO-8859-1', 'windows-1252', 'Gü“'],
  ['declared Cyrillic', bytes([0xcc, 0xe8, 0xf0]), 'windows-1251', 'windows-1251', 'Мир'],
  ['declared Shift_JIS', bytes([0x90, 0xa2, 0x41, 0x8a, 0x45]), 'shift_jis', 'shift_jis', '世A界'],
  ['a mark against a declaration', bytes([0xef, 0xbb, 0xbf], 'ü'), 'latin1', 'utf-8', 'ü'],
])('%s', (_, input, declared, encoding, text) => {
  const source = read(input, declared)
  expect([source.encoding, source.text]).toEqual([encoding, text])
  const mark = source.byteOffset(0)
  expect(Buffer.from(encodeText(text, encoding)).equals(input.subarray(mark))).toBe(true)
  expect(source.byteOffset(text.length)).toBe(input.length)
})

test('valid UTF-8 is decoded as the platform decodes it', () => {
  const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'aé\x80ÿ') }), fc.constantFrom('\ufeff', '\u07ff\u0800\uffff', '\u{10000}\u{10ffff}'))
  fc.assert(
    fc.property(fc.array(any, { maxLength: 4 }), (parts) => {
      const text = parts.join('')
      const source = read(Buffer.from(text))
      expect(source.text).toBe(text.replace(/^\ufeff/, ''))
    }),
  )
})

test('a text offset has the byte offset of its character', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 700 }), { maxLength: 4 }), (parts) => {
      const text = parts.join('é')
      const source = read(Buffer.from(text))
      for (const at of [0, 1, text.length >> 1, text.length].filter((offset) => offset <= text.length && !/[\ud800-\udbff]$/.test(text.slice(0, offset))))
        expect(source.byteOffset(at)).toBe(Buffer.byteLength(text.slice(0, at)))
    }),
  )
})

test.each([
  ['a lone byte', bytes('ab', [0xff], 'c'), 2],
  ['a cut sequence', bytes('é', [0xe2, 0x82]), 2],
  ['after a genuine replacement character', bytes('\ufffd', [0x80]), 3],
  ['an odd UTF-16', bytes([0xff, 0xfe, 0x41, 0, 0x42]), 4],
])('%s is refused at its position', (_, input, position) => {
  expect(decodeSource(input)).toMatchObject({ fault: 'encoding-invalid', position })
})

test('an unknown encoding is refused by name', () => {
  expect(decodeSource(bytes('a'), 'klingon-8')).toEqual({ fault: 'encoding-unknown', encoding: 'klingon-8' })
})

test('a character that the encoding lacks is spelled by reference', () => {
  expect(Buffer.from(encodeText('€ 世', 'windows-1252', (codePoint) => `&#${codePoint};`)).toString('latin1')).toBe('\x80 &#19990;')
})
