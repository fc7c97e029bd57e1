import { sameAddress } from '../document/linkRules.js'
import { encodeText, lastCharacter } from '../document/source.js'
import { splice, type Replacement } from '../document/splice.js'
import type { Code, Range } from '../document/unit.js'
import type { Format, Localisation, PartPlace } from './format.js'
import { normaliseLines } from './lineEnds.js'
import { decodePart, placedParts, siblingsOf, type PlacedPart } from './parts.js'
import { withCopies, type Copy } from './withCopies.js'

/** A translation and the slot where it goes: a unit's range, codes and context as they were read. */
export interface Edit extends Range {
  codes: readonly Code[]
  context: string
  target: string
}

/**
 * The localized document: every edit spelled in its slot, every other byte as it was, but for what `localisation` says outside of slots. `edits` in the order of their slots; without any, the very same bytes.
 * A character that neither the encoding nor the format can say throws a RangeError.
 */
export function writeDocument(bytes: Uint8Array, format: Format, edits: readonly Edit[], localisation?: Localisation): Uint8Array {
  return edits.length === 0 ? bytes : closeParts(bytes, format, writeParts(placedParts(bytes, format), format, edits, localisation))
}

/** What the parts that change say then, by their names. */
export function writeParts(parts: readonly PlacedPart[], format: Format, edits: readonly Edit[], localisation?: Localisation): Map<string, Uint8Array> {
  const replacements = replacementsOf(parts, format, edits, localisation)
  return new Map(parts.flatMap((part) => (replacements.has(part.name) ? [[part.name, splice(part.bytes, replacements.get(part.name)!)]] : [])))
}

/** What comes in the place of which bytes of a part, by the names of the parts that change. */
export function replacementsOf(parts: readonly PlacedPart[], format: Format, edits: readonly Edit[], localisation?: Localisation): Map<string, Replacement[]> {
  const changed = new Map<string, Replacement[]>()
  const sibling = siblingsOf(parts)
  let next = 0
  for (const part of parts) {
    const replace = spellerFor(part, format, localisation)
    const replacements: Replacement[] = []
    for (; next < edits.length && edits[next]!.end <= part.start + part.bytes.length; next++) replacements.push(replace(edits[next]!))
    const all = localisation && localises(format, localisation) ? withLocalisation(replacements, part, sibling, format, localisation) : replacements
    if (all.length > 0) changed.set(part.name, format.copies ? withCopies(part.bytes, all, copiesIn(part, format.copies)) : all)
  }
  if (next < edits.length) throw new RangeError(`An edit at ${edits[next]!.start} is out of bounds`)
  return changed
}

const localises = ({ localise, localisesAddressesOnly }: Format, { link }: Localisation): boolean => localise !== undefined && !(localisesAddressesOnly && link === sameAddress)

/** The document with other bytes in some of its parts. */
export const closeParts = (bytes: Uint8Array, format: Format, changed: ReadonlyMap<string, Uint8Array>): Uint8Array =>
  format.container ? format.container.close(bytes, changed) : (changed.get('') ?? bytes)

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
function spellerFor({ bytes, start: partStart, encoding, declared }: PlacedPart, format: Format, localisation?: Localisation): (edit: Edit) => Replacement {
  const last = format.encodesStrictly ? lastCharacter(declared) : undefined
  const lineEnd = lineEndOf(bytes)
  const { relink } = format
  const localised = localisation && relink && localisation.link !== sameAddress ? (codes: readonly Code[]) => codes.map((code) => relinked(code, relink, localisation)) : null
  return ({ start, end, codes, context, target }) => {
    const spelled = format.spell(target, { codes: localised?.(codes) ?? codes, context, ...(localisation && { localisation }) })
    const lines = /[\r\n]/.test(spelled) ? spelled.replace(/\r\n|[\r\n]/g, lineEnd) : spelled
    return { start: start - partStart, end: end - partStart, bytes: encodeText(lines, encoding, referenceIn(format, context), last) }
  }
}

const referenceIn = ({ characterReference }: Format, context: string) => characterReference && ((codePoint: number) => characterReference(codePoint, context))

function relinked(code: Code, relink: NonNullable<Format['relink']>, { link }: Localisation): Code {
  return { ...code, open: relink(code.open, link), ...(code.close !== undefined && { close: relink(code.close, link) }) }
}

/** Translations, and what the format says outside of them, in order. */
function withLocalisation(translations: readonly Replacement[], part: PlacedPart, sibling: PartPlace['sibling'], format: Format, localisation: Localisation): Replacement[] {
  const source = decodePart(part)
  const { text, original } = normaliseLines(source.text)
  const offset = (position: number) => source.byteOffset(original(position))
  const all: Replacement[] = []
  let next = 0
  for (const edit of format.localise!(text, localisation, { name: part.name, sibling })) {
    const [start, end] = [offset(edit.start), offset(edit.end)]
    while (next < translations.length && translations[next]!.end <= start) all.push(translations[next++]!)
    const slot = translations[next]
    if (!slot || end <= slot.start) all.push({ start, end, bytes: encodeText(edit.text, source.encoding, referenceIn(format, '')) })
  }
  return [...all, ...translations.slice(next)]
}

/** Stretches that repeat others, in bytes of the part. */
function copiesIn(part: PlacedPart, copies: NonNullable<Format['copies']>): Copy[] {
  const source = decodePart(part)
  const { text, original } = normaliseLines(source.text)
  const inBytes = ({ start, end }: Range): Range => ({ start: source.byteOffset(original(start)), end: source.byteOffset(original(end)) })
  return copies(text).map(({ of, at }) => ({ of: inBytes(of), at: inBytes(at) }))
}

/** The first line end of a text. */
function lineEndOf(bytes: Uint8Array): string {
  const feed = bytes.indexOf(10)
  const before = bytes[feed - 1] === 0 ? bytes[feed - 2] : bytes[feed - 1]
  return feed > 0 && before === 13 ? '\r\n' : '\n'
}
