import { encodeText } from '../document/source.js'
import { splice, type Replacement } from '../document/splice.js'
import type { Code, Range } from '../document/unit.js'
import type { Format } from './format.js'

/** A translation and the slot where it goes: a unit's range, codes and context as they were read. */
export interface Edit extends Range {
  codes: readonly Code[]
  context: string
  target: string
}

/** The localized document: every edit spelled in its slot, every other byte as it was. `edits` in the order of their slots. */
export function writeDocument(bytes: Uint8Array, format: Format, encoding: string, edits: readonly Edit[]): Uint8Array {
  const lineEnd = lineEndOf(bytes)
  const replacements = edits.map(({ start, end, codes, context, target }): Replacement => {
    const spelled = format.spell(target, { codes, context }).replace(/\r\n|[\r\n]/g, lineEnd)
    return { start, end, bytes: encodeText(spelled, encoding, format.characterReference) }
  })
  return splice(bytes, replacements)
}

/** The document's first line end. */
function lineEndOf(bytes: Uint8Array): string {
  const feed = bytes.indexOf(10)
  const before = bytes[feed - 1] === 0 ? bytes[feed - 2] : bytes[feed - 1]
  return feed > 0 && before === 13 ? '\r\n' : '\n'
}
