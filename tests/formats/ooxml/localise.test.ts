import { describe, expect, test } from 'vitest'
import { formatOfContent } from '../../../server/formats/index.js'
import { readDocument } from '../../../server/formats/readDocument.js'
import { writeDocument } from '../../../server/formats/writeDocument.js'
import { partOf, relationship } from './package.js'
import { row, shows, workbook } from './sheets.js'
import { line, shape, slides, words } from './slides.js'
import { paragraph, run, word } from './word.js'

/** A part of the document with every unit in capitals, in a language. */
const localised = (bytes: Uint8Array, part: string, locale: string, direction: 'ltr' | 'rtl' = 'ltr') => {
  const format = formatOfContent(bytes)!
  const { units } = readDocument(bytes, { format: format.id, segmentation: 'block', locale: 'en' })
  const edits = units.map((unit) => ({ ...unit, target: unit.text.toUpperCase() }))
  return partOf(writeDocument(bytes, format, edits, { locale, direction, link: (address) => address.replace('/en/', `/${locale}/`) }), part)
}
const body = (...content: string[]) => /<w:body>(.*)<\/w:body>/s.exec(localised(word(content.join('')), 'word/document.xml', 'ar', 'rtl'))![1]!

describe('Word', () => {
  test('runs say the language of the translation, inside of slots and in front of them', () => {
    const english = '<w:lang w:val="en-GB"/>'
    const written = localised(word(paragraph(run('Owls ', english), run('hunt', `<w:b/>${english}`))), 'word/document.xml', 'de')
    expect(written).toContain('<w:rPr><w:lang w:val="de-DE"/></w:rPr><w:t xml:space="preserve">OWLS')
    expect(written).toContain('<w:rPr><w:b/><w:lang w:val="de-DE"/></w:rPr><w:t xml:space="preserve">HUNT')
    expect(written).not.toContain('en-GB')
  })

  test('from right to left, paragraphs and runs say so, in the order of the schema', () => {
    expect(body(paragraph(run('Owls')))).toBe('<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">OWLS</w:t></w:r></w:p>')
    expect(body('<w:p><w:pPr><w:pStyle w:val="a"/><w:jc w:val="left"/></w:pPr>', run('Owls', '<w:b/><w:lang w:val="en-US"/>'), '</w:p>')).toBe(
      '<w:p><w:pPr><w:pStyle w:val="a"/><w:bidi/><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:b/><w:rtl/><w:lang w:bidi="ar-EG"/></w:rPr><w:t xml:space="preserve">OWLS</w:t></w:r></w:p>',
    )
  })

  test('tables and sections turn around', () => {
    const written = body(
      `<w:tbl><w:tblPr><w:tblStyle w:val="a"/><w:tblW w:w="0"/></w:tblPr><w:tr><w:tc>${paragraph(run('Owls'))}</w:tc></w:tr></w:tbl>`,
      '<w:sectPr><w:docGrid/></w:sectPr>',
    )
    expect(written).toContain('<w:tblPr><w:tblStyle w:val="a"/><w:bidiVisual/><w:tblW w:w="0"/></w:tblPr>')
    expect(written).toContain('<w:sectPr><w:bidi/><w:docGrid/></w:sectPr>')
  })

  test('from left to right, what was the other way turns back', () => {
    const written = localised(word(`<w:p><w:pPr><w:bidi/></w:pPr>${run('Owls', '<w:rtl/>')}</w:p>`), 'word/document.xml', 'de')
    expect(written).toContain('<w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr>')
  })

  test('links lead where the project says', () => {
    const bytes = word(paragraph(`<w:hyperlink r:id="rId7">${run('Owls')}</w:hyperlink>`), { related: [relationship('rId7', 'hyperlink', 'https://example.org/en/owls', true)] })
    expect(localised(bytes, 'word/_rels/document.xml.rels', 'de')).toContain('Target="https://example.org/de/owls" TargetMode="External"')
  })
})

test('slides say language, direction and side of their paragraphs', () => {
  const bytes = slides([{ shapes: shape(line(words('Owls')) + `<a:p><a:pPr algn="r"/>${words('Eggs')}</a:p>`) }])
  const written = localised(bytes, 'ppt/slides/slide1.xml', 'ar', 'rtl')
  expect(written).toContain('<a:p><a:pPr algn="r" rtl="1"/><a:r><a:rPr lang="ar-EG"></a:rPr><a:t>OWLS</a:t></a:r><a:endParaRPr lang="ar-EG"/></a:p>')
  expect(written).toContain('<a:pPr rtl="1" algn="l"/>')
})

test('sheets turn around', () => {
  const bytes = workbook(['<t>Owl</t>'], [{ rows: row(shows('A1', 0)), view: '<sheetViews><sheetView workbookViewId="0"/></sheetViews>' }])
  expect(localised(bytes, 'xl/worksheets/sheet1.xml', 'ar', 'rtl')).toContain('<sheetView rightToLeft="1" workbookViewId="0"/>')
})
