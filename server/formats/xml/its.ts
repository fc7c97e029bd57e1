import type { Problem } from '../../document/unit.js'
import { isPointer, Pointers, valuesOf } from './pointer.js'
import { parseSelector, SelectorMatcher, type Candidate, type Selector } from './selector.js'
import { itsNamespace, type XmlElement, type XmlTree } from './tree.js'

/** What ITS 2.0 says of an element or attribute: https://www.w3.org/TR/its20/ */
export interface ItsValues {
  translate?: boolean
  withinText?: 'yes' | 'no' | 'nested'
  preserve?: boolean
  note?: string
  key?: string
}

interface Rule {
  /** Name of the attribute that it is about, `*` for all, null for the element. */
  attribute: string | null
  values(element: XmlElement): ItsValues
}

/** Above them, a document would make work for its reader instead of translators. */
const mostRules = 250
const mostTests = 1000
const notUnderstood: Selector = { steps: [], attribute: null, tests: 1 }

/** The global rules of a document, and of a rules file for it. The last that selects a node decides. */
export class ItsRules {
  readonly problems: Problem[] = []
  /** Whether rules say which elements stand inside texts; all others do not then. */
  decideWithinText = false
  private readonly rules: Rule[] = []
  private readonly matcher = new SelectorMatcher()
  /** How many steps and comparisons their selectors have together. */
  private tests = 0
  private readonly pointers: Pointers

  constructor(text: string, tree: XmlTree) {
    this.pointers = new Pointers(text, tree)
  }

  get any(): boolean {
    return this.rules.length > 0
  }

  /** Takes the rules of a tree: those of a rules file first, then those of the document. `at`: where problems are said, if not at the rule. */
  add(text: string, tree: XmlTree, at?: { start: number; end: number }): void {
    if (tree.itsPrefixes.size === 0) return
    const variables = new Map<string, string>()
    const valuesAt = cached((element: XmlElement) => valuesOf(text, element))
    const words = new Pointers(text, tree)
    for (const element of tree.elements) {
      if (element.namespace !== itsNamespace) continue
      const say = (code: string, message: string) => this.problems.push({ start: element.start, end: element.inner, ...at, code, message, severity: 'warning' })
      const attributes = valuesOf(text, element)
      const scope = { namespace: (prefix: string) => namespaceOf(element, prefix, valuesAt), variable: (name: string) => variables.get(name) }
      const linked = element.local === 'rules' ? [...attributes].find(([name]) => name.endsWith(':href'))?.[1] : undefined
      if (linked !== undefined) say('its-rules-linked', `The rules in ${linked} are not read with the document; name them as its rules file.`)
      if (element.local === 'param') variables.set(attributes.get('name') ?? '', words.wordsOf(element))
      const values = this.ruleValues(element, attributes, () => words.value(element, 'locNote'))
      if (!values) continue
      const selector = attributes.get('selector') ?? ''
      const selected = (attributes.get('queryLanguage') ?? 'xpath') === 'xpath' ? parseSelector(selector, scope) : null
      if (!selected) say('its-selector', `The selector "${selector.slice(0, 200)}" is not understood; this rule is not followed.`)
      for (const { steps, attribute, tests } of selected ?? [notUnderstood]) {
        this.tests += tests
        if (this.rules.length >= mostRules || this.tests > mostTests)
          return void say('its-rules-many', `Only the first ${this.rules.length} rules are followed: there are too many.`)
        if (!selected) continue
        this.matcher.add(steps)
        this.rules.push({ attribute, values })
      }
    }
  }

  /** What the rules say of an element and its attributes. To be asked for every element once, in the order of the document. */
  of(candidate: Candidate): { own: ItsValues; attribute: (name: string) => ItsValues } {
    const own: ItsValues = {}
    const selected: Rule[] = []
    if (!this.any) return { own, attribute: () => own }
    for (const number of this.matcher.matches(candidate)) {
      const rule = this.rules[number]!
      if (rule.attribute === null) Object.assign(own, rule.values(candidate.element))
      else selected.push(rule)
    }
    const attribute = (name: string): ItsValues =>
      Object.assign({}, ...selected.flatMap((rule) => (rule.attribute === '*' || rule.attribute === name ? [rule.values(candidate.element)] : []))) as ItsValues
    return { own, attribute }
  }

  /** What a rule sets; null where the element is none, or one that nobody needs for translating. */
  private ruleValues({ local }: XmlElement, attributes: ReadonlyMap<string, string>, note: () => string | undefined): Rule['values'] | null {
    const value = (name: string) => attributes.get(name)
    if (local === 'translateRule') return () => ({ translate: value('translate') !== 'no' })
    if (local === 'preserveSpaceRule') return () => ({ preserve: value('space') === 'preserve' })
    if (local === 'withinTextRule') {
      this.decideWithinText = true
      return () => ({ withinText: withinText(value('withinText')) ?? 'no' })
    }
    if (local === 'idValueRule') return this.pointed('key', value('idValue'))
    if (local !== 'locNoteRule') return null
    const pointer = value('locNotePointer') ?? value('locNoteRefPointer')
    if (pointer !== undefined) return this.pointed('note', pointer)
    const said = value('locNoteRef') ?? note()
    return () => (said === undefined ? {} : { note: said })
  }

  private pointed(name: 'key' | 'note', pointer = ''): Rule['values'] {
    if (!isPointer(pointer)) return () => ({})
    return (element) => {
      const value = this.pointers.value(element, pointer)
      return value === undefined ? {} : { [name]: value }
    }
  }
}

/** What an element says of itself by attributes, those of ITS and those of XML. */
export function localValues({ element, attributes }: Candidate, { itsPrefixes }: XmlTree): ItsValues {
  const values: ItsValues = {}
  const prefixed = new Map(
    [...attributes].filter(([name]) => name.includes(':') && itsPrefixes.has(name.slice(0, name.indexOf(':')))).map(([name, value]) => [name.slice(name.indexOf(':') + 1), value]),
  )
  const its = (name: string) => prefixed.get(name) ?? (element.namespace === itsNamespace ? attributes.get(name) : undefined)
  const translate = its('translate') ?? attributes.get('translate') ?? { false: 'no', true: 'yes' }[attributes.get('translatable') ?? '']
  if (translate === 'no' || translate === 'yes') values.translate = translate === 'yes'
  const within = withinText(its('withinText'))
  if (within) values.withinText = within
  const note = its('locNote') ?? its('locNoteRef')
  if (note !== undefined) values.note = note
  if (attributes.has('xml:space')) values.preserve = attributes.get('xml:space') === 'preserve'
  if (attributes.has('xml:id')) values.key = attributes.get('xml:id')!
  return values
}

const withinText = (value: string | undefined): ItsValues['withinText'] => (value === 'yes' || value === 'no' || value === 'nested' ? value : undefined)

function cached<Key, T>(find: (key: Key) => T): (key: Key) => T {
  const known = new Map<Key, T>()
  return (key) => {
    if (!known.has(key)) known.set(key, find(key))
    return known.get(key)!
  }
}

/** What a prefix stands for at an element. */
function namespaceOf(element: XmlElement, prefix: string, valuesAt: (element: XmlElement) => ReadonlyMap<string, string>): string | undefined {
  for (let around: XmlElement | null = element; around; around = around.parent) {
    const declared = valuesAt(around).get(`xmlns:${prefix}`)
    if (declared !== undefined) return declared
  }
  return undefined
}
