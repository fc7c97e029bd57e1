import type { CodeType } from '../../document/codeType.js'
import type { UnitKind } from '../../document/unit.js'
import { blockElements, embeddedElements, kindOf, protectedElements } from '../html/elements.js'
import { common, vocabularies, type Table } from './vocabularies.js'
import { xhtmlNamespace, type XmlElement, type XmlTree } from './tree.js'

/** What is known of an element by its name. */
export interface Known {
  /** Whether it ends the text around it, stands in it, or holds a text beside it (a footnote). */
  within?: 'no' | 'yes' | 'nested'
  kind?: UnitKind
  translate?: boolean
  /** White space and line ends in it are text. */
  preserve?: true
  /** Type of the code that stands for it in a text. */
  code?: CodeType
}

export interface Vocabulary {
  elements: ReadonlyMap<string, Known>
  /** Attributes that people read. */
  attributes: ReadonlySet<string>
  /** The attribute that names a text. */
  keys: ReadonlySet<string>
}

const codes = new Map(
  Object.entries({
    strong: 'b strong bold',
    emphasis: 'i em emphasis italic emph hi firstterm foreignphrase',
    link: 'a link ulink xref olink ref ptr',
    image: 'img image graphic inlinegraphic inlinemediaobject imagedata',
    code: 'code c codeph literal command filename filepath cmdname varname apiname parmname option systemoutput computeroutput userinput constant envar function parameter classname methodname tt',
    strikethrough: 'del s strike',
    break: 'br lb',
    footnote: 'footnote fn note',
  } satisfies Partial<Record<CodeType, string>>).flatMap(([code, names]) => names.split(' ').map((name): [string, CodeType] => [name, code as CodeType])),
)

/** The type of the code that an element is in a text. */
export const codeOf = (local: string): CodeType => codes.get(local.toLowerCase()) ?? 'xml'

const meaning: Record<Exclude<keyof Table, 'attributes' | 'keys'>, Known> = {
  headings: { within: 'no', kind: 'heading' },
  blocks: { within: 'no' },
  items: { within: 'no', kind: 'list-item' },
  cells: { within: 'no', kind: 'table-cell' },
  quotes: { within: 'no', kind: 'quote' },
  captions: { within: 'no', kind: 'caption' },
  metadata: { within: 'no', kind: 'metadata' },
  inline: { within: 'yes' },
  nested: { within: 'nested' },
  kept: { within: 'no', translate: false },
  keptInline: { within: 'yes', translate: false },
  preserved: { within: 'no', preserve: true },
}

const names = (list = ''): string[] => list.split(' ').filter((name) => name !== '')

function vocabularyOf(table: Partial<Table>): Vocabulary {
  const elements = new Map<string, Known>()
  for (const [column, known] of Object.entries(meaning) as [keyof typeof meaning, Known][])
    for (const name of names(table[column])) elements.set(name, { ...elements.get(name), ...known })
  return { elements, attributes: new Set(names(table.attributes)), keys: new Set(names(table.keys)) }
}

/** XHTML by the tables of HTML: what is no block there stands inside texts. */
function xhtml(tree: XmlTree): Vocabulary {
  const known = new Map<string, Known>()
  for (const { local } of tree.elements) {
    if (known.has(local)) continue
    const kind = local === 'title' ? 'metadata' : kindOf(local)
    const within = blockElements.has(local) ? 'no' : 'yes'
    const kept = protectedElements.has(local) || embeddedElements.has(local) || ['pre', 'script', 'style', 'textarea'].includes(local)
    known.set(local, { within, ...(kind && { kind }), ...(kept && { translate: false }) })
  }
  return { elements: known, attributes: new Set(['alt', 'title', 'placeholder', 'aria-label']), keys: new Set() }
}

const compiled = new Map<object, Vocabulary>()

/** What is known of the elements of a document: by its namespace, its document type or the name of its root; null where it is none that is known. */
export function vocabularyOfTree(tree: XmlTree): Vocabulary | null {
  const root: XmlElement | undefined = tree.elements[0]
  if (!root) return null
  if (root.namespace === xhtmlNamespace) return xhtml(tree)
  const entry =
    vocabularies.find(({ namespace }) => namespace !== '' && namespace === root.namespace) ??
    vocabularies.find(({ doctype }) => doctype?.test(tree.doctype)) ??
    vocabularies.find(({ roots }) => root.namespace === '' && names(roots).includes(root.local))
  return entry ? compile(entry.table) : null
}

/** What names mean in most documents, for those whose vocabulary is not known. */
export const commonVocabulary = (): Vocabulary => compile(common)

function compile(table: Partial<Table>): Vocabulary {
  const known = compiled.get(table) ?? vocabularyOf(table)
  compiled.set(table, known)
  return known
}
