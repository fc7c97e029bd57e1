import type { Cue } from '../document/cue.js'
import type { Code } from '../document/unit.js'
import type { CheckSettings } from './settings.js'

/** In the order in which findings are shown. */
export const checkIds = ['codes', 'reading-speed', 'line-length', 'line-count'] as const
export type CheckId = (typeof checkIds)[number]

/** A translation beside what it translates. */
export interface Checked {
  source: string
  target: string
  codes: readonly Code[]
  /** Of a caption: when it is shown. */
  cue: Cue | null
}

/** What a check found. An error keeps a translation from being saved, a warning does not. */
export interface Finding {
  check: CheckId
  severity: 'error' | 'warning'
  /** For the message `check.<id>`. */
  values: Record<string, string | number>
  /** Where in the target, in UTF-16 units, half-open; null for all of it. */
  range: [number, number] | null
}

/** A rule that translations are held against. */
export type Check = (checked: Checked, settings: CheckSettings) => Finding[]
