import { describe, expect, test } from 'vitest'
import { html } from '../../../server/formats/html.js'
import { declaredEncoding } from '../../../server/formats/html/declaredEncoding.js'
import { readDocument } from '../../../server/formats/readDocument.js'
import { writeDocument } from '../../../server/formats/writeDocument.js'
import type { Refusal } from '../../../server/errors.js'

const read = (bytes: Uint8Array) => readDocument(bytes, { format: 'html', segmentation: 'block', locale: 'en' }).units
const write = (bytes: Uint8Array, ...targets: string[]) =>
  writeDocument(
    bytes,
    html,
    read(bytes).map((unit, at) => ({ ...unit, target: targets[at] ?? unit.text })),
  )

describe('the declared encoding', () => {
  test.each([
    ['<meta charset="windows-1252">', 'windows-1252'],
    ['<META CHARSET=utf-8>', 'utf-8'],
    ['<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1">', 'ISO-8859-1'],
    ['<?xml version="1.0" encoding=\'koi8-r\'?><html>', 'koi8-r'],
    ['<!-- <meta charset=koi8-r> --><script>"<meta charset=koi8-r>"</script><meta charset=gbk>', 'gbk'],
    ['<meta name=x content="charset=koi8-r"><p>', undefined],
    ['<p>charset=gbk', undefined],
  ])('of %s is %s', (head, wanted) => expect(declaredEncoding(head)).toBe(wanted))

  test('is found where a long title pushed it away from the beginning', () => {
    const page = Buffer.from('<title>Fares</title><meta charset=iso-8859-1><p>caf\xe9', 'latin1')
    const written = write(page, 'Fares and more. '.repeat(100))
    expect(read(written)[1]!.text).toBe('café')
    expect(Buffer.from(written).toString('latin1')).toContain('<meta charset=iso-8859-1><p>caf\xe9')
  })
})

const cafe: [encoding: string, bytes: number[], text: string][] = [
  ['windows-1252', [0x63, 0x61, 0x66, 0xe9, 0x20, 0x80], 'café €'],
  ['windows-1251', [0xc4, 0xe0], 'Да'],
  ['windows-1256', [0xd4, 0xe3, 0xd3], 'شمس'],
  ['Shift_JIS', [0x8d, 0x60, 0x82, 0xc6, 0x5c], '港と\\'],
  ['gbk', [0xb8, 0xdb, 0xbf, 0xda], '港口'],
  ['euc-kr', [0xc7, 0xd7, 0xb1, 0xb8], '항구'],
  ['big5', [0xb4, 0xe4], '港'],
]

describe.each(cafe)('a page in %s', (encoding, bytes, text) => {
  const page = Buffer.concat([Buffer.from(`<meta charset=${encoding}><p>`), Buffer.from(bytes), Buffer.from('</p><p>Two</p>')])

  test('is read, and written back byte for byte', () => {
    expect(read(page).map((unit) => unit.text)).toEqual([text, 'Two'])
    expect(Buffer.from(write(page)).equals(page)).toBe(true)
  })

  test('says what its encoding lacks as references', () => {
    const written = write(page, text, '👋 a')
    expect(Buffer.from(written).equals(Buffer.concat([page.subarray(0, page.indexOf('Two')), Buffer.from('&#128075; a</p>')]))).toBe(true)
  })
})

test.each(['utf16le', 'utf16be'] as const)('UTF-16 is known with a byte order mark and without (%s)', (order) => {
  for (const mark of ['\ufeff', '']) {
    const bytes = Buffer.from(`${mark}<!doctype html><meta charset=utf-16><p>Été`, 'utf16le')
    const page = order === 'utf16be' ? bytes.swap16() : bytes
    expect(read(page).map((unit) => unit.text)).toEqual(['Été'])
    expect(read(write(page, '夏'))[0]!.text).toBe('夏')
    expect(Buffer.from(write(page)).equals(page)).toBe(true)
  }
})

test.each(['iso-2022-jp', 'x-unknown'])('a page in %s, which cannot be written back, is refused with its name', (encoding) => {
  const page = Buffer.from(`<meta charset=${encoding}><p>a\x1b$B9A\x1b(B`)
  expect(() => read(page)).toThrow(expect.objectContaining({ code: 'encoding-unknown', details: { encoding } }) as Refusal)
})
