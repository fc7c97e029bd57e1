import { zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fodt, odt } from '../../server/formats/odt.js'
import { readDocument } from '../../server/formats/readDocument.js'
import { writeDocument } from '../../server/formats/writeDocument.js'
import { openZip } from '../../server/formats/zip.js'

const sample = readFileSync('tests/samples/odt/hours.odt')
const namespaces = ['office', 'text', 'style', 'table'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ')
const others =
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
const flat = (body: string, styles = '') =>
  `<office:document ${namespaces} ${others}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`
const units = (body: string, styles?: string) => readDocument(Buffer.from(flat(body, styles)), { format: 'fodt', locale: 'en', segmentation: 'block' }).units
const texts = (body: string, styles?: string) => units(body, styles).map(({ text }) => text)
const style = (name: string, properties: string) => `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`

/** The body with this target in place of its first text. */
function translated(body: string, target: string): string {
  const written = writeDocument(Buffer.from(flat(body)), fodt, [{ ...units(body)[0]!, target }])
  return /<office:text>(.*)<\/office:text>/s.exec(Buffer.from(written).toString())![1]!
}

describe('a text', () => {
  test('white space that ODF writes as elements is white space, and is written so', () => {
    expect(texts('<text:p>a <text:s/>b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e</text:p>')).toEqual(['a  b  c\td\ne'])
    expect(translated('<text:p>x</text:p>', ' a   b\tc\n ')).toBe('<text:p><text:s/>a <text:s text:c="2"/>b<text:tab/>c<text:line-break/><text:s/></text:p>')
  })

  test('spans that look alike are one, those that nobody sees are none', () => {
    const styles = style('A', 'fo:color="red" officeooo:rsid="1"') + style('B', 'officeooo:rsid="2" fo:color="red"') + style('C', 'officeooo:rsid="3"')
    const body = '<text:p>a <text:span text:style-name="A">b</text:span><text:span text:style-name="B">c</text:span> <text:span text:style-name="C">d</text:span></text:p>'
    expect(texts(body, styles)).toEqual(['a <1>bc</1> d'])
  })

  test('a footnote is one pair of codes in its text, whatever stands around its paragraph; fields, marks and remarks are codes', () => {
    const note = '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note>'
    expect(texts(`<text:p>a${note} <text:date>today</text:date><office:annotation><text:p>why?</text:p></office:annotation>b</text:p>`)).toEqual(['a<1>note</1> <2/><3/>b'])
  })

  test('what tracked changes deleted is no text', () => {
    expect(texts('<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>n<text:change-start/>e<text:change-end/>w</text:p>')).toEqual(['n<1/>e<2/>w'])
  })
})

describe('text boxes and pictures', () => {
  const box = (content: string) => `<draw:frame><draw:text-box>${content}</draw:text-box></draw:frame>`

  test('a box alone in its paragraph has texts of its own', () => {
    expect(texts(`<text:p>${box('<text:p>a</text:p><text:p>b</text:p>')}</text:p>`)).toEqual(['a', 'b'])
  })

  test('a box among words is a pair of codes', () => {
    expect(texts(`<text:p>w ${box('<text:p>a</text:p>')} x</text:p>`)).toEqual(['w <1>a</1> x'])
  })

  test('alternative texts are read, alone where nothing else is said', () => {
    expect(texts('<text:p><draw:frame><draw:image/><svg:title>a door</svg:title></draw:frame></text:p>')).toEqual(['a door'])
  })
})

test('headings have levels, items of lists too; numbers in cells are values', () => {
  const cells = '<table:table-cell office:value-type="float"><text:p>1</text:p></table:table-cell><table:table-cell><text:p>c</text:p></table:table-cell>'
  const body = `<text:h text:outline-level="2">a</text:h><text:list><text:list-item><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list><table:table>${cells}</table:table>`
  expect(units(body).map(({ kind, level, text }) => [kind, level, text])).toEqual([
    ['heading', 2, 'a'],
    ['list-item', 2, 'b'],
    ['table-cell', 0, 'c'],
  ])
})

test('a localized document says its language and direction', () => {
  const read = readDocument(sample, { format: 'odt', locale: 'en', segmentation: 'block' })
  const written = (locale: string, direction: 'ltr' | 'rtl') => {
    const zip = openZip(writeDocument(sample, odt, [{ ...read.units[0]!, target: 'x' }], { locale, direction, link: (address) => address.replace('/en/', '/xx/') }))
    return (name: string) => Buffer.from(zip.read(name)!).toString()
  }
  const french = written('fr-CA', 'ltr')
  expect(french('styles.xml')).toContain('fo:language="fr" fo:country="CA"')
  expect(french('meta.xml')).toContain('<dc:language>fr-CA</dc:language>')
  expect(french('content.xml')).toContain('https://example.org/xx/map')
  const arabic = written('ar', 'rtl')('styles.xml')
  expect(arabic).toContain('style:language-complex="ar" style:country-complex="none"')
  expect(arabic.match(/style:writing-mode="rl-tb"/g)).toHaveLength(2)
})

describe('is refused', () => {
  const read = (files: Record<string, string>) => () =>
    readDocument(zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)]))), { format: 'odt', locale: 'en', segmentation: 'block' })

  test('a document with a password', () => {
    expect(read({ 'content.xml': 'x', 'META-INF/manifest.xml': '<manifest:encryption-data/>' })).toThrow(expect.objectContaining({ code: 'container-encrypted' }))
  })

  test('an archive without a text', () => {
    expect(read({ 'other.xml': 'x' })).toThrow(expect.objectContaining({ code: 'container-broken', details: { problem: 'missing', name: 'content.xml' } }))
  })
})
