import { namespaces, packageOf, relationships } from './package.js'

export interface WordParts {
  /** Relationships of the document. */
  related?: string[]
  /** Other parts, by their names. */
  parts?: Record<string, string>
}

/** A Word document whose body holds this. */
export const word = (body: string, { related = [], parts = {} }: WordParts = {}): Uint8Array =>
  packageOf('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', {
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(...related),
    ...parts,
  })

/** A paragraph of runs. */
export const paragraph = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`

/** A run of words, with properties. */
export const run = (words: string, look = ''): string => `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`

/** A complex field with its result. */
export const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

/** A picture in a run, with its alternative text. */
export const picture = (description: string): string => `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${description}"/></wp:inline></w:drawing></w:r>`

/** A text box as Word writes it: in DrawingML, and again in VML for programs that know no other. */
export const textBox = (content: string, older = content): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${older}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
