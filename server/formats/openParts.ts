import type { SourceUnit } from './meant.js'
import type { PartText } from './breaksAround.js'
import { normaliseLines } from './lineEnds.js'
import { decodePart, siblingsOf, type PlacedPart } from './parts.js'

/** A unit with its range in the text of its part. */
export interface UnitInText {
  part: PartText
  unit: SourceUnit
}

/** Opens a document for looking at units of it one by one: answers a unit with the text of its part; null where it stands in none. A part is decoded when it is first asked for. */
export function openParts(parts: readonly PlacedPart[]): (unit: SourceUnit) => UnitInText | null {
  const sibling = siblingsOf(parts)
  const opened = new Map<PlacedPart, { part: PartText; offset: (byte: number) => number }>()
  return (unit) => {
    const placed = parts.findLast(({ start }) => start <= unit.start)
    if (!placed || unit.end > placed.start + placed.bytes.length) return null
    const { part, offset } = opened.get(placed) ?? decode(placed)
    return { part, unit: { ...unit, start: offset(unit.start), end: offset(unit.end) } }
  }

  function decode(placed: PlacedPart) {
    const source = decodePart(placed)
    const { text, original } = normaliseLines(source.text)
    const byte = (offset: number) => placed.start + source.byteOffset(original(offset))
    const open = { part: { name: placed.name, sibling, text }, offset: (wanted: number) => firstAt(text.length, (offset) => byte(offset) >= wanted) }
    opened.set(placed, open)
    return open
  }
}

/** The first of 0…`end` for which something holds that holds for all after it too; by halves. */
function firstAt(end: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
