import { breaksAround } from '../formats/breaksAround.js'
import type { SourceUnit } from '../formats/meant.js'
import { openParts } from '../formats/openParts.js'
import { formatFor, type ReadOptions } from '../formats/readDocument.js'

export interface TryInput {
  bytes: Uint8Array
  /** As the revision was read. */
  options: ReadOptions & { format: string }
  unit: SourceUnit
  target: string
}

/** Whether a translation would change the structure of its document; null where the unit is not found in it. */
export function tryTranslation({ bytes, options, unit, target }: TryInput): boolean | null {
  const format = formatFor(options, bytes)
  const place = openParts(bytes, format, options.encoding)(unit)
  return place && breaksAround(place.part, format, options, place.unit, target)
}
