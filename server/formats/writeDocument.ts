import { encodeText } from '../document/source.js'
import { splice, type Replacement } from '../document/splice.js'
import type { Code, Range } from '../document/unit.js'
import type { Format } from './format.js'
import { placedParts, type PlacedPart } from './parts.js'

/** A translation and the slot where it goes: a unit's range, codes and context as they were read. */
export interface Edit extends Range {
  codes: readonly Code[]
  context: string
  target: string
}

/**
 * The localized document: every edit spelled in its slot, every other byte as it was. `edits` in the order of their slots; without any, the very same bytes.
 * A character that neither the encoding nor the format can say throws a RangeError.
 */
export function writeDocument(bytes: Uint8Array, format: Format, edits: readonly Edit[]): Uint8Array {
  if (edits.length === 0) return bytes
  const changed = new Map<string, Uint8Array>()
  let next = 0
  for (const part of placedParts(bytes, format)) {
    const replace = spellerFor(part, format)
    const replacements: Replacement[] = []
    for (; next < edits.length && edits[next]!.end <= part.start + part.bytes.length; next++) replacements.push(replace(edits[next]!))
    if (replacements.length > 0) changed.set(part.name, splice(part.bytes, replacements))
  }
  if (next < edits.length) throw new RangeError(`An edit at ${edits[next]!.start} is out of bounds`)
  return format.container ? format.container.close(bytes, changed) : (changed.get('') ?? bytes)
}

/** Those of the edits that have a character which neither the document's encoding nor its format can say. */
export function unsayable(bytes: Uint8Array, format: Format, edits: readonly Edit[]): Set<Edit> {
  const spellers = placedParts(bytes, format).map((part) => ({ start: part.start, replace: spellerFor(part, format) }))
  const found = new Set<Edit>()
  for (const edit of edits)
    try {
      spellers.findLast(({ start }) => start <= edit.start)!.replace(edit)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      found.add(edit)
    }
  return found
}

/** Spells edits for a part, in its bytes and with its line ends. */
function spellerFor({ bytes, start: partStart, encoding }: PlacedPart, format: Format): (edit: Edit) => Replacement {
  const lineEnd = lineEndOf(bytes)
  return ({ start, end, codes, context, target }) => {
    const spelled = format.spell(target, { codes, context }).replace(/\r\n|[\r\n]/g, lineEnd)
    return { start: start - partStart, end: end - partStart, bytes: encodeText(spelled, encoding, format.characterReference) }
  }
}

/** The first line end of a text. */
function lineEndOf(bytes: Uint8Array): string {
  const feed = bytes.indexOf(10)
  const before = bytes[feed - 1] === 0 ? bytes[feed - 2] : bytes[feed - 1]
  return feed > 0 && before === 13 ? '\r\n' : '\n'
}
