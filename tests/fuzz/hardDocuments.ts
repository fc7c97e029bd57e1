import { zipSync } from 'fflate'

/** A document of about so many bytes. */
type Build = (size: number) => Uint8Array

const bytes = (text: string): Uint8Array => Buffer.from(text)
const often = (text: string, size: number): string => text.repeat(Math.ceil(size / text.length))
/** Texts that differ by their numbers. */
const numbered = (size: number, text: (n: number) => string): string => {
  let found = ''
  for (let n = 0; found.length < size; n++) found += text(n)
  return found
}
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: Math.max(1, Math.floor(count)) }, (_, n) => make(n))

/** Not compressed: so that nothing is refused for packing too well. */
const archive = (entries: Record<string, string>): Uint8Array => zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, bytes(text)])), { level: 0 })

const office = 'http://schemas.openxmlformats.org'
const namespaces = `xmlns:w="${office}/wordprocessingml/2006/main" xmlns:a="${office}/drawingml/2006/main" xmlns:p="${office}/presentationml/2006/main" xmlns:mc="${office}/markup-compatibility/2006"`
const relationships = (list: readonly [type: string, target: string][]): string =>
  `<Relationships xmlns="${office}/package/2006/relationships">${list.map(([type, target], n) => `<Relationship Id="r${n}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`
const opened = (main: string, type: string): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
  '_rels/.rels': relationships([['officeDocument', main]]),
})

const run = (text: string, look = ''): string => `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t>${text}</w:t></w:r>`
const paragraph = (content: string): string => `<w:p>${content}</w:p>`
const fieldStart = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "a" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
const fieldEnd = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
const word = (body: string, more: Record<string, string> = {}, related: readonly [string, string][] = []): Uint8Array =>
  archive({
    ...opened('word/document.xml', 'wordprocessingml.document'),
    'word/_rels/document.xml.rels': relationships(related),
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...more,
  })
const nestedBox = (depth: number): string => {
  const [start, end] = [
    '<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>',
    '</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>',
  ]
  return start.repeat(depth) + paragraph(run('a')) + end.repeat(depth)
}

const docx: Record<string, Build> = {
  'fields that never end': (size) => word(paragraph(often(fieldStart + run('a'), size))),
  'fields in fields': (size) => word(paragraph(often(fieldStart, size / 2) + run('a') + often(fieldEnd, size / 2))),
  bookmarks: (size) => word(paragraph(often(`<w:bookmarkStart w:id="1" w:name="a"/>${run('a')}`, size))),
  'tables in tables': (size) => word(often('<w:tbl><w:tr><w:tc>'.repeat(500) + paragraph(run('a')) + '</w:tc></w:tr></w:tbl>'.repeat(500), size)),
  'boxes in boxes': (size) => word(often(nestedBox(300), size)),
  'many looks': (size) => word(numbered(size, (n) => paragraph(run('a', `<w:sz w:val="${n}"/>`) + run('b', '<w:b/>')))),
  'a long look': (size) => word(paragraph(run('a', `<w:x a="${often('<w:lang ', size)}"/>`))),
  'a chain of styles': (size) =>
    word(
      times(size / 200, () => `<w:p><w:pPr><w:pStyle w:val="s${Math.floor(size / 200) - 1}"/></w:pPr>${run('a')}</w:p>`).join(''),
      { 'word/styles.xml': `<w:styles ${namespaces}>${times(size / 200, (n) => `<w:style w:styleId="s${n}"><w:basedOn w:val="s${n - 1}"/></w:style>`).join('')}</w:styles>` },
      [['styles', 'styles.xml']],
    ),
  deletions: (size) => word(paragraph(run('a') + often('<w:del><w:r><w:delText>x</w:delText></w:r></w:del>', size) + run('b'))),
}

const workbook = (strings: string, cells: string, more: Record<string, string> = {}, related: readonly [string, string][] = [['worksheet', 'worksheets/sheet.xml']]): Uint8Array =>
  archive({
    ...opened('xl/workbook.xml', 'spreadsheetml.sheet'),
    'xl/workbook.xml': '<workbook/>',
    'xl/_rels/workbook.xml.rels': relationships([['sharedStrings', 'sharedStrings.xml'], ...related]),
    'xl/sharedStrings.xml': `<sst xmlns="${office}/spreadsheetml/2006/main">${strings}</sst>`,
    'xl/worksheets/sheet.xml': `<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData><row>${cells}</row></sheetData></worksheet>`,
    ...more,
  })
const sheet = '<worksheet><sheetData><row><c t="s"><v>1</v></c></row></sheetData></worksheet>'

const xlsx: Record<string, Build> = {
  'many strings': (size) =>
    workbook(
      numbered(size / 2, (n) => `<si><t>owl ${n}</t></si>`),
      numbered(size / 2, (n) => `<c r="A1" t="s"><v>${n}</v></c>`),
    ),
  'many sheets': (size) =>
    workbook(
      often('<si><t>owl</t></si>', size / 2),
      '',
      Object.fromEntries(times(size / 700, (n) => [`xl/worksheets/s${n}.xml`, sheet])),
      times(size / 700, (n) => ['worksheet', `worksheets/s${n}.xml`]),
    ),
  'many tables': (size) =>
    workbook('<si><t>owl</t></si>', often('<c r="B7" t="s"><v>0</v></c>', size / 2), {
      'xl/worksheets/_rels/sheet.xml.rels': relationships(times(size / 1200, (n) => ['table', `../tables/t${n}.xml`])),
      ...Object.fromEntries(times(size / 1200, (n) => [`xl/tables/t${n}.xml`, `<table ref="A${n * 2 + 1}:C${n * 2 + 2}"/>`])),
    }),
  'a rich string': (size) => workbook(`<si>${often('<r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r>', size)}</si>`, '<c t="s"><v>0</v></c>'),
  'unknown elements in a string': (size) => workbook(`<si><t>a</t>${often('<zz/>', size)}</si>`, '<c t="s"><v>0</v></c>'),
}

const pptx: Record<string, Build> = {
  shapes: (size) =>
    archive({
      ...opened('ppt/presentation.xml', 'presentationml.presentation'),
      'ppt/presentation.xml': `<p:presentation ${namespaces}/>`,
      'ppt/_rels/presentation.xml.rels': relationships([['slide', 's.xml']]),
      'ppt/s.xml': `<p:sld ${namespaces}>${often('<p:sp><a:p><a:r><a:rPr b="1"/><a:t>a</a:t></a:r><a:r><a:t>b</a:t></a:r></a:p></p:sp>', size)}</p:sld>`,
    }),
}

const its = 'xmlns:its="http://www.w3.org/2005/11/its"'
const rule = (selector: string): string => `<its:translateRule selector="${selector}" translate="no"/>`
const openDocument = 'urn:oasis:names:tc:opendocument:xmlns'

const xml: Record<string, Build> = {
  'namespaces of their own': (size) => bytes(`<a>${numbered(size, (n) => `<x xmlns:p${n}="u${n}">a</x>`)}</a>`),
  'an element with many attributes': (size) => bytes(`<a${numbered(size, (n) => ` a${n}="b"`)}>b</a>`),
  'entities declared': (size) => bytes(`<!DOCTYPE a [${often('<!ENTITY a "b">', size)}]><a>b</a>`),
  'rules with unknown prefixes': (size) => bytes(`<a ${its}${numbered(size / 2, (n) => ` a${n}="b"`)}><its:rules>${often(rule('//q:p'), size / 2)}</its:rules><p>a</p></a>`),
  'a rule of many conditions': (size) =>
    bytes(`<a ${its}><its:rules>${rule(`//p[${times(size / 40, (n) => `@a='${n}'`).join(' or ')}]`)}</its:rules>${often('<p a="x">a</p>', size / 2)}</a>`),
  'sections of text': (size) => bytes(`<a>${often('<p><![CDATA[<p a="b>owls</p>]]></p>', size)}</a>`),
}

const odt: Record<string, Build> = Object.fromEntries(
  (
    [
      ['spaces', (size) => `<text:p>a${often('<text:s/>b', size)}</text:p>`],
      ['spans', (size) => often(`<text:p>${'<text:span text:style-name="a">b</text:span>'.repeat(100)}</text:p>`, size)],
      ['frames in frames', (size) => often(`${'<text:p><draw:frame>'.repeat(400)}<text:p>a</text:p>${'</draw:frame></text:p>'.repeat(400)}`, size)],
    ] satisfies [string, (size: number) => string][]
  ).map(([name, body]): [string, Build] => [
    name,
    (size) =>
      archive({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': `<office:document-content xmlns:office="${openDocument}:office:1.0" xmlns:text="${openDocument}:text:1.0" xmlns:draw="${openDocument}:drawing:1.0"><office:body><office:text>${body(size)}</office:text></office:body></office:document-content>`,
      }),
  ]),
)

const epub: Record<string, Build> = {
  'many pages': (size) => {
    const pages = times(Math.min(20_000, size / 300), (n) => n)
    return archive({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>',
      'p.opf': `<package xmlns="http://www.idpf.org/2007/opf"><manifest>${pages.map((n) => `<item id="i${n}" href="${n}.xhtml" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${pages.map((n) => `<itemref idref="i${n}"/>`).join('')}</spine></package>`,
      ...Object.fromEntries(pages.map((n) => [`${n}.xhtml`, '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>owls</p></body></html>'])),
    })
  },
}

const cue = '00:00:01.000 --> 00:00:02.000\n'
const vtt: Record<string, Build> = {
  'a long header': (size) => bytes(`WEBVTT\n${often('a: b\n', size)}`),
  'many classes': (size) => bytes(`WEBVTT\n\n${cue}a<i${often('.a', size)}>b`),
}
const srt: Record<string, Build> = { 'a long last line': (size) => bytes(`1\n${cue.replaceAll('.', ',')}a\n${often(' ', size)}`) }

/** Documents of formats whose parts multiply each other: names of what there is much of. */
export const hardDocuments: Record<string, Record<string, Build>> = { docx, xlsx, pptx, odt, epub, xml, vtt, srt }
