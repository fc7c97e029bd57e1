import { zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { epub } from '../../server/formats/epub.js'
import { readDocument } from '../../server/formats/readDocument.js'
import { writeDocument } from '../../server/formats/writeDocument.js'
import { openZip } from '../../server/formats/zip.js'

const sample = readFileSync('tests/samples/epub/story.epub')
const options = { format: 'epub', locale: 'en', segmentation: 'block' } as const
const { units } = readDocument(sample, options)
const localisation = { locale: 'ar', direction: 'rtl', link: (address: string) => address.replace('/en/', '/ar/').replace('first', 'erster') } as const

/** The book with one text translated: its parts by name. */
function translated(text: string, target: string) {
  const unit = units.find((one) => one.text === text)!
  const zip = openZip(writeDocument(sample, epub, [{ ...unit, target }], localisation))
  return (name: string) => Buffer.from(zip.read(`OEBPS/${name}`)!).toString()
}

test('description, navigation and pages are read, in the order of the spine', () => {
  expect(units.map(({ text }) => text.slice(0, 20))).toEqual([
    'The well & the wind',
    'A short story about ',
    'Contents',
    'Contents',
    '<1>The well</1>',
    '<1>The wind</1>',
    'The well & the wind',
    'The well',
    'The well',
    '<1/>The well',
    'There was a <1>deep<',
    'A well "at night"',
    'Forty fathoms, <1>pe',
    'See <1>more wells</1',
    'The wind',
    'It blew\u00a0— and blew. ',
  ])
})

test('pages stay well-formed', () => {
  expect(translated('The wind', 'a & b < c')('text/second part.xhtml')).toContain('<h2>a &amp; b &lt; c</h2>')
})

test('a localized book says its language and how its pages turn; only addresses outside of it change', () => {
  const part = translated('See <1>more wells</1>, or<2/>go on.', '<1>x</1><2/>')
  expect(part('book.opf')).toContain('<dc:language>ar</dc:language>')
  expect(part('book.opf')).toContain('<spine toc="ncx" page-progression-direction="rtl">')
  expect(part('book.opf')).toContain('href="text/first.xhtml"')
  expect(part('text/first.xhtml')).toContain('xml:lang="ar" lang="ar" dir="rtl">')
  expect(part('text/first.xhtml')).toContain('<a href="https://example.org/ar/wells">x</a>')
})

test('the first entry stays as readers need it: stored, with its name and type', () => {
  const written = writeDocument(sample, epub, [{ ...units[0]!, target: 'x' }])
  expect(epub.recognises!(written)).toBe(true)
})

describe('protection', () => {
  const container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
  const opf = '<package><manifest><item id="p" href="p.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="p"/></spine></package>'
  const book = (files: Record<string, string>) => () =>
    readDocument(
      zipSync(
        Object.fromEntries(
          Object.entries({ 'META-INF/container.xml': container, 'p.xhtml': '<html><p>a</p></html>', ...files }).map(([name, content]) => [name, Buffer.from(content)]),
        ),
      ),
      options,
    )
  const encryption = (method: string, name: string) =>
    `<encryption><EncryptedData><EncryptionMethod Algorithm="${method}"/><CipherData><CipherReference URI="${name}"/></CipherData></EncryptedData></encryption>`

  test('a book whose pages are encrypted is refused', () => {
    const files = { 'a.opf': opf, 'META-INF/encryption.xml': encryption('http://www.w3.org/2001/04/xmlenc#aes256-cbc', 'p.xhtml') }
    expect(book(files)).toThrow(expect.objectContaining({ code: 'container-encrypted' }))
  })

  test('one whose fonts are disguised is not', () => {
    expect(book({ 'a.opf': opf, 'META-INF/encryption.xml': encryption('http://www.idpf.org/2008/embedding', 'f.otf') })().units).toHaveLength(1)
  })

  test('one without its description is refused', () => {
    expect(book({})).toThrow(expect.objectContaining({ code: 'container-broken', details: { problem: 'missing', name: 'a.opf' } }))
  })
})
