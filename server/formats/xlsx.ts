import type { Block } from '../document/block.js'
import type { Format, FormatReading, PartPlace } from './format.js'
import { rangesOfTable, readCells, type CellStrings } from './ooxml/cells.js'
import { hasContentType, Package, readRelationships, relationshipsOf, rootName, tagsNamed, type Relationship } from './ooxml/parts.js'
import { localiseOffice } from './ooxml/localise.js'
import { readParagraphs } from './ooxml/read.js'
import { contextOfSlot, spellRuns } from './ooxml/spell.js'
import { plainTexts, readTitle } from './ooxml/plainTexts.js'
import { sayableXml } from '../xml/characters.js'
import { rewriteZip } from './zip.js'

type Sibling = PartPlace['sibling']

/** Excel workbooks and templates: the strings that their cells show, and what drawings say. */
export const xlsx: Format = {
  id: 'xlsx',
  name: 'Excel',
  extensions: ['.xlsx', '.xlsm', '.xltx', '.xltm'],
  container: {
    open(bytes) {
      const file = new Package(bytes)
      const main = file.main()
      const sheets = file.related(main, 'worksheet')
      const drawings = file.related(sheets, 'drawing')
      const charts = file.related(drawings, 'chart', 'diagramData')
      const comments = file.related(sheets, 'comments', 'threadedComment')
      const own = [...file.related(main, 'sharedStrings'), ...sheets, ...drawings, ...charts, ...comments]
      return file.parts([...file.related('', 'core-properties'), ...own, ...file.related(sheets, 'table'), ...['', main, ...own].map(relationshipsOf)])
    },
    close: rewriteZip,
  },
  recognises: (bytes) => hasContentType(bytes, /application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml|ms-excel)\.(?:sheet|template)[\w.-]{0,100}\.main\+xml/),
  read(text, options, part) {
    const root = rootName(text)
    if (root === 'coreProperties') return { blocks: readTitle(text), problems: [] }
    if (root === 'sst') return readSharedStrings(text, part.sibling)
    if (root === 'ThreadedComments') return { blocks: options.comments ? plainTexts(text, 'text') : [], problems: [] }
    if (root === 'worksheet') return readSheet(text, part)
    if (!drawings.has(root) && !(root === 'comments' && options.comments)) return { blocks: [], problems: [] }
    return readParagraphs(text, { relationships: relationships(part.name, part.sibling) })
  },
  slotContext: contextOfSlot,
  localise: localiseOffice,
  spell: (target, slot) => spellRuns(target, slot),
  sayable: sayableXml,
}

const drawings = new Set(['wsDr', 'chartSpace', 'dataModel'])

const relationships = (name: string, sibling: Sibling): Relationship[] => readRelationships(sibling(relationshipsOf(name)) ?? '', name)

const related = (name: string, type: string, sibling: Sibling): string[] => relationships(name, sibling).flatMap((each) => (each.type === type ? [each.target] : []))

/** Strings that cells write themselves; most are shared. */
function readSheet(text: string, { name, sibling }: PartPlace): FormatReading {
  if (!text.includes('inlineStr')) return { blocks: [], problems: [] }
  const { stretches } = cellsOf(name, text, sibling)
  const { blocks, problems } = readParagraphs(text, { kind: 'table-cell' })
  let next = 0
  const kept = ({ pieces: [first] }: Block) => {
    while (next < stretches.length && stretches[next]!.end <= first!.start) next++
    return next < stretches.length && stretches[next]!.start <= first!.start
  }
  return { blocks: blocks.filter((block) => !kept(block)), problems }
}

/** The cells of a sheet, and which of them its tables keep as they are. */
function cellsOf(name: string, text: string, sibling: Sibling): CellStrings {
  const tables = related(name, 'table', sibling)
  return readCells(
    text,
    tables.flatMap((table) => rangesOfTable(sibling(table) ?? '')),
  )
}

/** Shared strings that a cell shows, each once, but for those that tables know their columns by. */
function readSharedStrings(text: string, sibling: Sibling): FormatReading {
  const [main = ''] = related('', 'officeDocument', sibling)
  const translated = new Set<number>()
  const cells = related(main, 'worksheet', sibling).map((sheet) => cellsOf(sheet, sibling(sheet) ?? '', sibling))
  for (const { shown } of cells) for (const index of shown) translated.add(index)
  for (const { kept } of cells) for (const index of kept) translated.delete(index)
  const { blocks, problems } = readParagraphs(text, { kind: 'table-cell' })
  const starts = Array.from(tagsNamed(text, 'si'), ({ start }) => start)
  let index = 0
  const isTranslated = ({ pieces: [first] }: Block) => {
    while (index + 1 < starts.length && starts[index + 1]! <= first!.start) index++
    return translated.has(index)
  }
  return { blocks: blocks.filter(isTranslated), problems }
}
