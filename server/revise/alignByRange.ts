import type { Range } from '../document/unit.js'
import { align } from './align.js'
import type { AlignableUnit, Link } from './link.js'

type PlacedUnit = AlignableUnit & Range

/** How two readings of the very same bytes go together: what stands at the same place is the same, whatever it is cut into. Both are in the order of their ranges. */
export function alignByRange(before: readonly PlacedUnit[], after: readonly PlacedUnit[]): Link[] {
  const links: Link[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [oldFrom, newFrom] = [i, j]
    let end = Math.min(before[i]?.start ?? Infinity, after[j]?.start ?? Infinity) + 1
    for (let grew = true; grew;) {
      grew = false
      for (; i < before.length && before[i]!.start < end; i++, grew = true) end = Math.max(end, before[i]!.end)
      for (; j < after.length && after[j]!.start < end; j++, grew = true) end = Math.max(end, after[j]!.end)
    }
    links.push(...linksOf(before, after, range(oldFrom, i), range(newFrom, j)))
  }
  return links
}

function linksOf(before: readonly PlacedUnit[], after: readonly PlacedUnit[], old: number[], now: number[]): Link[] {
  if (now.length === 0) return old.map((at) => ({ kind: 'removed', old: [at], new: [], similarity: 0 }))
  if (old.length === 0) return now.map((at) => ({ kind: 'added', old: [], new: [at], similarity: 0 }))
  if (old.length > 1 && now.length > 1) return inside(before, after, old, now)
  const kind = now.length > 1 ? 'split' : old.length > 1 ? 'merged' : before[old[0]!]!.text === after[now[0]!]!.text ? 'same' : 'edited'
  return [{ kind, old, new: now, similarity: 1 }]
}

/** Cut at other places altogether: by their texts. */
const inside = (before: readonly PlacedUnit[], after: readonly PlacedUnit[], old: number[], now: number[]): Link[] =>
  align(
    old.map((at) => before[at]!),
    now.map((at) => after[at]!),
  ).map((link) => ({ ...link, old: link.old.map((at) => at + old[0]!), new: link.new.map((at) => at + now[0]!) }))

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)
