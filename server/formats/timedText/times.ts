import type { Cue } from '../../document/cue.js'

const time = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[,.](\d{1,3}))?`
const times = new RegExp(String.raw`^[ \t]*${time}[ \t]*-->[ \t]*${time}(?![\d:])`)

/** The times of a timing line, read as players do: hours and fractions may be missing, the fraction may stand after a comma or a point. Null where they cannot be read, or end before they start. */
export function readTimes(line: string): Cue | null {
  const found = times.exec(line)
  if (!found) return null
  const [start, end] = [milliseconds(found.slice(1, 5)), milliseconds(found.slice(5, 9))]
  return start < end ? { start, end } : null
}

const milliseconds = ([hours = '0', minutes = '0', seconds = '0', fraction = '']: readonly (string | undefined)[]): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
