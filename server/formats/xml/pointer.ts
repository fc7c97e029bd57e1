import { decodeXml } from '../../xml/characters.js'
import { xmlToken } from '../../xml/tokens.js'
import { tagAttributes, type XmlElement, type XmlTree } from './tree.js'

/** The attributes of an element by name, references in their values read. */
export function valuesOf(text: string, element: XmlElement): ReadonlyMap<string, string> {
  if (element.inner - element.start <= element.name.length + '</>'.length) return without
  return new Map(tagAttributes(text, element).map(({ name, start, end }) => [name, decodeXml(text.slice(start, end))]))
}

const without: ReadonlyMap<string, string> = new Map()

/** So far into an element its words are looked for: enough for a note, and little even where a thousand nested elements are notes. */
const longestWords = 10_000

/** So many characters of words are found in all; behind them, nothing is pointed to. */
const mostWords = 10_000_000
const longestPath = 500

/** Whether `Pointers` understands this path: `@name`, `../notes`, `title/@short`. */
export const isPointer = (path: string): boolean => path.length <= longestPath && /^(?:(?:\.\.?|[\p{L}_][\p{L}\p{N}_.:-]*)\/)*(?:\.\.?|@?[\p{L}_][\p{L}\p{N}_.:-]*)$/u.test(path)

/** Answers what a path that begins at an element points to. However often it is asked, it looks at nothing more than once. */
export class Pointers {
  private readonly children = new Map<XmlElement, Map<string, XmlElement>>()
  private readonly words = new Map<XmlElement, string>()
  private left = mostWords
  private readonly text: string
  private readonly tree: XmlTree

  constructor(text: string, tree: XmlTree) {
    this.text = text
    this.tree = tree
  }

  /** The text of the first element, or the attribute's value. */
  value(from: XmlElement, path: string): string | undefined {
    let element: XmlElement | null | undefined = from
    for (const segment of path.split('/')) {
      if (!element) return undefined
      if (segment.startsWith('@')) return valuesOf(this.text, element).get(segment.slice(1))
      if (segment === '..') element = element.parent
      else if (segment !== '.') element = this.child(element, segment)
    }
    return element ? this.wordsOf(element) : undefined
  }

  private child(parent: XmlElement, name: string): XmlElement | undefined {
    let byName = this.children.get(parent)
    if (!byName) {
      byName = new Map()
      const { elements } = this.tree
      for (let at = parent.index + 1; at < parent.after; at = elements[at]!.after) if (!byName.has(elements[at]!.local)) byName.set(elements[at]!.local, elements[at]!)
      this.children.set(parent, byName)
    }
    return byName.get(name.slice(name.indexOf(':') + 1))
  }

  /** The words of an element, white space folded. */
  wordsOf(element: XmlElement): string {
    let words = this.words.get(element)
    if (words === undefined) {
      if (this.left < 0) return ''
      const runs: string[] = []
      const end = Math.min(element.innerEnd, element.inner + longestWords)
      for (let token = xmlToken(this.text, element.inner); token && token.start < end; token = xmlToken(this.text, token.end)) {
        if (token.type === 'text') runs.push(decodeXml(this.text.slice(token.start, Math.min(token.end, end))))
        if (token.type === 'cdata') runs.push(this.text.slice(token.start + '<![CDATA['.length, Math.min(token.end - ']]>'.length, end)))
      }
      words = runs.join('').replace(/\s+/g, ' ').trim()
      this.left -= words.length
      this.words.set(element, words)
    }
    return words
  }
}
