import type { CodeType } from '../../document/codeType.js'
import type { UnitKind } from '../../document/unit.js'
import type { ElementTreatment, ElementTreatments } from '../../document/elementTreatment.js'
import { localValues, type ItsRules, type ItsValues } from './its.js'
import { valuesOf } from './pointer.js'
import { itsNamespace, type XmlElement, type XmlTree } from './tree.js'
import { codeOf, commonVocabulary, vocabularyOfTree, type Known, type Vocabulary } from './vocabulary.js'

/** How an element is read. */
export interface Treatment {
  /** `block` ends the text around it, `inline` is a code in it, with its text between; of an inline one, `kept` makes it a code with all that it holds, `folded` leaves tags of it out of sight. */
  role: 'block' | 'inline'
  kept: boolean
  folded?: { open: boolean; close: boolean }
  /** Of an inline one that holds plain text only: how that is spelled where it stands alone. */
  plain?: string
  /** Of an inline one that holds no words by its nature, only elements that do. */
  wraps?: true
  /** Of a block: how its text is spelled, if not as XML's. */
  context?: string
  /** What it reads as in a text, where it stands for characters. */
  words?: string
  translate: boolean
  preserve: boolean
  kind: UnitKind
  level: number
  key: string | null
  note: string | null
  code: CodeType
  label: string
  /** The attributes of it that people read, in the order of the document, and what they are told of each. */
  attributes: readonly { name: string; note: string | null }[]
}

/** What of an element counts for those inside it. */
interface Around {
  treatment: Treatment
  nested: boolean
  /** Sections and list items around and with it. */
  sections: number
  items: number
  keyed: string | null
  /** What was decided for elements inside it that have no attributes, by name. */
  inside: Map<string, Around>
}

const sectioning = /^(?:book|set|part|chapter|article|appendix|preface|sect(?:ion|\d)|refentry|refsect\d|topic|concept|task|reference|div\d?|bookmap|map|glossary|bibliography)$/
const captioned = /^(?:figure|fig|table|example|informalfigure|informaltable)$/

/** Decides for every element how it is read: by rules of ITS and attributes in the document, else by the settings, else by what its name means, else by where words stand. */
export class Treatments {
  readonly all: Treatment[] = []
  private readonly around: Around[] = []
  private readonly vocabulary: Vocabulary
  private readonly isKnown: boolean
  private readonly text: string
  private readonly tree: XmlTree
  private readonly rules: ItsRules
  private readonly settings: ElementTreatments

  constructor(text: string, tree: XmlTree, rules: ItsRules, settings: ElementTreatments = {}) {
    this.text = text
    this.tree = tree
    this.rules = rules
    this.settings = settings
    const known = vocabularyOfTree(tree)
    this.isKnown = known !== null
    // Whoever writes rules says everything by them.
    this.vocabulary = known ?? (rules.any ? { elements: new Map<string, Known>(), attributes: new Set<string>(), keys: new Set<string>() } : commonVocabulary())
    for (const element of tree.elements) {
      const around = this.decide(element)
      this.all.push(around.treatment)
      this.around[element.depth] = around
    }
    this.openAroundBlocks()
  }

  /** Elements of one name, without attributes, in the same surroundings are read alike, unless rules look at more. */
  private decide(element: XmlElement): Around {
    const outer = element.depth > 0 ? this.around[element.depth - 1]! : null
    const attributes = valuesOf(this.text, element)
    const alike = outer && attributes.size === 0 && !this.rules.any && !element.tooDeep
    const key = alike ? `${element.name} ${element.parent!.mixed ? 'mixed' : ''} ${element.namespace}` : ''
    const known = alike ? outer.inside.get(key) : undefined
    if (known) return known
    const around = this.look(element, attributes, outer)
    if (alike) outer.inside.set(key, around)
    return around
  }

  private look(element: XmlElement, attributes: ReadonlyMap<string, string>, outer: Around | null): Around {
    const candidate = { element, attributes }
    const global = this.rules.of(candidate)
    const values: ItsValues = { ...global.own, ...localValues(candidate, this.tree) }
    const known: Known = { ...this.vocabulary.elements.get(element.local), ...this.setting(element) }
    const translate = values.translate ?? (isRule(element) ? false : (known.translate ?? outer?.treatment.translate ?? true))
    const within = values.withinText ?? this.within(element, known) ?? (outer && (outer.treatment.role === 'inline' || element.parent!.mixed) ? 'yes' : 'no')
    const role = outer ? roleIn(outer, within) : 'block'
    const nested = role === 'inline' && (within === 'nested' || outer!.nested)
    const kind = this.kind(element, known, outer)
    const sections = (outer?.sections ?? 0) + (sectioning.test(element.local) ? 1 : 0)
    const items = (outer?.items ?? 0) + (known.kind === 'list-item' ? 1 : 0)
    const named = [...this.vocabulary.keys].map((name) => attributes.get(name)).find((value) => value !== undefined)
    const keyed = named ?? outer?.keyed ?? null
    const treatment: Treatment = {
      role,
      kept: (role === 'inline' && !translate) || element.tooDeep,
      translate,
      preserve: values.preserve ?? known.preserve ?? outer?.treatment.preserve ?? false,
      kind,
      level: kind === 'heading' ? this.headingLevel(element, sections) : kind === 'list-item' ? items : 0,
      key: values.key ?? keyed,
      note: values.note ?? outer?.treatment.note ?? null,
      code: within === 'nested' ? 'footnote' : (known.code ?? codeOf(element.local)),
      label: attributes.get('href') ?? attributes.get('xlink:href') ?? attributes.get('url') ?? element.name,
      attributes: this.readAttributes(attributes, global.attribute, translate),
    }
    return { treatment, nested, sections, items, keyed, inside: new Map() }
  }

  private within(element: XmlElement, known: Known): ItsValues['withinText'] {
    if (isRule(element)) return 'no'
    if (element.namespace === itsNamespace) return 'yes'
    return known.within ?? (this.rules.decideWithinText && !this.isKnown ? 'no' : undefined)
  }

  private setting({ name, local }: XmlElement): Known | undefined {
    const treatment = this.settings[name] ?? this.settings[local]
    return treatment && settings[treatment]
  }

  private kind({ parent }: XmlElement, known: Known, outer: Around | null): UnitKind {
    if (known.kind === 'heading' && parent && captioned.test(parent.local)) return 'caption'
    return known.kind ?? outer?.treatment.kind ?? 'paragraph'
  }

  private headingLevel({ local }: XmlElement, sections: number): number {
    return /^h[1-6]$/.test(local) ? Number(local[1]) : Math.min(6, Math.max(1, sections))
  }

  private readAttributes(attributes: ReadonlyMap<string, string>, global: (name: string) => ItsValues, inside: boolean): Treatment['attributes'] {
    if (attributes.size === 0) return none
    const read = [...attributes.keys()].flatMap((name) => {
      const { translate, note } = global(name)
      const setting = this.settings[`@${name}`]
      const known = inside && (setting ? setting !== 'protected' : this.vocabulary.attributes.has(name))
      return (translate ?? known) ? { name, note: note ?? null } : []
    })
    return read.length > 0 ? read : none
  }

  /** An element that is inline by its name and holds blocks (a link around a section) is no code in a text: it ends the text around it, as they do. */
  private openAroundBlocks(): void {
    const { elements } = this.tree
    for (const element of elements) {
      if (this.all[element.index]!.role !== 'block') continue
      for (let around = element.parent; around && this.all[around.index]!.role === 'inline'; around = around.parent)
        this.all[around.index] = { ...this.all[around.index]!, role: 'block' }
    }
  }
}

const none: Treatment['attributes'] = []
const isRule = (element: XmlElement): boolean => element.namespace === itsNamespace && element.local !== 'span'

/** What is not translated has no text in which something could stand. Blocks end the text around them, unless it is that of a footnote. */
function roleIn({ treatment, nested }: Around, within: ItsValues['withinText']): Treatment['role'] {
  if (treatment.kept) return 'inline'
  if (!treatment.translate) return 'block'
  return within === 'no' && !nested ? 'block' : 'inline'
}

const settings: Record<ElementTreatment, Known> = {
  block: { within: 'no' },
  inline: { within: 'yes' },
  nested: { within: 'nested' },
  protected: { translate: false },
  preserved: { within: 'no', preserve: true },
  translated: { translate: true },
}
