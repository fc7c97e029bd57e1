import { encodeText } from '../document/source.js'
import { splice, type Replacement } from '../document/splice.js'
import type { Code, Range } from '../document/unit.js'
import type { Format, Localisation } from './format.js'
import { normaliseLines } from './lineEnds.js'
import { decodePart, placedParts, siblingsOf, type PlacedPart } from './parts.js'

/** A translation and the slot where it goes: a unit's range, codes and context as they were read. */
export interface Edit extends Range {
  codes: readonly Code[]
  context: string
  target: string
}

export interface WriteOptions {
  /** See `ReadOptions`. */
  encoding?: string
  /** What the document is made for; without it, nothing outside the slots changes. */
  localisation?: Localisation
}

/**
 * The localized document: every edit spelled in its slot, every other byte as it was, but for what `localisation` says outside of them. `edits` in the order of their slots; without any, the very same bytes.
 * A character that neither the encoding nor the format can say throws a RangeError.
 */
export function writeDocument(bytes: Uint8Array, format: Format, edits: readonly Edit[], options: WriteOptions = {}): Uint8Array {
  if (edits.length === 0) return bytes
  const parts = placedParts(bytes, format, options.encoding)
  const changed = new Map<string, Uint8Array>()
  let next = 0
  for (const part of parts) {
    const from = next
    while (next < edits.length && edits[next]!.end <= part.start + part.bytes.length) next++
    const replacements = edits.slice(from, next).map((edit) => replacementOf(edit, part, format, options.localisation))
    const all = options.localisation && format.localise ? withLocalisation(replacements, part, parts, format, options.localisation) : replacements
    if (all.length > 0) changed.set(part.name, splice(part.bytes, all))
  }
  if (next < edits.length) throw new RangeError(`An edit at ${edits[next]!.start} is out of bounds`)
  return format.container ? format.container.close(bytes, changed) : (changed.get('') ?? bytes)
}

/** Whether the document's encoding has a way to say this edit. */
export function canSay(bytes: Uint8Array, format: Format, edits: readonly Edit[], options: WriteOptions = {}): boolean[] {
  const parts = placedParts(bytes, format, options.encoding)
  return edits.map((edit) => {
    try {
      replacementOf(
        edit,
        parts.findLast(({ start }) => start <= edit.start)!,
        format,
        options.localisation,
      )
      return true
    } catch (error) {
      if (error instanceof RangeError) return false
      throw error
    }
  })
}

function replacementOf({ start, end, codes, context, target }: Edit, part: PlacedPart, format: Format, localisation?: Localisation): Replacement {
  const slot = { codes: localisation ? codes.map((code) => linked(code, localisation)) : codes, context }
  const spelled = format.spell(target, slot, localisation).replace(/\r\n|[\r\n]/g, lineEndOf(part.bytes))
  return { start: start - part.start, end: end - part.start, bytes: encodeText(spelled, part.encoding ?? 'utf-8', format.characterReference) }
}

/** A link with the address that it has in the other language, where it is spelled as it reads. */
function linked(code: Code, { link }: Localisation): Code {
  if (code.label === undefined || (code.type !== 'link' && code.type !== 'image')) return code
  const address = link(code.label)
  if (address === code.label) return code
  const spell = (raw: string) => raw.replace(code.label!, () => address)
  return { ...code, open: spell(code.open), ...(code.close !== undefined && { close: spell(code.close) }) }
}

/** Translations, and what the format says outside of them, in order. */
function withLocalisation(replacements: readonly Replacement[], part: PlacedPart, parts: readonly PlacedPart[], format: Format, localisation: Localisation): Replacement[] {
  const source = decodePart(part)
  const { text, original } = normaliseLines(source.text)
  const offset = (position: number) => source.byteOffset(original(position))
  const outside = format.localise!(text, localisation, { name: part.name, sibling: siblingsOf(parts) }).map(({ start, end, text }) => ({
    start: offset(start),
    end: offset(end),
    bytes: encodeText(text, source.encoding, format.characterReference),
  }))
  const all: Replacement[] = []
  let next = 0
  for (const edit of outside) {
    while (next < replacements.length && replacements[next]!.end <= edit.start) all.push(replacements[next++]!)
    const slot = replacements[next]
    if (!slot || edit.end <= slot.start) all.push(edit)
  }
  return [...all, ...replacements.slice(next)]
}

/** The first line end of a text. */
function lineEndOf(bytes: Uint8Array): string {
  const feed = bytes.indexOf(10)
  const before = bytes[feed - 1] === 0 ? bytes[feed - 2] : bytes[feed - 1]
  return feed > 0 && before === 13 ? '\r\n' : '\n'
}
