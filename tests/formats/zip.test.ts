import fc from 'fast-check'
import { unzipSync, zipSync, type Zippable } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../server/errors.js'
import { openZip, rewriteZip, unpackedLimit } from '../../server/formats/zip.js'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const textOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString()

/** Some entry is stored, as in EPUB and ODT. */
const archive = (texts: Record<string, string>): Uint8Array => {
  const entries: Zippable = {}
  for (const [name, text] of Object.entries(texts)) entries[name] = [bytesOf(text), { level: name === 'mimetype' ? 0 : 6, mtime: '2024-05-01' }]
  return zipSync(entries)
}
const book = archive({ mimetype: 'application/epub+zip', 'a.xml': '<p>Hello</p>', 'b.xml': '<p>World</p>' })

const refusal = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details.problem ?? error.details.feature, error.details.name].filter(Boolean).join(' ')
    throw error
  }
  return 'none'
}
const readAll = (bytes: Uint8Array) => {
  const zip = openZip(bytes)
  return zip.names.map((name) => zip.read(name))
}
const patched = (bytes: Uint8Array, change: (view: DataView, bytes: Uint8Array) => void) => {
  const copy = bytes.slice()
  change(new DataView(copy.buffer), copy)
  return copy
}
/** Where the nth record of a signature stands. */
const at = (bytes: Uint8Array, signature: string, n = 0) => {
  let found = Buffer.from(bytes).indexOf(`PK${signature}`)
  for (; n > 0; n--) found = Buffer.from(bytes).indexOf(`PK${signature}`, found + 1)
  return found
}
const [local, record, end] = ['\x03\x04', '\x01\x02', '\x05\x06'] as const

/** An archive as streaming writers make it: sizes and checksum stand behind the data of `b.xml`, with or without a signature. */
const streamed = (signed: boolean) => {
  const start = at(book, local, 2)
  const directory = at(book, record)
  const sums = book.subarray(start + 14, start + 26)
  const descriptor = Buffer.concat([signed ? Buffer.from('PK\x07\x08') : Buffer.of(), sums])
  const bytes = new Uint8Array(Buffer.concat([book.subarray(0, directory), descriptor, book.subarray(directory)]))
  return patched(bytes, (view) => {
    view.setUint16(start + 6, 8, true)
    for (const offset of [14, 18, 22]) view.setUint32(start + offset, 0, true)
    view.setUint16(at(bytes, record, 2) + 8, 8, true)
    view.setUint32(at(bytes, end) + 16, directory + descriptor.length, true)
  })
}

describe('opening', () => {
  test('entries are named in order, and read', () => {
    const zip = openZip(book)
    expect(zip.names).toEqual(['mimetype', 'a.xml', 'b.xml'])
    expect(zip.names.map((name) => textOf(zip.read(name)))).toEqual(['application/epub+zip', '<p>Hello</p>', '<p>World</p>'])
    expect(zip.read('c.xml')).toBeUndefined()
  })

  test('what stands before and behind an archive does no harm', () => {
    const around = new Uint8Array(Buffer.concat([bytesOf('#!/bin/sh\n'), book, bytesOf('\0\0')]))
    expect(readAll(around).map(textOf)).toEqual(readAll(book).map(textOf))
  })

  test.each([
    ['nothing', bytesOf(''), 'container-broken noArchive'],
    ['text', bytesOf('Hello'.repeat(100)), 'container-broken noArchive'],
    ['an archive without its end', book.subarray(0, book.length - 30), 'container-broken truncated'],
    ['a Word document of 1997', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]), 'container-broken legacy'],
    [
      'a Word document with a password',
      new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])),
      'container-encrypted',
    ],
    ['an encrypted entry', patched(book, (view) => view.setUint16(at(book, record) + 8, 1, true)), 'container-encrypted'],
    ['a checksum that is wrong', patched(book, (view) => view.setUint32(at(book, record, 1) + 16, 1, true)), 'container-broken damaged a.xml'],
    ['data that is not deflated', patched(book, (_, bytes) => bytes.fill(255, at(book, local, 1) + 35, at(book, local, 1) + 45)), 'container-broken damaged a.xml'],
    ['data that is longer than it says', patched(book, (view) => view.setUint32(at(book, record, 1) + 24, 3, true)), 'container-broken damaged a.xml'],
    ['data beyond the end', patched(book, (view) => view.setUint32(at(book, record, 1) + 20, 5000, true)), 'container-broken damaged a.xml'],
    ['entries that overlap', patched(book, (view) => view.setUint32(at(book, record, 2) + 42, at(book, local, 1), true)), 'container-broken damaged a.xml'],
    ['two entries of one name', patched(book, (_, bytes) => (bytes[at(book, record, 2) + 46] = 0x61)), 'container-broken contradiction'],
    ['fewer records than it says', patched(book, (view) => [8, 10].forEach((offset) => view.setUint16(at(book, end) + offset, 9, true))), 'container-broken truncated'],
    ['LZMA', patched(book, (view) => view.setUint16(at(book, record) + 10, 14, true)), 'container-unsupported method 14'],
    ['zip64', patched(book, (view) => view.setUint32(at(book, end) + 16, 0xffffffff, true)), 'container-unsupported zip64'],
    ['several volumes', patched(book, (view) => view.setUint16(at(book, end) + 4, 1, true)), 'container-unsupported volumes'],
  ])('refuses %s', (_, bytes, wanted) => {
    expect(refusal(() => readAll(bytes))).toBe(wanted)
  })

  test('refuses more than the limit, before unpacking it', () => {
    const zeros = new Uint8Array(unpackedLimit / 2 + 1)
    const large = zipSync({ a: zeros, b: zeros }, { level: 0 })
    expect(refusal(() => openZip(large).read('a'))).toBe('none')
    expect(refusal(() => readAll(large))).toBe('container-too-large')
  })

  test('refuses what unpacks to more than a hundred times its size, unless it is small with all others like it', () => {
    const zeros = new Uint8Array(1024 * 1024)
    const bomb = (count: number) => zipSync(Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}.xml`, zeros])))
    expect(refusal(() => readAll(bomb(4)))).toBe('none')
    expect(refusal(() => readAll(bomb(5)))).toBe('container-bomb 4.xml')
    expect(refusal(() => readAll(zipSync({ 'a.xml': zeros, 'b.xml': new Uint8Array(4 * 1024 * 1024) })))).toBe('container-bomb b.xml')
  })

  test('any bytes are an archive or refused', () => {
    const mutation = fc.array(fc.tuple(fc.nat({ max: book.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(mutation, (changes) => {
        const bytes = patched(book, (_, copy) => changes.forEach(([position, value]) => (copy[position] = value)))
        expect(refusal(() => rewriteZip(bytes, new Map([['a.xml', bytesOf('x')]])))).toMatch(/^(none|container-)/)
        expect(refusal(() => readAll(bytes))).toMatch(/^(none|container-)/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('rewriting', () => {
  test('without changes the very same bytes', () => {
    expect(rewriteZip(book, new Map())).toBe(book)
  })

  test('the archive that is given stays as it was', () => {
    const given = Buffer.from(book)
    const changed = rewriteZip(given, new Map([['a.xml', bytesOf('<p>Bonjour</p>')]]))
    expect(given.equals(book)).toBe(true)
    expect(textOf(openZip(changed).read('a.xml'))).toBe('<p>Bonjour</p>')
  })

  test('other entries are copied byte for byte', () => {
    const changed = rewriteZip(book, new Map([['a.xml', bytesOf('<p>Bonjour tout le monde</p>')]]))
    expect(Object.entries(unzipSync(changed)).map(([name, bytes]) => [name, textOf(bytes)])).toEqual([
      ['mimetype', 'application/epub+zip'],
      ['a.xml', '<p>Bonjour tout le monde</p>'],
      ['b.xml', '<p>World</p>'],
    ])
    const hex = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('hex')
    expect(hex(changed, 0, at(changed, local, 1))).toBe(hex(book, 0, at(book, local, 1)))
    expect(hex(changed, at(changed, local, 2), at(changed, record))).toBe(hex(book, at(book, local, 2), at(book, record)))
    expect(changed.length - at(changed, end)).toBe(book.length - at(book, end))
  })

  test('what was stored stays stored, what was deflated stays deflated', () => {
    const changed = rewriteZip(book, new Map([['mimetype', bytesOf('other')]]))
    expect(textOf(changed.subarray(38, 43))).toBe('other')
    expect(new DataView(changed.buffer, changed.byteOffset).getUint16(at(changed, local, 1) + 8, true)).toBe(8)
  })

  test.each([true, false])('an entry whose sizes stand behind it has them in front then (signature: %s)', (signed) => {
    const bytes = streamed(signed)
    expect(textOf(openZip(bytes).read('b.xml'))).toBe('<p>World</p>')
    const changed = rewriteZip(bytes, new Map([['b.xml', bytesOf('<p>Monde</p>')]]))
    expect(textOf(openZip(changed).read('b.xml'))).toBe('<p>Monde</p>')
    expect(textOf(unzipSync(changed)['b.xml'])).toBe('<p>Monde</p>')
    expect(Buffer.from(changed).includes('PK\x07\x08')).toBe(false)
    const other = rewriteZip(bytes, new Map([['a.xml', bytesOf('<p>Salut</p>')]]))
    expect(Buffer.from(other).includes('PK\x07\x08')).toBe(signed)
    expect(textOf(openZip(other).read('b.xml'))).toBe('<p>World</p>')
  })

  test('what stands before and behind stays', () => {
    const around = new Uint8Array(Buffer.concat([bytesOf('#!/bin/sh\n'), book, bytesOf('\0\0')]))
    const changed = rewriteZip(around, new Map([['a.xml', bytesOf('x')]]))
    expect([textOf(changed.subarray(0, 10)), textOf(changed.subarray(-2))]).toEqual(['#!/bin/sh\n', '\0\0'])
    expect(readAll(changed).map(textOf)).toEqual(['application/epub+zip', 'x', '<p>World</p>'])
  })

  test('any contents read back, and all others stay', () => {
    const contents = fc.dictionary(fc.constantFrom('mimetype', 'a.xml', 'b.xml', 'none.xml'), fc.string({ maxLength: 400 }))
    fc.assert(
      fc.property(contents, (texts) => {
        const changed = rewriteZip(book, new Map(Object.entries(texts).map(([name, text]) => [name, bytesOf(text)])))
        const zip = openZip(changed)
        expect(zip.names.map((name) => textOf(zip.read(name)))).toEqual(openZip(book).names.map((name) => texts[name] ?? textOf(openZip(book).read(name))))
      }),
    )
  })
})
