import { compareCodes } from '../document/codes.js'
import { breaksAround } from '../formats/breaksAround.js'
import type { SourceUnit } from '../formats/meant.js'
import { openParts } from '../formats/openParts.js'
import { placedParts } from '../formats/parts.js'
import { formatFor, type ReadOptions } from '../formats/readDocument.js'
import { unsayable } from '../formats/writeDocument.js'

export interface TryInput {
  bytes: Uint8Array
  /** As the revision was read. */
  options: ReadOptions & { format: string }
  unit: SourceUnit
  target: string
}

/** Why an export would leave this translation out, whatever its status; null where it would not. Reads only what stands around its slot, where that tells. */
export function tryTranslation({ bytes, options, unit, target }: TryInput): 'codes' | 'encoding' | 'structure' | null {
  if (compareCodes(unit.text, target, unit.codes).length > 0) return 'codes'
  const format = formatFor(options, bytes)
  if (unsayable(bytes, format, [{ ...unit, target }]).size > 0) return 'encoding'
  const place = openParts(placedParts(bytes, format))(unit)
  return place && breaksAround(place.part, format, options, place.unit, target) ? 'structure' : null
}
