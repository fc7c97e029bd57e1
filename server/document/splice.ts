import type { Range } from './unit.js'

export interface Replacement extends Range {
  bytes: Uint8Array
}

/**
 * The document with stretches replaced: the one writer of localized files. Everything outside is copied byte for byte.
 * Replacements come in order, disjoint and in bounds; others are a bug and throw a RangeError. Without any, the very same array comes back.
 */
export function splice(bytes: Uint8Array, replacements: readonly Replacement[]): Uint8Array {
  if (replacements.length === 0) return bytes
  let size = bytes.length
  let end = 0
  for (const replacement of replacements) {
    if (replacement.start < end || replacement.end < replacement.start || replacement.end > bytes.length)
      throw new RangeError(`Replacement ${replacement.start}–${replacement.end} overlaps, is out of order or out of bounds`)
    end = replacement.end
    size += replacement.bytes.length - (replacement.end - replacement.start)
  }
  const out = new Uint8Array(size)
  let from = 0
  let to = 0
  for (const replacement of replacements) {
    copy(bytes, from, replacement.start, out, to)
    to += replacement.start - from
    out.set(replacement.bytes, to)
    to += replacement.bytes.length
    from = replacement.end
  }
  out.set(bytes.subarray(from), to)
  return out
}

/** Below so many bytes a view of them would cost more than to copy them one by one. */
const few = 32

function copy(bytes: Uint8Array, from: number, end: number, out: Uint8Array, to: number): void {
  if (end - from < few) for (let at = from; at < end; at++) out[to++] = bytes[at]!
  else out.set(bytes.subarray(from, end), to)
}
