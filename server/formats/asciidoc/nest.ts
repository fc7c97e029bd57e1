import type { CodePiece, Piece, TextPiece } from '../../document/block.js'
import type { Marks, Pair } from './marks.js'

/** What was found in inline text so far; an `open` that is `unclosed` turned out to be text. */
export type Item = TextPiece | (CodePiece & { unclosed?: true | undefined })

/** One side of a pair of marks. */
interface Side {
  type: 'mark'
  opens: boolean
  pair: Pair
  start: number
  end: number
}

/** The pieces of inline text, in order and without gaps. Marks that cross others, or macros, are text; what stands between marks of code is part of the code. */
export function nest(text: string, start: number, end: number, items: readonly Item[], marks: Marks): Piece[] {
  const sides = marks.pairs.flatMap((pair): Side[] => [
    { type: 'mark', opens: true, pair, ...pair.open },
    { type: 'mark', opens: false, pair, ...pair.close },
  ])
  const known = items.filter((item) => item.type !== 'open' || !item.unclosed)
  const steps = marks.steps.map((step): TextPiece => ({ type: 'text', ...step }))
  const all = [...known, ...sides, ...steps].sort((a, b) => a.start - b.start)
  const crossed = crossing(all)
  const pieces: Piece[] = []
  let at = start
  for (const item of all) {
    if (item.start < at || (item.type === 'mark' && crossed.has(item.pair))) continue
    if (item.start > at) pieces.push({ type: 'text', text: text.slice(at, item.start), start: at, end: item.start })
    at = item.end
    if (item.type !== 'mark') pieces.push(item)
    else if (item.pair.code === 'code') {
      const { open, close } = item.pair
      pieces.push({ type: 'single', code: 'code', label: text.slice(open.end, close.start).trim(), start: open.start, end: close.end })
      at = close.end
    } else pieces.push({ type: item.opens ? 'open' : 'close', code: item.pair.code, start: item.start, end: item.end })
  }
  if (at < end) pieces.push({ type: 'text', text: text.slice(at, end), start: at, end })
  return pieces
}

/** The pairs of marks that do not nest with what was opened before them. */
function crossing(all: readonly (Item | Side)[]): Set<Pair> {
  const crossed = new Set<Pair>()
  const open: (Pair | null)[] = []
  let macros = 0
  for (const item of all) {
    if (item.type === 'open') {
      open.push(null)
      macros = open.length
    } else if (item.type === 'close') {
      for (let last = open.pop(); last; last = open.pop()) crossed.add(last)
      macros = open.lastIndexOf(null) + 1
    } else if (item.type === 'mark' && item.opens) open.push(item.pair)
    else if (item.type === 'mark' && !crossed.has(item.pair)) {
      if (open.lastIndexOf(item.pair) < macros) crossed.add(item.pair)
      else for (let last = open.pop(); last && last !== item.pair; last = open.pop()) crossed.add(last)
    }
  }
  for (const left of open) if (left) crossed.add(left)
  return crossed
}
