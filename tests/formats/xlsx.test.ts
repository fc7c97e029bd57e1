import { expect, test } from 'vitest'
import { readDocument, type ReadOptions } from '../../server/formats/readDocument.js'
import { writeDocument } from '../../server/formats/writeDocument.js'
import { xlsx } from '../../server/formats/xlsx.js'
import { partOf, relationship } from './ooxml/package.js'
import { inline, row, shows, table, workbook } from './ooxml/sheets.js'

const options: ReadOptions = { format: 'xlsx', segmentation: 'block', locale: 'en' }
const unitsOf = (bytes: Uint8Array, more: Partial<ReadOptions> = {}) => readDocument(bytes, { ...options, ...more }).units
const textsOf = (bytes: Uint8Array, more: Partial<ReadOptions> = {}) => unitsOf(bytes, more).map(({ text }) => text)
const strings = (...each: string[]) => each.map((string) => `<t>${string}</t>`)

test('shared strings are read once, and only those that a cell shows', () => {
  const bytes = workbook(strings('Owl', 'Egg', 'Left over'), [{ rows: row(shows('A1', 0), shows('B1', 1)) }, { rows: row(shows('A1', 1)) }])
  expect(textsOf(bytes)).toEqual(['Owl', 'Egg'])
})

test('strings in cells are read; numbers, results of formulas and names of sheets are not', () => {
  const rows = row(inline('A1', 'Tawny owl'), '<c r="B1"><v>38</v></c>', '<c r="C1" t="str"><f>A1&amp;"s"</f><v>Tawny owls</v></c>')
  expect(textsOf(workbook([], [{ rows }]))).toEqual(['Tawny owl'])
})

test('runs of a string are codes, its reading aid for Japanese stays', () => {
  const string = '<r><t xml:space="preserve">Owls </t></r><r><rPr><b/></rPr><t>hunt</t></r><rPh sb="0" eb="2"><t>フクロウ</t></rPh>'
  const bytes = workbook([string], [{ rows: row(shows('A1', 0)) }])
  const [unit] = unitsOf(bytes)
  expect(unit!.text).toBe('Owls <1>hunt</1>')
  expect(partOf(writeDocument(bytes, xlsx, [{ ...unit!, target: '<1>Eulen</1>' }]), 'xl/sharedStrings.xml')).toContain(
    '<r><rPr><b/></rPr><t xml:space="preserve">Eulen</t></r><rPh sb="0" eb="2"><t>フクロウ</t></rPh>',
  )
})

test('blanks at the ends of a string are kept', () => {
  const bytes = workbook(strings('Owl'), [{ rows: row(shows('A1', 0)) }])
  expect(partOf(writeDocument(bytes, xlsx, [{ ...unitsOf(bytes)[0]!, target: 'Eule ' }]), 'xl/sharedStrings.xml')).toContain('<si><t xml:space="preserve">Eule&#32;</t></si>')
})

test('headers of a table stay, as formulas and the table itself name its columns by them', () => {
  const rows = row(shows('A1', 0), inline('B1', 'Length')) + row(shows('A2', 1), inline('B2', 'Long'))
  const bytes = workbook(strings('Species', 'Owl'), [{ rows, related: [relationship('rId1', 'table', '../tables/table1.xml')] }], {
    'xl/tables/table1.xml': table('A1:B2', 'Species', 'Length'),
  })
  expect(textsOf(bytes)).toEqual(['Owl', 'Long'])
})

test('comments are read where they are asked for', () => {
  const comments =
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment><text><r><t>Check this</t></r></text></comment></commentList></comments>'
  const bytes = workbook(strings('Owl'), [{ rows: row(shows('A1', 0)), related: [relationship('rId1', 'comments', '../comments1.xml')] }], { 'xl/comments1.xml': comments })
  expect(textsOf(bytes)).toEqual(['Owl'])
  expect(textsOf(bytes, { comments: true })).toEqual(['Owl', 'Check this'])
})

test('so are comments in threads, and what stands in their place for older versions', () => {
  const thread =
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" id="{1}"><text>Is this right?</text></threadedComment></ThreadedComments>'
  const older =
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc={1}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>[Threaded comment]</t></r></text></comment></commentList></comments>'
  const related = [relationship('rId1', 'comments', '../comments1.xml'), relationship('rId2', 'threadedComment', '../threadedComments/threadedComment1.xml')]
  const bytes = workbook(strings('Owl'), [{ rows: row(shows('A1', 0)), related }], { 'xl/comments1.xml': older, 'xl/threadedComments/threadedComment1.xml': thread })
  expect(textsOf(bytes)).toEqual(['Owl'])
  expect(textsOf(bytes, { comments: true })).toEqual(['Owl', '[Threaded comment]', 'Is this right?'])
})
