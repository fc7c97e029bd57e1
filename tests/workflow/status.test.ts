import { describe, expect, test } from 'vitest'
import { statusOf, type StatusFacts } from '../../server/workflow/status.js'

const translated: StatusFacts = { translation: { wordingId: 7 }, currentWordingId: 7, equivalentWordingIds: new Set(), verdicts: [], approvalsRequired: 1 }
const approve = (reviewerId: number) => ({ reviewerId, kind: 'approve' as const })
const reject = (reviewerId: number) => ({ reviewerId, kind: 'reject' as const })

describe('a unit in a locale is', () => {
  test.each<[string, string, Partial<StatusFacts>]>([
    ['missing', 'without a translation', { translation: null }],
    ['stale', 'when its translation was made from another wording', { translation: { wordingId: 6 } }],
    ['stale', 'even where that translation was approved', { translation: { wordingId: 6 }, verdicts: [approve(1)] }],
    ['translated', 'when the other wording means the same', { translation: { wordingId: 6 }, equivalentWordingIds: new Set([6]) }],
    ['translated', 'while nobody has judged it', {}],
    ['approved', 'when somebody approved it', { verdicts: [approve(1)] }],
    ['rejected', 'when the last verdict rejects', { verdicts: [approve(1), reject(2)] }],
    ['approved', 'when the reviewer who rejected approves', { verdicts: [reject(1), approve(1)] }],
    ['translated', 'while only one of two reviewers approved, however often', { verdicts: [approve(1), approve(1)], approvalsRequired: 2 }],
    ['approved', 'when two of two reviewers approved', { verdicts: [approve(1), approve(2)], approvalsRequired: 2 }],
    ['translated', 'when of two approvals one was taken back before the other came', { verdicts: [approve(1), reject(1), approve(2)], approvalsRequired: 2 }],
    ['approved', 'at once where no approvals are required', { approvalsRequired: 0 }],
    ['rejected', 'by a rejection even where none are required', { verdicts: [reject(1)], approvalsRequired: 0 }],
  ])('%s %s', (status, _when, facts) => {
    expect(statusOf({ ...translated, ...facts })).toBe(status)
  })
})
