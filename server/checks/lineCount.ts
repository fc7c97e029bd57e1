import type { Check } from './check.js'
import { linesOf } from './measure.js'

/** A caption has no more lines than the picture has room for. */
export const lineCount: Check = ({ target, cue }, { lineCount: limit }) => {
  if (!cue || limit === null) return []
  const lines = linesOf(target)
  return lines.length > limit ? [{ check: 'line-count', severity: 'warning', values: { lines: lines.length, limit }, range: [lines[limit]!.range[0], target.length] }] : []
}
