import type { Format, FormatOptions, TextEdit } from './format.js'
import { epubContainer } from './epub/package.js'
import { attributeEdits } from './xml/attributeEdits.js'
import { readTree } from './xml/tree.js'
import { xml } from './xml.js'

/** What people read of a book's description and of its table of contents before EPUB 3. */
const described: FormatOptions['elements'] = {
  package: 'protected',
  'dc:title': 'translated',
  'dc:description': 'translated',
  'dc:subject': 'translated',
  ncx: 'protected',
  docTitle: 'translated',
  navLabel: 'translated',
}

const isDescription = (name: string): boolean => /\.(?:opf|ncx)$/i.test(name)
const isOutside = (address: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(address)
const outside = (link: (address: string) => string) => (address: string) => (isOutside(address) ? link(address) : address)

/** Books: https://www.w3.org/TR/epub-33/. Their pages are XHTML, and have to stay well-formed. */
export const epub: Format = {
  ...xml,
  id: 'epub',
  name: 'EPUB',
  extensions: ['.epub'],
  container: epubContainer,
  recognises: (bytes) => Buffer.from(bytes.subarray(0, 100)).toString('latin1').includes('mimetypeapplication/epub+zip'),
  read(text, options, part) {
    if (!isDescription(part.name)) return xml.read(text, options, part)
    const { blocks, problems } = xml.read(text, { elements: described }, part)
    return { blocks: Array.from(blocks, (block) => ({ ...block, kind: 'metadata', level: 0, path: [], key: block.kind === 'heading' ? 'title' : block.key })), problems }
  },
  localise(text, localisation, part) {
    // Addresses inside the book name its files, which stay where they are.
    const { locale, direction } = localisation
    if (!isDescription(part.name)) return xml.localise!(text, { ...localisation, link: outside(localisation.link) }, part)
    return readTree(text).elements.flatMap((element): TextEdit[] => {
      if (element.name === 'dc:language') return [{ start: element.inner, end: element.innerEnd, text: locale }]
      const says = text.slice(element.start, element.inner).includes('page-progression-direction')
      return element.local === 'spine' && (says || direction === 'rtl') ? attributeEdits(text, element, { 'page-progression-direction': direction }) : []
    })
  },
  relink: (raw, link) => xml.relink!(raw, outside(link)),
}
