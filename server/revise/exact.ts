import { diffArrays } from 'diff'
import { heaviestRise } from './order.js'
import type { Gap, Pairing } from './pairing.js'

/** A gap so large that its repeated units are paired before edited ones are looked for; in smaller ones both are weighed against each other. */
const largeGap = 20_000
/** Bound on the edits that pairing repeated units may step over: its time grows with their square. */
const maxEdits = 1000
const maxDepth = 12

/**
 * Pairs units of equal text as far as uniqueness and neighbours make it clear: units that occur once in both versions, wherever they stand (Heckel, 1978);
 * equal neighbours of paired units; then the same between them (Cohen's patience diff). What stays ambiguous is left to `pairInGaps` and `pairRepeats`.
 */
export function pairExact(pairing: Pairing): void {
  const { old, new: now } = pairing
  const all = pairing.free()
  for (const pair of unique(all, old.identities, now.identities)) pairing.pair([pair.old], [pair.new])
  spread(pairing)
  trim(pairing, { old: all.old, new: all.new })
  const left = pairing.free()
  for (const pair of unique(left, old.textIds, now.textIds)) pairing.pair([pair.old], [pair.new])
  pairKeys(pairing)
  for (const gap of pairing.gaps()) pairWithin(pairing, gap, 0)
}

interface Pair {
  old: number
  new: number
}

/** Units that occur once on each side of a gap, in the order of the new version. */
function unique(gap: Gap, oldIds: Int32Array, newIds: Int32Array): Pair[] {
  const seen = new Map<number, number>()
  for (const at of gap.old) seen.set(oldIds[at]!, seen.has(oldIds[at]!) ? -1 : at)
  const partners = new Map<number, number>()
  for (const at of gap.new) if ((seen.get(newIds[at]!) ?? -1) >= 0) partners.set(newIds[at]!, partners.has(newIds[at]!) ? -1 : at)
  const pairs: Pair[] = []
  for (const at of gap.new) {
    const id = newIds[at]!
    if (partners.get(id) === at) pairs.push({ old: seen.get(id)!, new: at })
  }
  return pairs
}

/** Pairs equal neighbours of paired units, first of those that kept their order, then of those that moved. */
function spread(pairing: Pairing): void {
  const ordered = pairing.inOrder()
  for (const group of [...ordered, ...pairing.groups()]) {
    for (const step of [1, -1]) {
      let [i, j] = [group.old[0]! + step, group.new[0]! + step]
      while (pairing.old.groups[i] === null && pairing.new.groups[j] === null && pairing.old.identities[i] === pairing.new.identities[j]) {
        pairing.pair([i], [j])
        i += step
        j += step
      }
    }
  }
}

/** Pairs units whose key no other unit of their version has: in a document with keys that is their identity, whatever became of the text. */
function pairKeys(pairing: Pairing): void {
  const oldKeys = uniqueKeys(pairing.old.units)
  const newKeys = uniqueKeys(pairing.new.units)
  for (const [key, at] of newKeys) {
    const was = oldKeys.get(key)
    if (at < 0 || was === undefined || was < 0 || pairing.old.groups[was] !== null || pairing.new.groups[at] !== null) continue
    // A key that counts (`steps.3`) says where a unit stands, not which one it is.
    if (!/\d/.test(key) || pairing.similarity([was], [at]) >= 0.4) pairing.pair([was], [at])
  }
}

function uniqueKeys(units: readonly { key: string | null }[]): Map<string, number> {
  const keys = new Map<string, number>()
  units.forEach(({ key }, at) => {
    if (key !== null) keys.set(key, keys.has(key) ? -1 : at)
  })
  return keys
}

function pairWithin(pairing: Pairing, gap: Gap, depth: number): void {
  const pairs = depth < maxDepth ? unique(gap, pairing.old.identities, pairing.new.identities) : []
  const rising = heaviestRise(
    pairs.map((pair) => pair.old),
    pairs.map((pair) => 1 + pairing.old.texts[pair.old]!.length),
  )
  const ordered = pairs.filter((_, at) => rising[at] === 1)
  if (ordered.length === 0) {
    if (gap.old.length * gap.new.length > largeGap) pairCommon(pairing, gap)
    return
  }
  let [oldFrom, newFrom] = [0, 0]
  for (const pair of [...ordered, null]) {
    const oldTo = pair ? gap.old.indexOf(pair.old, oldFrom) : gap.old.length
    const newTo = pair ? gap.new.indexOf(pair.new, newFrom) : gap.new.length
    const inner = trim(pairing, { old: gap.old.slice(oldFrom, oldTo), new: gap.new.slice(newFrom, newTo) })
    if (inner.old.length > 0 && inner.new.length > 0) pairWithin(pairing, inner, depth + 1)
    if (pair) pairing.pair([pair.old], [pair.new])
    oldFrom = oldTo + 1
    newFrom = newTo + 1
  }
}

/** Pairs equal free units from both ends of a gap on; returns what is left between. */
function trim(pairing: Pairing, gap: Gap): Gap {
  const { old, new: now } = pairing
  const same = (i = -1, j = -1): boolean => old.groups[i] === null && now.groups[j] === null && old.identities[i] === now.identities[j]
  let start = 0
  while (same(gap.old[start], gap.new[start])) pairing.pair([gap.old[start]!], [gap.new[start++]!])
  let end = 0
  const shortest = Math.min(gap.old.length, gap.new.length)
  while (end < shortest - start && same(gap.old.at(-1 - end), gap.new.at(-1 - end))) pairing.pair([gap.old.at(-1 - end)!], [gap.new.at(-1 - end++)!])
  return { old: gap.old.slice(start, gap.old.length - end), new: gap.new.slice(start, gap.new.length - end) }
}

/** Pairs the longest common sequence of equal units, where few others stand between. */
function pairCommon(pairing: Pairing, gap: Gap): void {
  const runs = diffArrays(
    gap.old.map((at) => pairing.old.identities[at]!),
    gap.new.map((at) => pairing.new.identities[at]!),
    { maxEditLength: maxEdits },
  )
  let [i, j] = [0, 0]
  for (const run of runs ?? []) {
    if (run.removed) i += run.count
    else if (run.added) j += run.count
    else for (let n = 0; n < run.count; n++) pairing.pair([gap.old[i++]!], [gap.new[j++]!])
  }
}

/**
 * Pairs what is left of equal texts, in gaps or across them, so that every text that both versions have keeps as many of its units as possible:
 * first beside units whose neighbours are paired with each other, then in order. A unit that was taken for an edited one gives way to an equal one.
 */
export function pairRepeats(pairing: Pairing): void {
  const olds = available(pairing.old)
  const news = available(pairing.new)
  for (const [text, at] of news) {
    const was = olds.get(text)
    if (!was) continue
    for (const [i, j] of matchRepeats(pairing, was, at)) {
      const [left, right] = [pairing.old.groups[i], pairing.new.groups[j]]
      if (left) pairing.dissolve(left)
      if (right) pairing.dissolve(right)
      pairing.pair([i], [j])
    }
  }
}

/** Units that have no exact partner, by text. */
function available(version: Pairing['old']): Map<number, number[]> {
  const found = new Map<number, number[]>()
  version.textIds.forEach((text, at) => {
    if (version.groups[at]?.exact) return
    const list = found.get(text)
    if (list) list.push(at)
    else found.set(text, [at])
  })
  return found
}

function matchRepeats(pairing: Pairing, was: readonly number[], at: readonly number[]): [number, number][] {
  const pairs: [number, number][] = []
  const takenOld = new Set<number>()
  const takenNew = new Set<number>()
  const candidates = new Set(was)
  const take = (i: number, j: number): void => {
    pairs.push([i, j])
    takenOld.add(i)
    takenNew.add(j)
  }
  for (const j of at)
    for (const step of [-1, 1]) {
      const neighbour = pairing.new.groups[j + step]
      if (!neighbour || takenNew.has(j)) continue
      const i = (step < 0 ? neighbour.old.at(-1)! : neighbour.old[0]!) - step
      if (candidates.has(i) && !takenOld.has(i)) take(i, j)
    }
  const restOld = was.filter((i) => !takenOld.has(i))
  const restNew = at.filter((j) => !takenNew.has(j))
  restNew.slice(0, restOld.length).forEach((j, n) => take(restOld[n]!, j))
  return pairs
}
