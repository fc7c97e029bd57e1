import { describe, expect, test } from 'vitest'
import { docx } from '../../server/formats/docx.js'
import { readDocument, type ReadOptions } from '../../server/formats/readDocument.js'
import { writeDocument } from '../../server/formats/writeDocument.js'
import { namespaces, partOf, relationship } from './ooxml/package.js'
import { field, paragraph, picture, run, textBox, word } from './ooxml/word.js'

const options: ReadOptions = { format: 'docx', segmentation: 'block', locale: 'en' }
const unitsOf = (bytes: Uint8Array, more: Partial<ReadOptions> = {}) => readDocument(bytes, { ...options, ...more }).units
const textsOf = (...body: string[]) => unitsOf(word(body.join(''))).map(({ text }) => text)
const kindsOf = (bytes: Uint8Array) => unitsOf(bytes).map(({ kind, level, text }) => [kind, level, text])
/** The body with other texts, from its first unit on. */
const written = (body: string, ...targets: string[]) => {
  const bytes = word(body)
  const edits = unitsOf(bytes).flatMap((unit, at) => (targets[at] === undefined ? [] : { ...unit, target: targets[at] }))
  return /<w:body>(.*)<\/w:body>/s.exec(partOf(writeDocument(bytes, docx, edits), 'word/document.xml'))![1]!
}
const styled = (id: string, words: string, more = '') => `<w:p><w:pPr><w:pStyle w:val="${id}"/>${more}</w:pPr>${run(words)}</w:p>`
const bold = '<w:b/>'

describe('runs', () => {
  test('that look alike are one text, whatever Word notes between them', () => {
    expect(
      textsOf(
        paragraph(
          run('Owls '),
          '<w:proofErr w:type="spellStart"/>',
          run('hunt', '<w:lang w:val="en-GB"/>'),
          '<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve"> at</w:t></w:r>',
          run(' night'),
        ),
      ),
    ).toEqual(['Owls hunt at night'])
  })

  test('that look otherwise are a pair of codes with a readable type', () => {
    const [unit] = unitsOf(word(paragraph(run('Owls '), run('hunt ', bold), run('at', '<w:i/>'), run(' night'))))
    expect(unit!.text).toBe('Owls <1>hunt </1><2>at</2> night')
    expect(unit!.codes.map(({ type }) => type)).toEqual(['strong', 'emphasis'])
  })

  test('of blanks look like the words before them, unless one sees the difference', () => {
    expect(textsOf(paragraph(run('Owls', bold), run(' '), run('hunt', bold)))).toEqual(['Owls hunt'])
    expect(textsOf(paragraph(run('Name:'), run('    ', '<w:u w:val="single"/>'), run('.')))).toEqual(['Name:<1>    </1>.'])
  })

  test('are written with their looks, and with blanks that are kept', () => {
    expect(written(paragraph(run('Owls '), run('hunt', bold)), 'Eulen <1>jagen</1> gern')).toBe(
      '<w:p><w:r><w:t xml:space="preserve">Eulen</w:t></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">jagen</w:t></w:r><w:r><w:t xml:space="preserve"> gern</w:t></w:r></w:p>',
    )
  })

  test('of any prefix are read, and written with that prefix', () => {
    const other = partOf(word(paragraph(run('Owls'), run(' hunt', bold))), 'word/document.xml')
      .replaceAll('w:', 'n0:')
      .replace('xmlns:w=', 'xmlns:n0=')
    const bytes = word('', { parts: { 'word/document.xml': other } })
    const [unit] = unitsOf(bytes)
    expect(partOf(writeDocument(bytes, docx, [{ ...unit!, target: '<1>Eulen</1>' }]), 'word/document.xml')).toContain(
      '<n0:r><n0:rPr><n0:b/></n0:rPr><n0:t xml:space="preserve">Eulen</n0:t></n0:r>',
    )
  })
})

describe('in the text', () => {
  test('links show their address, whether they are elements or fields', () => {
    const body = paragraph(run('See '), `<w:hyperlink r:id="rId7">${run('the list')}</w:hyperlink>`, run(' and '), field(' HYPERLINK "https://example.org/b" ', 'calls'), run('.'))
    const [unit] = unitsOf(word(body, { related: [relationship('rId7', 'hyperlink', 'https://example.org/a', true)] }))
    expect(unit!.text).toBe('See <1>the list</1> and <2>calls</2>.')
    expect(unit!.codes.map(({ type, label }) => [type, label])).toEqual([
      ['link', 'https://example.org/a'],
      ['link', 'https://example.org/b'],
    ])
  })

  test('a paragraph that is one link has no code for it', () => {
    expect(textsOf(paragraph(`<w:hyperlink w:anchor="top">${run('Contents')}</w:hyperlink>`))).toEqual(['Contents'])
  })

  test('other fields are one code, result and all', () => {
    expect(textsOf(paragraph(run('Page '), field(' PAGE ', '7'), run(' of '), `<w:fldSimple w:instr=" NUMPAGES ">${run('9')}</w:fldSimple>`, run('.')))).toEqual([
      'Page <1/> of <2/>.',
    ])
  })

  test('what somebody filled into a form is text in a pair of codes; an empty field is one code', () => {
    const [unit] = unitsOf(word(paragraph(run('Name: '), field(' FORMTEXT ', 'Barn owl'), run('.'))))
    expect([unit!.text, unit!.codes.map(({ type, label }) => [type, label])]).toEqual(['Name: <1>Barn owl</1>.', [['field', 'FORMTEXT']]])
    expect(textsOf(paragraph(run('Name: '), field(' FORMTEXT ', '\u2002\u2002\u2002'), run('.')))).toEqual(['Name: <1/>.'])
    expect(textsOf(paragraph(run('Name: '), `<w:fldSimple w:instr=" FORMTEXT ">${run('Barn owl')}</w:fldSimple>`, run('.')))).toEqual(['Name: <1>Barn owl</1>.'])
    const targets = written(paragraph(run('Name: '), field(' FORMTEXT ', 'Barn owl'), run('.')), 'Name: <1>Schleiereule</1>.')
    expect(targets).toContain('FORMTEXT')
    expect(textsOf(targets)).toEqual(['Name: <1>Schleiereule</1>.'])
  })

  test('the entries of a table of contents are texts, though one field holds them all', () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TOC </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
    expect(textsOf(paragraph(begin, run('Owls')), paragraph(run('Eggs')), paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))).toEqual(['Owls', 'Eggs'])
  })

  test('insertions are read, deletions stay as they are, and both stay marked', () => {
    const body = paragraph(run('Two '), `<w:ins w:id="1">${run('or three ')}</w:ins>`, '<w:del w:id="2"><w:r><w:delText>or four </w:delText></w:r></w:del>', run('eggs'))
    expect(textsOf(body)).toEqual(['Two <1>or three </1><2/>eggs'])
    expect(written(body, '<2/>Zwei <1>oder drei</1> Eier')).toContain('<w:del w:id="2"><w:r><w:delText>or four </w:delText></w:r></w:del>')
  })

  test('hyphens that Word has elements for are characters', () => {
    const body = paragraph('<w:r><w:t>Strix alu</w:t><w:softHyphen/><w:t>co, T</w:t><w:noBreakHyphen/><w:t>owl</w:t></w:r>')
    expect(textsOf(body)).toEqual(['Strix alu\u00adco, T\u2011owl'])
    expect(written(body, 'a\u00adb')).toContain('<w:softHyphen/>')
  })

  test('tabs, breaks and references to notes are codes', () => {
    expect(textsOf(paragraph('<w:r><w:t>Name:</w:t><w:tab/><w:t>Owl</w:t><w:br/><w:t>Eggs</w:t><w:footnoteReference w:id="2"/></w:r>'))).toEqual(['Name:<1/>Owl<2/>Eggs<3/>'])
  })

  test('bookmarks at the edges are no part of the text', () => {
    expect(textsOf(paragraph('<w:bookmarkStart w:id="4" w:name="a"/>', run('Owls'), '<w:bookmarkEnd w:id="4"/>'))).toEqual(['Owls'])
  })

  test('a picture has its alternative text in the sentence, or is a unit where it stands alone', () => {
    expect(textsOf(paragraph(run('The '), picture('face'), run(' hears.')), paragraph(picture('An owl')))).toEqual(['The <1>face</1> hears.', 'An owl'])
  })
})

describe('parts', () => {
  test('a text box divides the paragraph that it is in, and is read once', () => {
    expect(textsOf(paragraph(run('Before'), textBox(paragraph(run('Inside'))), run('behind')))).toEqual(['Before', 'Inside', 'behind'])
  })

  test('a text box that is written twice says the same in both places, unless it said something else before', () => {
    const inside = (words: string) => paragraph(run(words, bold))
    expect(written(paragraph(textBox(inside('Owl'))), 'Eule').match(/<w:txbxContent>(.*?)<\/w:txbxContent>/gs)).toEqual([
      '<w:txbxContent><w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Eule</w:t></w:r></w:p></w:txbxContent>',
      '<w:txbxContent><w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Eule</w:t></w:r></w:p></w:txbxContent>',
    ])
    expect(written(paragraph(textBox(inside('Owl'), inside('No owl'))), 'Eule')).toContain(inside('No owl'))
    expect(written(paragraph(textBox(inside('Owl'))) + paragraph(run('Egg')))).toContain(textBox(inside('Owl')))
  })

  test('text boxes in one drawing are told apart', () => {
    const boxes = (...words: string[]) => words.map((each) => paragraph(run(each))).join('</w:txbxContent><w:txbxContent>')
    const out = written(paragraph(textBox(boxes('Owl', 'Egg'))), 'Eule', 'Ei')
    expect(Array.from(out.matchAll(/<w:t\b[^>]*>([^<]*)/g), ([, words]) => words)).toEqual(['Eule', 'Ei', 'Eule', 'Ei'])
  })

  test('headings come by their styles, inherited ones too; items of lists by their numbering', () => {
    const styles = `<w:styles ${namespaces}><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Mine"><w:basedOn w:val="H2"/></w:style></w:styles>`
    const numbered = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    const body = styled('Mine', 'Owls') + styled('None', 'Eggs', numbered) + `<w:tbl><w:tr><w:tc>${paragraph(run('38 cm'))}</w:tc></w:tr></w:tbl>`
    expect(kindsOf(word(body, { related: [relationship('rId1', 'styles', 'styles.xml')], parts: { 'word/styles.xml': styles } }))).toEqual([
      ['heading', 2, 'Owls'],
      ['list-item', 2, 'Eggs'],
      ['table-cell', 0, '38 cm'],
    ])
  })

  test('notes come behind the document; comments where they are asked for', () => {
    const related = [relationship('rId1', 'footnotes', 'footnotes.xml'), relationship('rId2', 'comments', 'comments.xml')]
    const footnotes = `<w:footnotes ${namespaces}><w:footnote>${paragraph(run('A note'))}</w:footnote></w:footnotes>`
    const comments = `<w:comments ${namespaces}><w:comment>${paragraph(run('Check this'))}</w:comment></w:comments>`
    const bytes = word(paragraph(run('Owls')), { related, parts: { 'word/footnotes.xml': footnotes, 'word/comments.xml': comments } })
    expect(unitsOf(bytes).map(({ text }) => text)).toEqual(['Owls', 'A note'])
    expect(unitsOf(bytes, { comments: true }).map(({ text }) => text)).toEqual(['Owls', 'A note', 'Check this'])
  })

  test('a part that breaks off is said, and what stood before it is read', () => {
    const broken = partOf(word(paragraph(run('Owls')) + paragraph(run('Eggs'))), 'word/document.xml').replace(/Eggs.*/s, 'Eggs</w:r>')
    const { units, problems } = readDocument(word('', { parts: { 'word/document.xml': broken } }), options)
    expect(units.map(({ text }) => text)).toEqual(['Owls'])
    expect(problems.map(({ code }) => code)).toEqual(['xml-broken'])
  })

  test('an archive that is no document is refused', () => {
    expect(() => unitsOf(word('', { parts: { '_rels/.rels': '<Relationships/>' } }))).toThrow('container-broken')
  })
})

describe('styles', () => {
  test('take linear time, however long the chain is in which one is based on the other', () => {
    const count = 20_000
    const styles = Array.from({ length: count }, (_, n) => `<w:style w:styleId="s${n}"><w:basedOn w:val="s${n - 1}"/>${n === 0 ? '<w:name w:val="heading 2"/>' : ''}</w:style>`)
    const body = Array.from({ length: count }, (_, n) => styled(`s${n}`, 'Owls')).join('')
    const bytes = word(body, { related: [relationship('s', 'styles', 'styles.xml')], parts: { 'word/styles.xml': `<w:styles ${namespaces}>${styles.join('')}</w:styles>` } })
    expect(new Set(unitsOf(bytes).map(({ kind, level }) => `${kind} ${level}`))).toEqual(new Set(['heading 2']))
  })

  test('that are based on each other in a ring are none', () => {
    const ring = '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    const bytes = word(styled('a', 'Owls') + styled('b', 'hunt'), {
      related: [relationship('s', 'styles', 'styles.xml')],
      parts: { 'word/styles.xml': `<w:styles ${namespaces}>${ring}</w:styles>` },
    })
    expect(kindsOf(bytes)).toEqual([
      ['paragraph', 0, 'Owls'],
      ['paragraph', 0, 'hunt'],
    ])
  })

  test('are those of before a tracked change only there', () => {
    const changed = '<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:pPrChange></w:pPr>'
    const bytes = word(`${changed}${run('Owls')}</w:p>`, {
      parts: { 'word/styles.xml': `<w:styles ${namespaces}><w:style w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>` },
    })
    expect(kindsOf(bytes)).toEqual([['paragraph', 0, 'Owls']])
  })
})
