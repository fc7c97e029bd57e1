import type { AlignableUnit, Link, LinkKind } from './link.js'
import { pairAcross } from './across.js'
import { pairExact, pairRepeats } from './exact.js'
import { pairInGaps } from './gaps.js'
import { type Group, Pairing } from './pairing.js'

/**
 * How the units of one version of a document became those of the next, in the order of the new version, removed ones where they stood; every unit is in exactly one link.
 * Equal units first, then edited, split and merged ones between them, then what moved across.
 */
export function align(before: readonly AlignableUnit[], after: readonly AlignableUnit[]): Link[] {
  const pairing = new Pairing(before, after)
  pairExact(pairing)
  pairInGaps(pairing)
  pairRepeats(pairing)
  pairAcross(pairing)
  return links(pairing)
}

function links(pairing: Pairing): Link[] {
  const ordered = pairing.inOrder()
  const isOrdered = new Set(ordered)
  const found: Link[] = []
  let [oldNext, orderedNext] = [0, 0]
  const removeUpToNext = (): void => {
    const to = ordered[orderedNext++]?.old[0] ?? pairing.old.units.length
    for (const at of pairing.old.free(oldNext, to)) found.push({ kind: 'removed', old: [at], new: [], similarity: 0 })
    oldNext = Math.max(oldNext, to)
  }
  removeUpToNext()
  pairing.new.groups.forEach((group, at) => {
    if (!group) found.push({ kind: 'added', old: [], new: [at], similarity: 0 })
    else if (group.new[0] === at) {
      found.push({ kind: kindOf(group, isOrdered.has(group)), old: group.old, new: group.new, similarity: pairing.similarity(group.old, group.new) })
      if (isOrdered.has(group)) removeUpToNext()
    }
  })
  return found
}

function kindOf(group: Group, ordered: boolean): LinkKind {
  if (group.new.length > 1) return 'split'
  if (group.old.length > 1) return 'merged'
  if (!ordered) return 'moved'
  return group.exact ? 'same' : 'edited'
}
