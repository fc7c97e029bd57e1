import type { UnitKind } from '../../document/unit.js'
import type { PartPlace } from '../format.js'
import { attributeValues, tagsNamed, type Relationship } from './parts.js'

/** What a paragraph is by its style. */
export interface ParagraphKind {
  kind?: UnitKind
  level: number
}

interface Style extends ParagraphKind {
  basedOn?: string
  /** Whether it took over already what it is based on: some name themselves in a ring. */
  asked?: true
}

const named: Record<string, ParagraphKind> = {
  title: { kind: 'heading', level: 1 },
  caption: { kind: 'caption', level: 0 },
  quote: { kind: 'quote', level: 0 },
  'intense quote': { kind: 'quote', level: 0 },
}

const told = new Set(['style', 'basedOn', 'name', 'outlineLvl', 'numPr', 'ilvl'])

type Styles = (id: string) => ParagraphKind

/** Of documents that are being read: the parts of one share their styles. */
const known = new WeakMap<PartPlace['sibling'], Map<string, Styles>>()

/** What paragraphs of a part are by the styles of its document, inherited ones too. */
export function stylesOf({ sibling }: PartPlace, relationships: readonly Relationship[]): Styles {
  const name = relationships.find(({ type, target }) => type === 'styles' && sibling(target) !== undefined)?.target ?? 'word/styles.xml'
  const read = known.get(sibling) ?? new Map<string, Styles>()
  known.set(sibling, read)
  const styles = read.get(name) ?? readStyles(sibling(name) ?? '')
  read.set(name, styles)
  return styles
}

function readStyles(text: string): Styles {
  const styles = new Map<string, Style>()
  let style: Style = { level: 0 }
  for (const tag of tagsNamed(text, null)) {
    const local = tag.name.slice(tag.name.indexOf(':') + 1)
    if (!told.has(local)) continue
    const { val = '', styleId } = attributeValues(text, tag)
    if (local === 'style' && styleId !== undefined) styles.set(styleId, (style = { level: 0 }))
    else if (local === 'basedOn') style.basedOn = val
    else if (local === 'name') Object.assign(style, kindOfName(val.toLowerCase()))
    else if (local === 'outlineLvl' && /^[0-8]$/.test(val)) Object.assign(style, outline(Number(val)))
    else if (local === 'numPr' && style.kind === undefined) Object.assign(style, { kind: 'list-item', level: 1 })
    else if (local === 'ilvl' && style.kind === 'list-item') style.level = Number(val) + 1 || 1
  }
  return (id) => inherited(styles, id)
}

/** What a style is, by itself or by the next one that it is based on; of all on the way, it is kept. */
function inherited(styles: Map<string, Style>, id: string): ParagraphKind {
  const way: Style[] = []
  let style = styles.get(id)
  for (; style && style.kind === undefined && !style.asked; style = styles.get(style.basedOn ?? '')) {
    style.asked = true
    way.push(style)
  }
  const { kind, level = 0 } = style ?? {}
  for (const passed of way) Object.assign(passed, { kind, level })
  return { kind, level }
}

/** An outline level of Word, from 0, as a heading's. */
export const outline = (level: number): ParagraphKind => ({ kind: 'heading', level: Math.min(6, level + 1) })

function kindOfName(name: string): ParagraphKind {
  const heading = /^heading (\d)$/.exec(name)
  return heading ? outline(Number(heading[1]) - 1) : (named[name] ?? { level: 0 })
}
