import type { Check } from './check.js'
import { columnsOf, linesOf } from './measure.js'

/** No line of a caption is too long for the picture. */
export const lineLength: Check = ({ target, cue }, { lineLength: limit }) => {
  if (!cue || limit === null) return []
  return linesOf(target).flatMap(({ text, range }) => {
    const length = columnsOf(text)
    return length > limit ? [{ check: 'line-length', severity: 'warning', values: { length, limit }, range }] : []
  })
}
