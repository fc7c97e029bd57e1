import type { Format, FormatReading } from './format.js'
import { hasContentType, Package, readRelationships, relationshipsOf, rootName } from './ooxml/parts.js'
import { localiseOffice } from './ooxml/localise.js'
import { readParagraphs } from './ooxml/read.js'
import { contextOfSlot, spellRuns } from './ooxml/spell.js'
import { plainTexts, readTitle } from './ooxml/plainTexts.js'
import { sayableXml } from '../xml/characters.js'
import { rewriteZip } from './zip.js'

/** What the parts that hold text begin with. */
const withText = new Set(['sld', 'notes', 'chartSpace', 'dataModel'])
const layouts = new Set(['sldLayout', 'sldMaster'])

/** PowerPoint presentations, shows and templates. */
export const pptx: Format = {
  id: 'pptx',
  name: 'PowerPoint',
  extensions: ['.pptx', '.pptm', '.potx', '.potm', '.ppsx', '.ppsm'],
  container: {
    open(bytes) {
      const file = new Package(bytes)
      const main = file.main()
      // Relationships are listed in no order; the presentation lists the slides as they are shown.
      const targets = new Map(file.relationships(main).map(({ id, target }) => [id, target]))
      const shown = [...file.text(main).matchAll(/<(?:\w+:)?sldId\b[^<>]*?\s\w+:id="([^"]*)"/g)].flatMap(([, id]) => targets.get(id!) ?? [])
      const slides = [...new Set([...shown, ...file.related(main, 'slide')])]
      const shownOn = file.related(slides, 'slideLayout')
      const masters = file.related(shownOn, 'slideMaster')
      const own = [...slides.flatMap((slide) => [slide, ...file.related(slide, 'diagramData', 'chart', 'notesSlide', 'comments')]), ...shownOn, ...masters]
      return file.parts([...file.related('', 'core-properties'), ...own, ...own.map(relationshipsOf)])
    },
    close: rewriteZip,
  },
  recognises: (bytes) =>
    hasContentType(bytes, /application\/vnd\.(?:openxmlformats-officedocument\.presentationml|ms-powerpoint)\.(?:presentation|template|slideshow)[\w.-]{0,100}\.main\+xml/),
  read(text, options, part) {
    const root = rootName(text)
    if (root === 'coreProperties') return { blocks: readTitle(text), problems: [] }
    if (root === 'cmLst' && options.comments) return readComments(text)
    const layout = options.layouts === true && layouts.has(root)
    if (!withText.has(root) && !layout) return { blocks: [], problems: [] }
    return readParagraphs(text, { withoutPlaceholders: layout, relationships: readRelationships(part.sibling(relationshipsOf(part.name)) ?? '', part.name) })
  },
  slotContext: contextOfSlot,
  localise: localiseOffice,
  spell: (target, slot) => spellRuns(target, slot),
  sayable: sayableXml,
}

/** Comments as PowerPoint wrote them at first, as mere characters, or as it does now, in paragraphs. */
function readComments(text: string): FormatReading {
  const { blocks, problems } = readParagraphs(text, {})
  return { blocks: [...plainTexts(text, 'text'), ...blocks].sort((a, b) => a.pieces[0]!.start - b.pieces[0]!.start), problems }
}
