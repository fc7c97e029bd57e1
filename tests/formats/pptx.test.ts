import { expect, test } from 'vitest'
import { pptx } from '../../server/formats/pptx.js'
import { readDocument, type ReadOptions } from '../../server/formats/readDocument.js'
import { writeDocument } from '../../server/formats/writeDocument.js'
import { namespaces, partOf, relationship } from './ooxml/package.js'
import { line, shape, slides, words } from './ooxml/slides.js'

const options: ReadOptions = { format: 'pptx', segmentation: 'block', locale: 'en' }
const unitsOf = (bytes: Uint8Array, more: Partial<ReadOptions> = {}) => readDocument(bytes, { ...options, ...more }).units
const textsOf = (bytes: Uint8Array, more: Partial<ReadOptions> = {}) => unitsOf(bytes, more).map(({ text }) => text)

test('slides come as they are shown, each with its notes behind it', () => {
  const notes = `<p:notes ${namespaces}>${shape(line(words('Say hello')), 'body')}</p:notes>`
  const first = { shapes: shape(line(words('Owls')), 'title'), related: [relationship('rId1', 'notesSlide', '../notesSlides/notesSlide1.xml')] }
  const bytes = slides([first, { shapes: shape(line(words('Eggs')), 'title') }], { 'ppt/notesSlides/notesSlide1.xml': notes })
  expect(textsOf(bytes)).toEqual(['Owls', 'Say hello', 'Eggs'])
})

test('titles are headings, texts of a slide are items under them by their level', () => {
  const bytes = slides([{ shapes: shape(line(words('Owls')), 'title') + shape(`<a:p><a:pPr lvl="1"/>${words('Tawny owl')}</a:p>`, 'body') + shape(line(words('A note'))) }])
  expect(unitsOf(bytes).map(({ kind, level, path, text }) => [kind, level, path, text])).toEqual([
    ['heading', 1, [], 'Owls'],
    ['list-item', 2, ['Owls'], 'Tawny owl'],
    ['paragraph', 0, ['Owls'], 'A note'],
  ])
})

test('runs that differ in what the spelling checker knows are one text; bold, links and slide numbers are codes', () => {
  const text = line(
    words('Owls '),
    words('hunt', 'dirty="0"'),
    words(' at', 'b="1"'),
    words(' night', '', '<a:hlinkClick r:id="rId1"/>'),
    words(', page '),
    '<a:fld id="{1}" type="slidenum"><a:t>1</a:t></a:fld>',
  )
  const [unit] = unitsOf(slides([{ shapes: shape(text), related: [relationship('rId1', 'hyperlink', 'https://example.org/', true)] }]))
  expect(unit!.text).toBe('Owls hunt<1> at</1><2> night</2>, page <3/>')
  expect(unit!.codes.map(({ type, label }) => [type, label])).toEqual([
    ['strong', undefined],
    ['link', 'https://example.org/'],
    ['field', 'slidenum'],
  ])
})

test('a translation is written in runs, without attributes that drawings do not know', () => {
  const bytes = slides([{ shapes: shape(line(words('Owls '), words('hunt', 'b="1"'))) }])
  const [unit] = unitsOf(bytes)
  const written = partOf(writeDocument(bytes, pptx, [{ ...unit!, target: '<1>Eulen</1> jagen' }]), 'ppt/slides/slide1.xml')
  expect(written).toContain('<a:r><a:rPr lang="en-US" b="1"></a:rPr><a:t>Eulen</a:t></a:r><a:r><a:rPr lang="en-US"></a:rPr><a:t> jagen</a:t></a:r><a:endParaRPr lang="en-US"/>')
})

test('cells of tables, alternative texts, titles of charts and texts of SmartArt are read', () => {
  const chart = `<c:chartSpace ${namespaces}><c:chart><c:title><c:tx><c:rich>${line(words('Eggs by year'))}</c:rich></c:tx></c:title><c:v>12</c:v></c:chart></c:chartSpace>`
  const art = `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" ${namespaces}><dgm:t>${line(words('Hatch'))}</dgm:t></dgm:dataModel>`
  const related = [relationship('rId1', 'chart', '../charts/chart1.xml'), relationship('rId2', 'diagramData', '../diagrams/data1.xml')]
  const shapes = `${shape('', undefined, 'An owl')}<a:tbl><a:tr><a:tc>${line(words('38 cm'))}</a:tc></a:tr></a:tbl>`
  const bytes = slides([{ shapes, related }], { 'ppt/charts/chart1.xml': chart, 'ppt/diagrams/data1.xml': art })
  expect(textsOf(bytes).sort()).toEqual(['38 cm', 'An owl', 'Eggs by year', 'Hatch'])
})

test('layouts are read where they are asked for, without the texts that stand for others', () => {
  const layout = `<p:sldLayout ${namespaces}>${shape(line(words('Click to edit')), 'title')}${shape(line(words('The Owl Society')))}</p:sldLayout>`
  const bytes = slides([{ shapes: shape(line(words('Owls'))), related: [relationship('rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml')] }], {
    'ppt/slideLayouts/slideLayout1.xml': layout,
  })
  expect(textsOf(bytes)).toEqual(['Owls'])
  expect(textsOf(bytes, { layouts: true })).toEqual(['Owls', 'The Owl Society'])
})

test('comments are read where they are asked for, in their older and their newer form', () => {
  const older = `<p:cmLst ${namespaces}><p:cm authorId="0"><p:pos x="1" y="2"/><p:text>Check &amp; mend</p:text></p:cm></p:cmLst>`
  const newer = `<p188:cmLst xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" ${namespaces}><p188:cm><p188:txBody>${line(words('Done'))}</p188:txBody></p188:cm></p188:cmLst>`
  const related = [relationship('rId1', 'comments', '../comments/comment1.xml'), relationship('rId2', 'comments', '../comments/modernComment1.xml')]
  const bytes = slides([{ shapes: shape(line(words('Owls'))), related }], { 'ppt/comments/comment1.xml': older, 'ppt/comments/modernComment1.xml': newer })
  expect(textsOf(bytes)).toEqual(['Owls'])
  const units = unitsOf(bytes, { comments: true })
  expect(units.map(({ text }) => text)).toEqual(['Owls', 'Check & mend', 'Done'])
  const out = writeDocument(bytes, pptx, [
    { ...units[1]!, target: 'Prüfen & <ändern>' },
    { ...units[2]!, target: 'Fertig' },
  ])
  expect(partOf(out, 'ppt/comments/comment1.xml')).toBe(older.replace('Check &amp; mend', 'Prüfen &amp; &lt;ändern&gt;'))
  expect(unitsOf(out, { comments: true })[2]!.text).toBe('Fertig')
})
