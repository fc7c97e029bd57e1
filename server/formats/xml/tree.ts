import { isBetweenSections } from './cdata.js'
import { attributesOf, xmlToken, type XmlAttribute, type XmlToken } from '../../xml/tokens.js'

/** An element and where it stands. Offsets in the text. */
export interface XmlElement {
  /** As it is written, with its prefix. */
  name: string
  local: string
  namespace: string
  parent: XmlElement | null
  /** Its place in the tree. */
  index: number
  /** Number of elements around it. */
  depth: number
  /** Its start tag is `start`…`inner`, its content `inner`…`innerEnd`, its end tag `innerEnd`…`end`; an element without an end tag ends where its content does. */
  start: number
  inner: number
  innerEnd: number
  end: number
  /** Index in the tree of the first element behind it. */
  after: number
  /** Whether words stand in it, between its own elements; sections of character data, and references between two of them, are no sign of a text with markup. */
  mixed: boolean
  /** So deep inside others that what it holds is not read. */
  tooDeep: boolean
}

export interface XmlTree {
  /** In the order of their start tags. */
  elements: XmlElement[]
  /** The document type declaration as it is written, or empty. */
  doctype: string
  /** Prefixes that stand for ITS anywhere in the document. */
  itsPrefixes: ReadonlySet<string>
  /** Where elements begin that are one too many: from there on nothing is read. */
  cut: { start: number; end: number } | null
  /** The first place that is no well-formed XML, and why: a word for a person who mends it. */
  fault: { start: number; end: number; reason: string } | null
}

export const xhtmlNamespace = 'http://www.w3.org/1999/xhtml'
export const itsNamespace = 'http://www.w3.org/2005/11/its'

/** Elements that nest deeper than this are not read: no document that people write does, and other readers stop far earlier. */
const deepest = 1000

/** More of them are no document that a person wrote, and would take more memory than one may. */
export const mostElements = 500_000

/** The attributes of an element's start tag. */
export const tagAttributes = (text: string, { name, start, inner }: XmlElement): XmlAttribute[] => attributesOf(text, { name, start, end: inner })

/** Reads all tags once and finds which belong together. What is not well-formed is read as far as it makes sense. */
export function readTree(text: string): XmlTree {
  return new TreeReader(text).read()
}

class TreeReader {
  private readonly elements: XmlElement[] = []
  private readonly open: XmlElement[] = []
  private readonly openNames = new Map<string, number>()
  /** What prefixes stand for, the innermost last; the empty one is that of names without a prefix. */
  private readonly prefixes = new Map<string, { uri: string; element: XmlElement }[]>()
  private readonly itsPrefixes = new Set<string>()
  /** Every name once, however often it occurs. */
  private readonly names = new Map<string, { name: string; local: string; prefix: string }>()
  private readonly text: string
  private fault: XmlTree['fault'] = null
  private doctype = ''
  private cut: XmlTree['cut'] = null
  /** How many elements are open below the deepest that is read. */
  private below = 0

  constructor(text: string) {
    this.text = text
  }

  read(): XmlTree {
    for (let token = xmlToken(this.text, 0); token && !this.cut; token = xmlToken(this.text, token.end)) this.take(token)
    const last = this.open[0]
    if (last && !this.cut) this.say({ start: last.start, end: last.inner }, `<${last.name}> never ends`)
    while (this.open.length > 0) this.close(this.text.length, this.text.length)
    if (this.elements.length === 0) this.say({ start: 0, end: this.text.length }, 'it has no element')
    return { elements: this.elements, doctype: this.doctype, itsPrefixes: this.itsPrefixes, cut: this.cut, fault: this.fault }
  }

  private take(token: XmlToken): void {
    const { type, start, end } = token
    if (type === 'start' || type === 'empty') this.start(token)
    else if (type === 'end') this.end(token)
    else if (type === 'doctype') this.doctype = this.text.slice(start, end)
    else if (type === 'broken') this.say({ start, end: Math.min(end, start + 20) }, 'this is no markup, or never ends; write < as &lt;')
    else if (type === 'text' && /[^ \t\n\ufeff]/.test(this.text.slice(start, end))) {
      const around = this.open.at(-1)
      if (!around) this.say({ start, end }, 'text stands outside of all elements')
      else if (!around.mixed) around.mixed = !isBetweenSections(this.text, token)
    }
  }

  private start(token: XmlToken): void {
    const { start, end } = token
    const { name, local, prefix } = this.nameOf(token.name)
    const parent = this.open.at(-1) ?? null
    if (parent?.tooDeep) {
      if (token.type === 'start') this.below++
      return
    }
    if (this.elements.length >= mostElements) return void (this.cut = { start, end })
    if (!parent && this.elements.length > 0) this.say({ start, end }, 'a second element stands outside of the first')
    const depth = this.open.length
    const element: XmlElement = {
      name,
      local,
      namespace: '',
      parent,
      index: this.elements.length,
      depth,
      start,
      inner: end,
      innerEnd: end,
      end,
      after: this.elements.length + 1,
      mixed: false,
      tooDeep: depth >= deepest && token.type === 'start',
    }
    if (mayDeclare(this.text, element)) this.declare(element)
    element.namespace = this.prefixes.get(prefix)?.at(-1)?.uri ?? ''
    this.elements.push(element)
    this.open.push(element)
    this.openNames.set(name, (this.openNames.get(name) ?? 0) + 1)
    if (token.type === 'empty') this.close(end, end)
  }

  private nameOf(name: string): { name: string; local: string; prefix: string } {
    const known = this.names.get(name)
    if (known) return known
    const colon = name.indexOf(':')
    const found = { name, local: name.slice(colon + 1), prefix: name.slice(0, Math.max(0, colon)) }
    this.names.set(name, found)
    return found
  }

  /** Namespaces that a start tag declares: https://www.w3.org/TR/xml-names/#ns-decl */
  private declare(element: XmlElement): void {
    for (const { name, start, end } of tagAttributes(this.text, element)) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      const prefix = name.slice('xmlns:'.length)
      const uri = this.text.slice(start, end)
      if (uri === itsNamespace) this.itsPrefixes.add(prefix)
      const declared = this.prefixes.get(prefix)
      if (declared) declared.push({ uri, element })
      else this.prefixes.set(prefix, [{ uri, element }])
    }
  }

  private end({ name, start, end }: XmlToken): void {
    if (this.below > 0) return void this.below--
    if (!this.openNames.get(name)) return this.say({ start, end }, `</${name}> ends nothing`)
    while (this.open.at(-1)!.name !== name) {
      this.say({ start, end }, `</${name}> stands where <${this.open.at(-1)!.name}> should end`)
      this.close(start, start)
    }
    this.close(start, end)
  }

  private close(innerEnd: number, end: number): void {
    const element = this.open.pop()!
    this.openNames.set(element.name, this.openNames.get(element.name)! - 1)
    element.innerEnd = innerEnd
    element.end = end
    element.after = this.elements.length
    if (mayDeclare(this.text, element)) this.forget(element)
  }

  private forget(element: XmlElement): void {
    for (const { name } of tagAttributes(this.text, element)) {
      const declared = name.startsWith('xmlns') ? this.prefixes.get(name.slice('xmlns:'.length)) : undefined
      if (declared?.at(-1)?.element === element) declared.pop()
    }
  }

  private say(range: { start: number; end: number }, reason: string): void {
    this.fault ??= { ...range, reason }
  }
}

const mayDeclare = (text: string, { name, start, inner }: XmlElement): boolean => inner - start > name.length + '</>'.length && text.slice(start, inner).includes('xmlns')
