import { splice, type Replacement } from '../document/splice.js'
import type { Range } from '../document/unit.js'

/** A stretch of a document that repeats another one before it, which alone is read. */
export interface Copy {
  of: Range
  at: Range
}

/** What is written where a document repeats itself: the same as in the first place. All are in order, and copies disjoint. */
export function withCopies(bytes: Uint8Array, replacements: readonly Replacement[], copies: readonly Copy[]): Replacement[] {
  const written: Replacement[] = []
  let next = 0
  for (const { of, at } of copies) {
    while (next < replacements.length && replacements[next]!.start < of.start) next++
    const first = next
    while (next < replacements.length && replacements[next]!.end <= of.end) next++
    const inside = replacements.slice(first, next).map(({ start, end, bytes: put }) => ({ start: start - of.start, end: end - of.start, bytes: put }))
    if (inside.length > 0) written.push({ ...at, bytes: splice(bytes.subarray(of.start, of.end), inside) })
  }
  return merge(replacements, written)
}

/** Both in order, without the former where the latter are. */
function merge(replacements: readonly Replacement[], written: readonly Replacement[]): Replacement[] {
  const all: Replacement[] = []
  let next = 0
  for (const replacement of replacements) {
    while (next < written.length && written[next]!.end <= replacement.start) all.push(written[next++]!)
    const over = written[next]
    if (!over || replacement.end <= over.start) all.push(replacement)
  }
  return [...all, ...written.slice(next)]
}
