import type { Atom, Item, Placed, Run } from './items.js'

/**
 * Gives every item the places where its spelling begins and ends: inside of the text elements beside it in its run, else where the run begins or ends.
 * Atoms side by side in a run become one; beside a barrier in their run they are part of it.
 */
export function placeItems(items: readonly Item[]): Placed[] {
  const merged = mergeAtoms(items)
  return merged.map((item, at): Placed => {
    const [before, after] = [merged[at - 1], merged[at + 1]]
    const [first, last] = [firstRun(item), lastRun(item)]
    const besideLeft = before && first && lastRun(before) === first
    const besideRight = after && last && firstRun(after) === last
    if (item.type === 'text') return { ...item, left: besideLeft ? item.start : item.run.start, right: besideRight ? item.end : item.run.end }
    if (item.type !== 'atom') return { ...item, left: item.start, right: item.end }
    return { ...item, left: besideLeft ? before.end : (first?.start ?? item.start), right: besideRight ? after.start : (last?.end ?? item.end) }
  })
}

const firstRun = (item: Item): Run | undefined => (item.type === 'text' || item.type === 'barrier' ? item.run : item.type === 'atom' ? item.first : undefined)
const lastRun = (item: Item): Run | undefined => (item.type === 'text' || item.type === 'barrier' ? item.run : item.type === 'atom' ? item.last : undefined)

function mergeAtoms(items: readonly Item[]): Item[] {
  const found: Item[] = []
  for (const item of items) {
    const before = found.at(-1)
    const beside = before && lastRun(before) !== undefined && lastRun(before) === firstRun(item)
    if (!beside || !isSolid(before) || !isSolid(item)) found.push(item)
    else if (before.type === 'atom' && item.type === 'atom') found[found.length - 1] = together(before, item)
    else found[found.length - 1] = { type: 'barrier', start: before.start, end: item.end, run: lastRun(item) }
  }
  return found
}

const isSolid = (item: Item): item is Atom | Extract<Item, { type: 'barrier' }> => item.type === 'atom' || item.type === 'barrier'

function together(before: Atom, after: Atom): Atom {
  const [main] = before.code === 'break' || before.code === 'tab' ? [after, before] : [before, after]
  const alternatives = before.alternatives ?? after.alternatives
  const merged: Atom = { type: 'atom', code: main!.code, label: main!.label, start: before.start, end: after.end, first: before.first, last: after.last }
  if (before.loose && after.loose) merged.loose = true
  return alternatives ? { ...merged, alternatives } : merged
}
