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

/** A step is one bit of a number where they are matched. */
const mostSteps = 30

/** The selectors that a union names, or null where it says more than is understood. */
export function parseSelector(source: string, scope: SelectorScope): Selector[] | null {
  const lexemes = lexemesOf(source)
  if (!lexemes) return null
  const found: Selector[] = []
  const parser = new SelectorParser(lexemes, scope)
  do {
    const selector = parser.path()
    if (!selector || selector.steps.length > mostSteps) return null
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
    for (;;) {
      const descendant = this.take('//')
      if (!descendant && !this.take('/')) return steps.length > 0 ? { steps, attribute: null } : null
      if (this.take('@')) {
        if (descendant) steps.push({ descendant, name: { namespace: '*', local: '*' }, predicates: [] })
        const attribute = this.lexemes[this.at++]
        return attribute !== undefined && steps.length > 0 ? { steps, attribute } : null
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

/** Matches a selector while elements are asked about in the order of the document, each once: takes time for the elements and the steps only, however they nest. */
export class SelectorMatcher {
  /** For every depth, which steps end at the open element there, and at it or one around it: one bit a step. */
  private readonly here: number[] = []
  private readonly above: number[] = []
  private readonly steps: Step[]

  constructor(steps: Step[]) {
    this.steps = steps
  }

  matches({ element, attributes }: Candidate): boolean {
    const { depth } = element
    let bits = 0
    for (let index = 0; index < this.steps.length; index++) {
      const step = this.steps[index]!
      if (!isNamed(element, step.name)) continue
      const before = depth === 0 ? 0 : (step.descendant ? this.above : this.here)[depth - 1]!
      const reached = index === 0 ? step.descendant || depth === 0 : (before & (1 << (index - 1))) !== 0
      if (reached && step.predicates.every((predicate) => predicate(attributes))) bits |= 1 << index
    }
    this.here[depth] = bits
    this.above[depth] = bits | (depth === 0 ? 0 : this.above[depth - 1]!)
    return (bits & (1 << (this.steps.length - 1))) !== 0
  }
}

const isNamed = (element: XmlElement, { namespace, local }: NameTest): boolean =>
  (local === '*' || local === element.local) && (namespace === '*' || namespace === element.namespace)
