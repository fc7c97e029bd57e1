import type { UnitRow } from '../../server/contract/unit.js'
import type { Outcome, Save } from './saveQueue.js'
import type { Window } from './windows.js'

export type VerdictKind = 'approve' | 'reject'

/** What became of verdicts: the rows that were judged, and those that were not, with why. */
export interface Judged {
  rows: readonly UnitRow[]
  refused: readonly { unitId: number; message: string }[]
}

/** The server, as the workbench needs it. Calls throw where they are refused, but a save always has an outcome. */
export interface Server {
  units(window: Window): Promise<UnitRow[]>
  save(unitId: number, save: Save): Promise<Outcome>
  stillValid(unitId: number, base: { wordingId: number; version: number }): Promise<UnitRow>
  judge(kind: VerdictKind, note: string, items: { unitId: number; translationId: number }[]): Promise<Judged>
  /** What a failed call tells a person. */
  refusalText(error: unknown): string
}

/** Something to tell: `text` is a key of the catalogs. A loud one is also seen. */
export interface Notice {
  text: string
  values: Record<string, unknown>
  loud: boolean
}

/** What became of the wish to save: nothing was written, it cannot be saved as it is, or it is on its way. */
export type Saved = { type: 'unchanged' | 'declined' } | { type: 'queued'; outcome: Promise<Outcome> }
