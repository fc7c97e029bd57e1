/** The state of a unit in a locale, always derived: see `statusOf`. In the order in which work is done. */
export const statuses = ['missing', 'stale', 'rejected', 'translated', 'approved'] as const
export type Status = (typeof statuses)[number]

export type VerdictKind = 'approve' | 'reject'

export interface StatusFacts {
  /** The current translation, null where there is none. */
  translation: { wordingId: number } | null
  /** Wording of the unit in the current revision. */
  currentWordingId: number
  /** Wordings declared to mean the same as the current one. */
  equivalentWordingIds: ReadonlySet<number>
  /** Verdicts on this very translation, oldest first; a later verdict of the same reviewer replaces the earlier. */
  verdicts: readonly { reviewerId: number; kind: VerdictKind }[]
  approvalsRequired: number
}

/**
 * missing: no translation · stale: made from another wording · rejected: the last verdict rejects · approved: enough reviewers approve · translated: waits for them.
 * With no approvals required a translation counts as approved at once.
 */
export function statusOf(facts: StatusFacts): Status {
  const { translation, verdicts } = facts
  if (!translation) return 'missing'
  if (translation.wordingId !== facts.currentWordingId && !facts.equivalentWordingIds.has(translation.wordingId)) return 'stale'
  if (verdicts.at(-1)?.kind === 'reject') return 'rejected'
  const latest = new Map(verdicts.map((v) => [v.reviewerId, v.kind]))
  const approvals = [...latest.values()].filter((kind) => kind === 'approve').length
  return approvals >= facts.approvalsRequired ? 'approved' : 'translated'
}

/** Whether somebody has something to do there before it can be published. */
export const needsTranslator = (status: Status): boolean => status === 'missing' || status === 'stale' || status === 'rejected'
