/**
 * The heaviest subsequence of positions that rises strictly: which of them are in order, the rest having moved.
 * By a Fenwick tree over the positions, in n log n; among equals the one that ends first is taken.
 */
export function heaviestRise(positions: ArrayLike<number>, weights: ArrayLike<number>): Uint8Array {
  const count = positions.length
  let top = 0
  for (let at = 0; at < count; at++) top = Math.max(top, positions[at]! + 1)
  /** Item that ends the heaviest rise among positions up to the node's, −1 where none. */
  const tree = new Int32Array(top + 1).fill(-1)
  const total = new Float64Array(count)
  const previous = new Int32Array(count)
  let best = -1
  for (let at = 0; at < count; at++) {
    let before = -1
    for (let node = positions[at]!; node > 0; node -= node & -node) {
      const item = tree[node]!
      if (item >= 0 && (before < 0 || total[item]! > total[before]!)) before = item
    }
    previous[at] = before
    total[at] = weights[at]! + (before < 0 ? 0 : total[before]!)
    for (let node = positions[at]! + 1; node <= top; node += node & -node) {
      const item = tree[node]!
      if (item < 0 || total[at]! > total[item]!) tree[node] = at
    }
    if (best < 0 || total[at]! > total[best]!) best = at
  }
  const rising = new Uint8Array(count)
  for (let at = best; at >= 0; at = previous[at]!) rising[at] = 1
  return rising
}
