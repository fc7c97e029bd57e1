import type { AnswerOf } from '../contract/index.js'
import type { Translation } from '../contract/unit.js'
import { plainText } from '../document/codes.js'
import { wordDiff } from '../document/diff.js'
import { Refusal } from '../errors.js'
import { listComments } from '../store/comments.js'
import type { Reader } from '../store/database.js'
import type { DocumentHead } from '../store/documentHead.js'
import { listTranslations, listVerdicts } from '../store/translations.js'
import { findGoneNext, findSplitFrom } from '../store/unitOrigins.js'
import { readUnit } from '../store/unitRows.js'
import { comment } from './addComment.js'
import { proposeRepair } from './proposeRepair.js'
import { person, unitRow } from './unitRow.js'

type UnitDetails = AnswerOf<'GET /units/:unit/locales/:locale'>
type Verdict = Awaited<ReturnType<typeof listVerdicts>>[number]

/** One unit with its history, its comments what changed since it was last approved, and the repair that can be proposed. Refuses `not-found` where it does not stand in the current revision. */
export async function unitDetails(db: Reader, head: DocumentHead, unitId: number, locale: string): Promise<UnitDetails> {
  const facts = await readUnit(db, head, locale, unitId)
  if (!facts) throw new Refusal('not-found')
  const [translations, verdicts, comments, splitFrom, goneNext] = await Promise.all([
    listTranslations(db, unitId, locale),
    listVerdicts(db, unitId, locale),
    listComments(db, unitId, locale),
    findSplitFrom(db, head, unitId),
    findGoneNext(db, head, unitId, facts.wordingId),
  ])
  const history = translations.map(({ authorId, authorName, version, ...it }) => ({
    ...it,
    author: person(authorId, authorName),
    current: version !== null,
    verdicts: verdicts
      .filter(({ translationId }) => translationId === it.id)
      .map(({ kind, category, note, createdAt, ...by }) => ({ kind, category, note, createdAt, reviewer: reviewer(by) })),
  }))
  const row = unitRow(facts, head)
  const joined = goneNext !== undefined && plainText(row.source).endsWith(plainText(goneNext))
  return {
    ...{ row, history, comments: comments.map(comment) },
    lastApproved: lastApproved(row, history, verdicts, { source: head.sourceLocale, target: locale }),
    splitFrom: splitFrom ?? null,
    joinedWith: joined ? goneNext : null,
    repair: await proposeRepair(db, row, facts.madeFromWordingId, { from: head.sourceLocale, to: locale }),
  }
}

const reviewer = ({ reviewerId, reviewerName }: Pick<Verdict, 'reviewerId' | 'reviewerName'>) => ({ id: reviewerId, name: reviewerName })

/** The latest approval that its reviewer did not take back, and what became of text and source since. */
function lastApproved(
  row: UnitDetails['row'],
  history: readonly Translation[],
  verdicts: readonly Verdict[],
  locales: { source: string; target: string },
): UnitDetails['lastApproved'] {
  const approval = verdicts.findLast(
    (it, at) => it.kind === 'approve' && !verdicts.slice(at + 1).some((later) => later.translationId === it.translationId && later.reviewerId === it.reviewerId),
  )
  const approved = history.find(({ id }) => id === approval?.translationId)
  if (!approval || !approved) return null
  return {
    text: approved.text,
    source: approved.source,
    reviewer: reviewer(approval),
    createdAt: approval.createdAt,
    textDiff: wordDiff(approved.text, row.target.text, locales.target),
    sourceDiff: wordDiff(approved.source, row.source, locales.source),
  }
}
