import type { Block } from '../../document/block.js'
import type { UnitKind } from '../../document/unit.js'
import { Outline } from '../html/outline.js'
import { Looks } from './looks.js'
import { propertiesReader } from './paragraphProperties.js'
import type { Relationship } from './parts.js'
import type { ParagraphKind } from './styles.js'

/** What a reader knows of the parts around its own. */
export interface Surroundings {
  /** What paragraphs of a style are. */
  style?: (id: string) => ParagraphKind
  relationships?: readonly Relationship[]
  /** What the texts of this part are, where nothing in it says more. */
  kind?: UnitKind
  /** Whether texts are passed over that stand where a slide has its own. */
  withoutPlaceholders?: boolean
}

/** Where a text stands: what kind it is by the elements around it, and which headings it is under. */
export class Places {
  readonly looks = new Looks((id) => this.address(id))
  /** What the properties of a paragraph say. */
  readonly properties = propertiesReader(this.looks)
  private readonly outline = new Outline()
  private readonly addresses: ReadonlyMap<string, string>
  private readonly around: Surroundings
  private cells = 0
  private lastWorkedAt: string | undefined
  private holder: ParagraphKind = { level: 0 }
  private inPlaceholder = false

  constructor(around: Surroundings) {
    this.around = around
    this.addresses = new Map((around.relationships ?? []).map(({ id, target }) => [id, target]))
  }

  /** Whether it is a mark that Word leaves where somebody worked last: the bookmark `_GoBack`. */
  isNoise(name: string, id?: string, bookmark?: string): boolean {
    if (name === 'w:bookmarkStart' && bookmark === '_GoBack') this.lastWorkedAt = id
    return (name === 'w:bookmarkStart' || name === 'w:bookmarkEnd') && id !== undefined && id === this.lastWorkedAt
  }

  /** What a relationship leads to. */
  address = (id: string): string | undefined => this.addresses.get(id)

  enter(name: string, attributes: () => [string, string][]): void {
    if (name === 'w:tc' || name === 'a:tc') this.cells++
    else if (name === 'p:ph') {
      this.holder = placeholder(new Map(attributes()))
      this.inPlaceholder = true
    }
  }

  leave(name: string): void {
    if (name === 'w:tc' || name === 'a:tc') this.cells--
    else if (name === 'p:sp') {
      this.holder = { level: 0 }
      this.inPlaceholder = false
    }
  }

  /** Whether texts are read here. */
  get isRead(): boolean {
    return !(this.inPlaceholder && this.around.withoutPlaceholders)
  }

  /** What a paragraph is, by its style and what its own properties say. */
  kind(own: { style?: string; outline?: ParagraphKind; list?: number; level?: number }): ParagraphKind {
    const style = own.style === undefined ? undefined : this.around.style?.(own.style)
    if (own.outline) return own.outline
    if (style?.kind === 'heading') return style
    if (own.list !== undefined) return { kind: 'list-item', level: own.list + 1 }
    if (style?.kind) return style
    if (this.cells > 0) return { kind: 'table-cell', level: 0 }
    if (this.holder.kind === 'list-item') return { kind: 'list-item', level: (own.level ?? 0) + 1 }
    return this.holder.kind ? this.holder : { kind: this.around.kind, level: 0 }
  }

  /** A block at this place, without its text. */
  block(kind: UnitKind, level = 0, words = ''): Omit<Block, 'pieces' | 'context'> {
    if (kind === 'heading' && words.trim() !== '') this.outline.add(level, words)
    const path = kind === 'heading' ? this.outline.path.slice(0, -1) : this.outline.path
    return { kind, level, path, key: null, note: null }
  }
}

/** What a placeholder of a slide is for. */
function placeholder(attributes: ReadonlyMap<string, string>): ParagraphKind {
  const type = attributes.get('type') ?? 'obj'
  if (type === 'title' || type === 'ctrTitle') return { kind: 'heading', level: 1 }
  return type === 'obj' || type === 'body' ? { kind: 'list-item', level: 1 } : { level: 0 }
}
