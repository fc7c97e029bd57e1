import { posix } from 'node:path'
import { Refusal } from '../../errors.js'
import { decodeXml } from '../../xml/characters.js'
import { attributesOf, xmlToken, type XmlToken } from '../../xml/tokens.js'
import { openZip, type Zip } from '../zip.js'
import type { Part } from '../format.js'

/** What a part of a package refers to: https://ecma-international.org/publications-and-standards/standards/ecma-376/, part 2. */
export interface Relationship {
  id: string
  /** The last word of its type: `hyperlink`, `header`, `slide`. */
  type: string
  /** The name of another part, or an address outside of the document. */
  target: string
  external: boolean
}

/** The attributes of a tag by their names as they are written, without prefixes, decoded. */
export const attributeValues = (text: string, tag: XmlToken): Record<string, string> =>
  Object.fromEntries(attributesOf(text, tag).map(({ name, start, end }) => [name.slice(name.indexOf(':') + 1), decodeXml(text.slice(start, end))]))

/** The tags of a text whose local name this is; null for all. */
export function* tagsNamed(text: string, local: string | null): Generator<XmlToken> {
  for (let token = xmlToken(text, 0); token; token = xmlToken(text, token.end))
    if ((token.type === 'start' || token.type === 'empty') && (local === null || token.name.slice(token.name.indexOf(':') + 1) === local)) yield token
}

/** The local name of a part's root element; empty where there is none. */
export function rootName(text: string): string {
  for (const { name } of tagsNamed(text, null)) return name.slice(name.indexOf(':') + 1)
  return ''
}

/** Where the relationships of a part are kept. */
export const relationshipsOf = (part: string): string => posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)

export function readRelationships(text: string, part: string): Relationship[] {
  return [...tagsNamed(text, 'Relationship')].map((tag) => {
    const { Id = '', Type = '', Target = '', TargetMode } = attributeValues(text, tag)
    const external = TargetMode === 'External'
    const target = external ? Target : Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(part), Target)
    return { id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target, external }
  })
}

/** A package whose parts are opened when asked for. */
export class Package {
  readonly zip: Zip
  private readonly opened = new Map<string, Part>()
  private readonly known = new Map<string, Relationship[]>()

  constructor(bytes: Uint8Array) {
    this.zip = openZip(bytes)
  }

  /** The part of this name, and of what it relates to, the relationships; undefined where there is none. */
  open(name: string): Part | undefined {
    const opened = this.opened.get(name)
    if (opened) return opened
    const bytes = this.zip.read(name)
    if (!bytes) return undefined
    const part = { name, bytes }
    this.opened.set(name, part)
    return part
  }

  text(name: string): string {
    return Buffer.from(this.open(name)?.bytes ?? []).toString('utf8')
  }

  relationships(part: string): Relationship[] {
    const known = this.known.get(part) ?? readRelationships(this.text(relationshipsOf(part)), part)
    this.known.set(part, known)
    return known
  }

  /** The names of parts of these types that a part, or one of several, relates to: each once, in the order in which they are listed. */
  related(from: string | readonly string[], ...types: string[]): string[] {
    const parts = typeof from === 'string' ? [from] : from
    const named = parts.flatMap((part) => this.relationships(part).flatMap(({ type, target, external }) => (types.includes(type) && !external ? [target] : [])))
    return [...new Set(named)]
  }

  /** The part that the document begins with. Refuses a package that has none. */
  main(): string {
    const [name] = this.related('', 'officeDocument')
    if (name === undefined || !this.open(name)) throw new Refusal('container-broken', { problem: 'missing', name: name ?? '_rels/.rels' })
    return name
  }

  /** Parts in this order, each once and those that exist; behind them, all relationships that were looked at. */
  parts(names: readonly string[]): Part[] {
    return [...new Set(names)].flatMap((name) => this.open(name) ?? [])
  }
}

/** Whether bytes are a package whose content types name one that the pattern knows. */
export function hasContentType(bytes: Uint8Array, pattern: RegExp): boolean {
  if (bytes.length < 4 || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false
  try {
    return pattern.test(Buffer.from(openZip(bytes).read('[Content_Types].xml') ?? []).toString('utf8'))
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
