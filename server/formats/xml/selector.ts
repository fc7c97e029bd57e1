import type { XmlElement } from './tree.js'

/** An element with its attributes' values by name. */
export interface Candidate {
  element: XmlElement
  attributes: ReadonlyMap<string, string>
}

/** The part of XPath that selectors of ITS rules use: paths by child and descendant, ending in an element or an attribute, with predicates over attributes. */
export interface Selector {
  steps: Step[]
  /** Name of the attribute that is selected, `*` for all of them; null where elements are. */
  attribute: string | null
  /** How many steps and comparisons it has. */
  tests: number
}

interface Step {
  descendant: boolean
  name: NameTest
  predicates: ((attributes: ReadonlyMap<string, string>) => boolean)[]
}

/** `*` for any. */
interface NameTest {
  namespace: string
  local: string
}

/** What names and variables of a selector stand for, where it is written. */
export interface SelectorScope {
  namespace(prefix: string): string | undefined
  variable(name: string): string | undefined
}

const word = String.raw`[\p{L}_][\p{L}\p{N}_.-]*`
const lexeme = new RegExp(String.raw`\s*(//|!=|"[^"]*"|'[^']*'|\$${word}|${word}(?::(?:${word}|\*))?|\.\.?|[/|@\[\]()=*])\s*`, 'uy')

/** The selectors that a union names, or null where it says more than is understood. */
export function parseSelector(source: string, scope: SelectorScope): Selector[] | null {
  const lexemes = lexemesOf(source)
  if (!lexemes) return null
  const found: Selector[] = []
  const parser = new SelectorParser(lexemes, scope)
  do {
    const selector = parser.path()
    if (!selector) return null
    found.push(selector)
  } while (parser.take('|'))
  return parser.atEnd ? found : null
}

function lexemesOf(source: string): string[] | null {
  const found: string[] = []
  lexeme.lastIndex = 0
  for (let at = 0; at < source.length; at = lexeme.lastIndex) {
    const match = lexeme.exec(source)
    if (!match) return null
    found.push(match[1]!)
  }
  return found
}

class SelectorParser {
  private at = 0
  private tests = 0
  private readonly lexemes: string[]
  private readonly scope: SelectorScope

  constructor(lexemes: string[], scope: SelectorScope) {
    this.lexemes = lexemes
    this.scope = scope
  }

  get atEnd(): boolean {
    return this.at === this.lexemes.length
  }

  take(lexeme: string): boolean {
    if (this.lexemes[this.at] !== lexeme) return false
    this.at++
    return true
  }

  path(): Selector | null {
    const steps: Step[] = []
    this.tests = 0
    for (;;) {
      this.tests++
      const descendant = this.take('//')
      if (!descendant && !this.take('/')) return steps.length > 0 ? { steps, attribute: null, tests: this.tests } : null
      if (this.take('@')) {
        if (descendant) steps.push({ descendant, name: { namespace: '*', local: '*' }, predicates: [] })
        const attribute = this.lexemes[this.at++]
        return attribute !== undefined && steps.length > 0 ? { steps, attribute, tests: this.tests } : null
      }
      const name = this.name()
      if (!name) return null
      const step: Step = { descendant, name, predicates: [] }
      while (this.take('[')) {
        const predicate = this.either()
        if (!predicate || !this.take(']')) return null
        step.predicates.push(predicate)
      }
      steps.push(step)
    }
  }

  private name(): NameTest | null {
    const name = this.lexemes[this.at++]
    if (name === '*') return { namespace: '*', local: '*' }
    if (name === undefined || !/^[\p{L}_]/u.test(name)) return null
    const colon = name.indexOf(':')
    const namespace = colon === -1 ? '' : this.scope.namespace(name.slice(0, colon))
    return namespace === undefined ? null : { namespace, local: name.slice(colon + 1) }
  }

  private either(): Step['predicates'][number] | null {
    const all = [this.both()]
    while (this.take('or')) all.push(this.both())
    return complete(all, (tests) => (attributes) => tests.some((test) => test(attributes)))
  }

  private both(): Step['predicates'][number] | null {
    const all = [this.comparison()]
    while (this.take('and')) all.push(this.comparison())
    return complete(all, (tests) => (attributes) => tests.every((test) => test(attributes)))
  }

  /** `@x`, `@x='y'`, `@x!='y'`, `not(@x)`. */
  private comparison(): Step['predicates'][number] | null {
    this.tests++
    const negated = this.take('not')
    if (negated && !this.take('(')) return null
    if (!this.take('@')) return null
    const name = this.lexemes[this.at++]
    if (name === undefined) return null
    const operator = this.take('=') ? '=' : this.take('!=') ? '!=' : ''
    const value = operator === '' ? undefined : this.value()
    if ((operator !== '' && value === undefined) || (negated && !this.take(')'))) return null
    return (attributes) => {
      const actual = attributes.get(name)
      return (actual !== undefined && (operator === '' || (actual === value) === (operator === '='))) !== negated
    }
  }

  private value(): string | undefined {
    const value = this.lexemes[this.at++] ?? ''
    if (value.startsWith('$')) return this.scope.variable(value.slice(1))
    return /^["']/.test(value) ? value.slice(1, -1) : undefined
  }
}

type Test = Step['predicates'][number]
const complete = (tests: (Test | null)[], join: (tests: Test[]) => Test): Test | null => (tests.includes(null) ? null : join(tests as Test[]))

/** A step of one of many selectors, and what it needs to be known by. */
interface PlacedStep extends Step {
  selector: number
  /** The step behind it; null where it is the last. */
  next: PlacedStep | null
}

/** Steps that elements inside of an open one may end at: its children, and all that is in it. */
interface Waiting {
  children: readonly PlacedStep[]
  descendants: ReadonlySet<PlacedStep>
}

/** Matches many selectors at once, while elements are asked about in the order of the document, each once: looks at an element only for the steps that may end there, however elements nest. */
export class SelectorMatcher {
  private count = 0
  /** The first steps. */
  private readonly outside = { children: [] as PlacedStep[], descendants: new Set<PlacedStep>() }
  /** Of every open element, outermost first. */
  private readonly waiting: Waiting[] = []

  /** The selectors are numbered in the order in which they are added. */
  add(steps: readonly Step[]): void {
    const selector = this.count++
    const first = steps.reduceRight<PlacedStep | null>((next, step) => ({ ...step, selector, next }), null)!
    if (first.descendant) this.outside.descendants.add(first)
    else this.outside.children.push(first)
  }

  /** The numbers of the selectors that select the element, in order. */
  matches({ element, attributes }: Candidate): number[] {
    const { depth } = element
    const around = depth === 0 ? this.outside : this.waiting[depth - 1]!
    const found: number[] = []
    const children: PlacedStep[] = []
    let inside = around.descendants
    const reach = (step: PlacedStep) => {
      if (!isNamed(element, step.name) || !step.predicates.every((predicate) => predicate(attributes))) return
      const { next } = step
      if (!next) found.push(step.selector)
      else if (!next.descendant) children.push(next)
      else if (!inside.has(next)) {
        if (inside === around.descendants) inside = new Set(inside)
        ;(inside as Set<PlacedStep>).add(next)
      }
    }
    for (const step of around.children) reach(step)
    for (const step of around.descendants) reach(step)
    this.waiting[depth] = children.length === 0 && inside === around.descendants ? this.unchanged(around) : { children, descendants: inside }
    return found.length > 1 ? [...new Set(found)].sort((a, b) => a - b) : found
  }

  /** What waits in an element where nothing new was reached. */
  private unchanged(around: Waiting): Waiting {
    return around.children.length === 0 ? around : { children: [], descendants: around.descendants }
  }
}

const isNamed = (element: XmlElement, { namespace, local }: NameTest): boolean =>
  (local === '*' || local === element.local) && (namespace === '*' || namespace === element.namespace)
