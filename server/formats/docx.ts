import type { Format } from './format.js'
import { copiesOfBoxes } from './ooxml/copies.js'
import { hasContentType, Package, readRelationships, relationshipsOf, rootName } from './ooxml/parts.js'
import { readTitle } from './ooxml/plainTexts.js'
import { localiseOffice } from './ooxml/localise.js'
import { readParagraphs } from './ooxml/read.js'
import { contextOfSlot, spellRuns } from './ooxml/spell.js'
import { stylesOf } from './ooxml/styles.js'
import { sayableXml } from '../xml/characters.js'
import { rewriteZip } from './zip.js'

/** What the parts that hold text begin with. */
const stories = new Set(['document', 'ftr', 'hdr', 'footnotes', 'endnotes', 'chartSpace', 'dataModel'])

/** Word documents and templates: https://ecma-international.org/publications-and-standards/standards/ecma-376/ */
export const docx: Format = {
  id: 'docx',
  name: 'Word',
  extensions: ['.docx', '.docm', '.dotx', '.dotm'],
  container: {
    open(bytes) {
      const file = new Package(bytes)
      const main = file.main()
      const around = [
        ...file.related(main, 'footnotes'),
        ...file.related(main, 'endnotes'),
        ...file.related(main, 'header'),
        ...file.related(main, 'footer'),
        ...file.related(main, 'comments'),
      ]
      const drawings = file.related(main, 'chart', 'diagramData')
      const own = [...file.related('', 'core-properties'), main, ...around, ...drawings]
      return file.parts([...own, ...file.related(main, 'styles'), ...own.map(relationshipsOf)])
    },
    close: rewriteZip,
  },
  recognises: (bytes) => hasContentType(bytes, /application\/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\.(?:document|template)[\w.-]{0,100}\.main\+xml/),
  read(text, options, part) {
    const root = rootName(text)
    if (root === 'coreProperties') return { blocks: readTitle(text), problems: [] }
    if (!stories.has(root) && !(root === 'comments' && options.comments)) return { blocks: [], problems: [] }
    const relationships = readRelationships(part.sibling(relationshipsOf(part.name)) ?? '', part.name)
    return readParagraphs(text, { style: stylesOf(part, relationships), relationships })
  },
  slotContext: contextOfSlot,
  localise: localiseOffice,
  copies: copiesOfBoxes,
  spell: (target, slot) => spellRuns(target, slot),
  sayable: sayableXml,
}
