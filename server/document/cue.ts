/** When a caption is shown: milliseconds from the start of the film. */
export interface Cue {
  start: number
  end: number
}

/** A cue's times as the `context` of its unit; empty where they cannot be read. */
export const contextOf = (cue: Cue | null): string => (cue ? `cue ${cue.start} ${cue.end}` : '')

/** The times of a unit's cue, by its `context`; null for a unit that is no caption of timed text. */
export function cueOf(context: string): Cue | null {
  const [, start, end] = /^cue (\d+) (\d+)$/.exec(context) ?? []
  return start === undefined || end === undefined ? null : { start: Number(start), end: Number(end) }
}
