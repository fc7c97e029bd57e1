import { checkIds, type Check, type Checked, type CheckId, type Finding } from './check.js'
import { codes } from './codes.js'
import { lineCount } from './lineCount.js'
import { lineLength } from './lineLength.js'
import { readingSpeed } from './readingSpeed.js'
import type { CheckSettings } from './settings.js'

/** Every check. Adding one: its id in check.ts, its file, a line here, its message in locales/, a row in docs/checks.md. */
const checks: Record<CheckId, Check> = { codes, 'reading-speed': readingSpeed, 'line-length': lineLength, 'line-count': lineCount }

/** What is wrong with a translation, by some of the checks. An empty one is none yet, so nothing is wrong with it. */
export function findingsOf(checked: Checked, settings: CheckSettings, ids: readonly CheckId[] = checkIds): Finding[] {
  return checked.target.trim() === '' ? [] : ids.flatMap((id) => checks[id](checked, settings))
}
