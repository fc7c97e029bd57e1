import type { Item } from './items.js'

/** What holds a barrier cannot be in a slot either: its sides become barriers. */
export function splitWrappers(items: readonly Item[]): Item[] {
  const open: number[] = []
  const broken = new Set<number>()
  items.forEach((item, at) => {
    if (item.type === 'open') open.push(at)
    if (item.type === 'barrier') for (let at = open.length - 1; at >= 0 && !broken.has(open[at]!); at--) broken.add(open[at]!)
    if (item.type === 'close' && broken.has(open.pop()!)) broken.add(at)
  })
  return broken.size === 0 ? [...items] : items.map((item, at): Item => (broken.has(at) ? { type: 'barrier', start: item.start, end: item.end } : item))
}

/** An insertion that holds deletions only, a link without text: one code, loose where all in it is. */
export function joinEmptyWrappers(items: readonly Item[]): Item[] {
  const found: Item[] = []
  const open: { at: number; empty: boolean; loose: boolean }[] = []
  for (const item of items) {
    const around = open.at(-1)
    if (item.type === 'open') open.push({ at: found.length, empty: true, loose: true })
    else if (around && item.type !== 'close') {
      if (item.type !== 'atom' || item.alternatives) around.empty = false
      if (item.type === 'atom' && !item.loose) around.loose = false
    }
    found.push(item)
    if (item.type !== 'close' || !around) continue
    open.pop()
    if (around.empty) {
      const { start } = found[around.at]!
      found.length = around.at
      found.push({ type: 'atom', code: 'mark', start, end: item.end, ...(around.loose && { loose: true as const }) })
    }
    const outer = open.at(-1)
    if (outer) Object.assign(outer, { empty: outer.empty && around.empty, loose: outer.loose && around.loose })
  }
  return found
}
