import type { UnitKind } from '../../document/unit.js'
import { blockElements, names } from './elements.js'

/** An element around the place where the reader is, and what holds for texts in it. */
export interface OpenBlock {
  name: string
  kind: UnitKind
  /** Of a heading; or how deep a list item stands in lists. */
  level: number
  lists: number
  /** Whether its texts stay as they are. */
  kept: boolean
  /** Whether white space is part of its text. */
  preserved: boolean
  /** What its author tells translators. */
  note: string | null
}

/** Elements of which one ends the other before it, and those that keep it from doing so: https://html.spec.whatwg.org/#parsing-main-inbody */
const groups = ['paragraph', 'item', 'definition', 'option', 'optionGroup', 'caption', 'cell', 'row', 'section', 'scope', 'table'] as const
type Group = (typeof groups)[number]

const tables = names('table template html')
const scopes = names('applet caption html table td th marquee object template foreignobject')
const special = new Set([...blockElements].filter((name) => !['address', 'div', 'p'].includes(name)))
const rules: Record<Group, { members: ReadonlySet<string>; walls: ReadonlySet<string> }> = {
  paragraph: { members: names('p'), walls: scopes },
  item: { members: names('li'), walls: special },
  definition: { members: names('dd dt'), walls: special },
  option: { members: names('option'), walls: names('select datalist optgroup') },
  optionGroup: { members: names('optgroup'), walls: names('select') },
  caption: { members: names('caption colgroup'), walls: tables },
  cell: { members: names('td th'), walls: tables },
  row: { members: names('tr'), walls: tables },
  section: { members: names('thead tbody tfoot'), walls: tables },
  scope: { members: scopes, walls: new Set() },
  table: { members: tables, walls: new Set() },
}

const endsParagraph = names(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp',
)
const ends = new Map<string, readonly Group[]>(
  Object.entries({
    li: ['item'],
    dd: ['definition'],
    dt: ['definition'],
    option: ['option'],
    optgroup: ['option', 'optionGroup'],
    caption: ['caption', 'cell', 'row', 'section'],
    colgroup: ['caption', 'cell', 'row', 'section'],
    td: ['caption', 'cell'],
    th: ['caption', 'cell'],
    tr: ['caption', 'cell', 'row'],
    thead: ['caption', 'cell', 'row', 'section'],
    tbody: ['caption', 'cell', 'row', 'section'],
    tfoot: ['caption', 'cell', 'row', 'section'],
  }),
)
const heading = /^h[1-6]$/
const inTable = names('table thead tbody tfoot tr td th caption')

type Nearest = Readonly<Record<Group, number>>
const none = Object.fromEntries(groups.map((group) => [group, -1])) as Nearest

/** Groups of which an element of this name is the nearest for what stands in it, and groups that it hides. */
const changes = new Map<string, { own: Group[]; hidden: Group[] }>()
for (const name of new Set(groups.flatMap((group) => [...rules[group].members, ...rules[group].walls])))
  changes.set(name, {
    own: groups.filter((group) => rules[group].members.has(name)),
    hidden: groups.filter((group) => rules[group].walls.has(name) && !rules[group].members.has(name)),
  })

/** What is nearest inside of an element that begins at `depth`. */
function nearestIn(around: Nearest, name: string, depth: number): Nearest {
  const change = changes.get(name)
  if (!change || (change.own.length === 0 && change.hidden.every((group) => around[group] === -1))) return around
  const nearest = { ...around }
  for (const group of change.own) nearest[group] = depth
  for (const group of change.hidden) nearest[group] = -1
  return nearest
}

/** The block elements that are open at a place, with end tags implied where HTML lets authors leave them out. Every step takes constant time, but for the elements it ends. */
export class OpenBlocks {
  private readonly blocks: OpenBlock[] = []
  /** For every open block, where the nearest of each group is, itself included. */
  private readonly nearest: Nearest[] = []
  private readonly places = new Map<string, number[]>()

  get depth(): number {
    return this.blocks.length
  }

  get last(): OpenBlock | undefined {
    return this.blocks.at(-1)
  }

  has(name: string): boolean {
    return (this.places.get(name)?.length ?? 0) > 0
  }

  /** Ends what a start tag of this name ends. */
  endBefore(name: string): void {
    for (const group of ends.get(name) ?? []) this.endNearest(group)
    if (endsParagraph.has(name)) this.endNearest('paragraph')
    if (heading.test(name) && heading.test(this.last?.name ?? '')) this.truncate(this.depth - 1)
  }

  private endNearest(group: Group): void {
    const place = this.nearest.at(-1)?.[group] ?? -1
    if (place !== -1) this.truncate(place)
  }

  start(block: OpenBlock): void {
    this.nearest.push(nearestIn(this.nearest.at(-1) ?? none, block.name, this.depth))
    const places = this.places.get(block.name)
    if (places) places.push(this.depth)
    else this.places.set(block.name, [this.depth])
    this.blocks.push(block)
  }

  /** Ends the nearest element of this name, with all in it; not one beyond a table or the like. */
  end(name: string): void {
    const place = this.places.get(name)?.at(-1) ?? -1
    if (place !== -1 && place >= this.nearest.at(-1)![inTable.has(name) ? 'table' : 'scope']) this.truncate(place)
  }

  truncate(depth: number): void {
    while (this.blocks.length > depth) this.places.get(this.blocks.pop()!.name)!.pop()
    if (this.nearest.length > depth) this.nearest.length = depth
  }
}
