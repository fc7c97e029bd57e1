import type { Format, Localisation } from '../formats/format.js'
import { placedParts } from '../formats/parts.js'
import { replacementsOf, type Edit } from '../formats/writeDocument.js'

/** A stretch of bytes that is another in the localized document; everything else is the same. */
export interface Hunk {
  /** Name of the part inside a container; empty where the document is none. */
  part: string
  /** In bytes of the part, in the source and in the localized document. */
  start: number
  end: number
  exportStart: number
  exportEnd: number
  before: string
  after: string
  /** Null where the format says something outside of the slots, such as the document's language. */
  unitId: string | null
}

export type SlotEdit = Edit & { unitId: string }

/** Longest text of a hunk that is shown, in bytes. */
const longest = 4000

/** Where the localized document's bytes are others than the source's, in order. */
export function hunksOf(bytes: Uint8Array, format: Format, edits: readonly SlotEdit[], localisation?: Localisation): Hunk[] {
  if (edits.length === 0) return []
  const parts = placedParts(bytes, format)
  const replacements = replacementsOf(parts, format, edits, localisation)
  const unitAt = new Map(edits.map(({ start, unitId }) => [start, unitId]))
  return parts.flatMap((part) => {
    const decoder = new TextDecoder(part.encoding)
    const show = (shown: Uint8Array) => decoder.decode(shown.subarray(0, longest))
    let shift = 0
    return (replacements.get(part.name) ?? []).flatMap(({ start, end, bytes: put }) => {
      const taken = part.bytes.subarray(start, end)
      const exportStart = start + shift
      shift += put.length - taken.length
      if (Buffer.compare(taken, put) === 0) return []
      const unitId = unitAt.get(part.start + start) ?? null
      return [{ part: part.name, start, end, exportStart, exportEnd: exportStart + put.length, before: show(taken), after: show(put), unitId }]
    })
  })
}
