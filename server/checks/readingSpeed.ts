import type { Check } from './check.js'
import { charactersOf } from './measure.js'

/** A caption can be read in the time in which it is shown. */
export const readingSpeed: Check = ({ target, cue }, { readingSpeed: limit }) => {
  if (!cue || limit === null) return []
  const speed = charactersOf(target).length / ((cue.end - cue.start) / 1000)
  // Rounded up, so that what is said to be too much is more than the limit.
  return speed > limit ? [{ check: 'reading-speed', severity: 'warning', values: { speed: Math.ceil(speed * 10) / 10, limit }, range: null }] : []
}
