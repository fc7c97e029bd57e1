import type { CodeType } from '../../document/codeType.js'
import type { UnitKind } from '../../document/unit.js'
import { valuesOf } from '../xml/pointer.js'
import type { Treatment } from '../xml/treatments.js'
import type { XmlElement, XmlTree } from '../xml/tree.js'
import { looksOf } from './looks.js'
import { nameOf } from './names.js'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const paragraphs = names('text:p text:h')
const metadata = names('dc:title dc:subject dc:description meta:keyword')
const alternatives = names('svg:title svg:desc')
/** What stands around words in a paragraph; everything else in one is a code with all that it holds, unless words stand in it. */
const runs = names('text:span text:a text:meta text:ruby text:ruby-base text:ruby-text')
/** Never translated: deleted text, remarks, what forms and fields hold. */
const kept = names('text:tracked-changes office:annotation office:forms text:note-citation office:scripts office:font-face-decls')
/** So many spaces at once are no text any more. */
const mostSpaces = 100

const codes: Record<string, CodeType> = { 'text:a': 'link', 'text:note': 'footnote', 'draw:frame': 'image', 'svg:title': 'image', 'svg:desc': 'image' }

/** How the elements of an OpenDocument are read: paragraphs and headings are texts, spans and links are codes in them; a footnote or a text box in a text is a pair of codes around its own. */
export function odfTreatments(text: string, tree: XmlTree): Treatment[] {
  return new OdfTreatments(text, tree).all
}

/** What of an element counts for those inside it. */
interface Around {
  treatment: Treatment
  kind: UnitKind
  lists: number
  /** What was decided for elements inside it that have no attributes, by name. */
  inside: Map<string, Around>
}

class OdfTreatments {
  readonly all: Treatment[] = []
  private readonly around: Around[] = []
  /** Elements with words in them that are translated. */
  private readonly saying: ReadonlySet<XmlElement>
  private readonly looks: ReadonlyMap<string, string>
  private readonly text: string
  private readonly tree: XmlTree

  constructor(text: string, tree: XmlTree) {
    this.text = text
    this.tree = tree
    this.looks = looksOf(text, tree)
    this.saying = sayingElements(tree)
    for (const element of tree.elements) {
      const outer = element.depth > 0 ? this.around[element.depth - 1]! : null
      const around = this.decide(element, outer)
      this.around[element.depth] = around
      this.all.push(around.treatment)
    }
    this.openAroundBoxes()
  }

  /** Elements of one name, without attributes, in the same surroundings are read alike, but for spans, which look at those beside them. */
  private decide(element: XmlElement, outer: Around | null): Around {
    const attributes = valuesOf(this.text, element)
    if (!outer || attributes.size > 0 || element.tooDeep || element.local === 'span') return this.look(element, attributes, outer)
    const key = `${element.name} ${element.namespace} ${this.saying.has(element)}`
    const known = outer.inside.get(key) ?? this.look(element, attributes, outer)
    outer.inside.set(key, known)
    return known
  }

  private look(element: XmlElement, attributes: ReadonlyMap<string, string>, outer: Around | null): Around {
    const name = nameOf(element)
    const inText = outer !== null && outer.treatment.translate
    const says = paragraphs.has(name) || metadata.has(name) || alternatives.has(name)
    const lists = (outer?.lists ?? 0) + (name === 'text:list' ? 1 : 0)
    const kind = kindOf(name, attributes) ?? outer?.kind ?? 'paragraph'
    const words = inText ? wordsOf(name, attributes) : undefined
    const whole = kept.has(name) || (inText && !runs.has(name) && !this.saying.has(element))
    const treatment: Treatment = {
      role: inText || outer?.treatment.kept ? 'inline' : 'block',
      kept: element.tooDeep || whole || isValue(name, attributes),
      ...(words !== undefined && { words }),
      ...(inText && !says && !runs.has(name) && { wraps: true }),
      ...(inText && name === 'text:span' && { folded: this.folds(element, attributes) }),
      ...(inText && alternatives.has(name) && { plain: 'preserved' }),
      ...(paragraphs.has(name) && { context: `odf ${element.name.slice(0, -element.local.length)}` }),
      translate: inText || (says && !outer?.treatment.kept),
      preserve: metadata.has(name) || alternatives.has(name),
      kind: alternatives.has(name) ? 'attribute' : kind,
      level: name === 'text:h' ? Math.min(6, Number(attributes.get('text:outline-level')) || 1) : kind === 'list-item' ? Math.max(1, lists) : 0,
      key: metadata.has(name) ? element.local : null,
      note: null,
      code: codes[name] ?? 'xml',
      label: attributes.get('xlink:href') ?? attributes.get('text:style-name') ?? attributes.get('text:name') ?? element.name,
      attributes: [],
    }
    return { treatment, kind: name === 'text:h' ? (outer?.kind ?? 'paragraph') : kind, lists, inside: new Map() }
  }

  /** Tags that nobody sees: of spans without a look, and between spans that look the same. */
  private folds(element: XmlElement, attributes: ReadonlyMap<string, string>): Treatment['folded'] {
    const previous = this.lasts[element.depth]
    this.lasts[element.depth] = element
    if (this.lookOf(attributes) === '') return { open: true, close: true }
    const next = this.tree.elements[element.after]
    return { open: previous !== undefined && this.joins(previous, element), close: next !== undefined && this.joins(element, next) }
  }

  private lookOf(attributes: ReadonlyMap<string, string>): string {
    const style = attributes.get('text:style-name') ?? ''
    return this.looks.get(style) ?? style
  }

  /** The last span at every depth. */
  private readonly lasts: XmlElement[] = []

  private joins(one: XmlElement, next: XmlElement): boolean {
    const paired = (element: XmlElement) => element.innerEnd < element.end
    if (one.end !== next.start || one.parent !== next.parent || nameOf(one) !== 'text:span' || nameOf(next) !== 'text:span' || !paired(one) || !paired(next)) return false
    const look = this.lookOf(valuesOf(this.text, one))
    return look !== '' && look === this.lookOf(valuesOf(this.text, next))
  }

  /** A paragraph that holds nothing but text boxes is no text around them: theirs are texts of their own. */
  private openAroundBoxes(): void {
    for (const element of this.tree.elements) {
      if (!paragraphs.has(nameOf(element)) || this.all[element.index]!.role === 'inline' || this.hasWords(element)) continue
      const inside = this.textsIn(element)
      if (!inside.some((one) => paragraphs.has(nameOf(one)))) continue
      this.change(element, { translate: false })
      for (const one of inside) {
        for (let around = one.parent!; around !== element && this.all[around.index]!.role === 'inline'; around = around.parent!)
          this.change(around, { role: 'block', translate: false })
        this.change(one, { role: 'block' })
      }
    }
  }

  private change({ index }: XmlElement, changes: Partial<Treatment>): void {
    this.all[index] = { ...this.all[index]!, ...changes }
  }

  /** Paragraphs and alternative texts in an element, but for those inside others. */
  private textsIn(element: XmlElement): XmlElement[] {
    const found: XmlElement[] = []
    for (let at = element.index + 1; at < element.after; at++) {
      const inside = this.tree.elements[at]!
      const isText = paragraphs.has(nameOf(inside)) || alternatives.has(nameOf(inside))
      if (isText) found.push(inside)
      if (isText || this.all[at]!.kept) at = inside.after - 1
    }
    return found
  }

  /** Whether words stand in a paragraph outside of the paragraphs in it. */
  private hasWords(paragraph: XmlElement): boolean {
    if (paragraph.mixed) return true
    for (let at = paragraph.index + 1; at < paragraph.after; at++) {
      const inside = this.tree.elements[at]!
      const name = nameOf(inside)
      if (paragraphs.has(name) || alternatives.has(name) || this.all[at]!.kept) at = inside.after - 1
      else if (inside.mixed || name === 'text:note' || this.all[at]!.words !== undefined) return true
    }
    return false
  }
}

/** Elements in which a text stands that is translated, however deep. */
function sayingElements({ elements }: XmlTree): ReadonlySet<XmlElement> {
  const saying = new Set<XmlElement>()
  for (const element of elements) {
    if (!paragraphs.has(nameOf(element)) && !alternatives.has(nameOf(element))) continue
    for (let around: XmlElement | null = element; around && !saying.has(around); around = around.parent) saying.add(around)
  }
  return saying
}

function kindOf(name: string, attributes: ReadonlyMap<string, string>): UnitKind | undefined {
  if (name === 'text:h') return 'heading'
  if (name === 'text:list-item' || name === 'text:list-header') return 'list-item'
  if (name === 'table:table-cell') return 'table-cell'
  if (metadata.has(name)) return 'metadata'
  return name === 'text:p' && attributes.get('text:style-name') === 'Quotations' ? 'quote' : undefined
}

/** The characters that an element stands for: white space that would fold, as ODF 1.3, 6.1.3 to 6.1.5 says. */
function wordsOf(name: string, attributes: ReadonlyMap<string, string>): string | undefined {
  // The program breaks pages anew.
  if (name === 'text:soft-page-break') return ''
  if (name === 'text:tab') return '\t'
  if (name === 'text:line-break') return '\n'
  const count = name === 'text:s' ? Number(attributes.get('text:c') ?? 1) : 0
  return count > 0 && count <= mostSpaces ? ' '.repeat(count) : undefined
}

/** A cell whose text is a number or a date in words: the program writes it anew. */
const isValue = (name: string, attributes: ReadonlyMap<string, string>): boolean =>
  name === 'table:table-cell' && !['string', undefined].includes(attributes.get('office:value-type'))
