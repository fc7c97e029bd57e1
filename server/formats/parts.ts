import { decodeSource, encodingOf, type Source } from '../document/source.js'
import { Refusal } from '../errors.js'
import type { Format, Part } from './format.js'
import { normaliseLines } from './lineEnds.js'

/** A part and where it stands: units' ranges count the bytes of all parts, one behind the other. */
export interface PlacedPart extends Part {
  start: number
  /** Name in the WHATWG Encoding Standard, lower case. */
  encoding: string
  /** What the document itself says that it is. */
  declared: string | undefined
}

/** So far into a part is a declaration looked for: a translated title may push it away from the beginning. */
const declarationReach = 65_536

/** The texts that a document consists of. Refuses a container that cannot be opened, and an encoding that is not known. */
export function placedParts(bytes: Uint8Array, format: Format): PlacedPart[] {
  const parts = format.container?.open(bytes) ?? [{ name: '', bytes }]
  let start = 0
  return parts.map((part) => {
    const declared = format.declaredEncoding?.(Buffer.from(part.bytes.subarray(0, declarationReach)).toString('latin1'))
    const encoding = encodingOf(part.bytes, declared)
    if (encoding === null) throw new Refusal('encoding-unknown', { encoding: declared ?? '' })
    const placed = { ...part, start, declared, encoding }
    start += part.bytes.length
    return placed
  })
}

/** Decodes a part; refuses bytes that do not, and encodings that cannot be written back. */
export function decodePart(part: PlacedPart): Source {
  const source = decodeSource(part.bytes, part.declared)
  if (!('fault' in source)) return source
  if (source.fault === 'encoding-unknown') throw new Refusal('encoding-unknown', { encoding: source.encoding })
  throw new Refusal('encoding-invalid', { encoding: source.encoding, position: source.position })
}

/** The texts of a document's parts by their names, as readers see them. A part is decoded when it is first asked for. */
export function siblingsOf(parts: readonly PlacedPart[]): (name: string) => string | undefined {
  const byName = new Map(parts.map((part) => [part.name, part]))
  const texts = new Map<string, string>()
  return (name) => {
    const part = byName.get(name)
    if (part && !texts.has(name)) texts.set(name, normaliseLines(decodePart(part).text).text)
    return texts.get(name)
  }
}
