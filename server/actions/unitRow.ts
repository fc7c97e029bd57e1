import type { UnitRow } from '../contract/unit.js'
import { wordDiff } from '../document/diff.js'
import { grade } from '../revise/grade.js'
import { fromJson } from '../store/json.js'
import type { UnitFacts } from '../store/unitRows.js'

/** A unit as the workbench shows it. */
export function unitRow(facts: UnitFacts, sourceLocale: string): UnitRow {
  const { unitId, position, kind, level, key, note, wordingId, source, words, comments, inherited } = facts
  return {
    ...{ unitId, position, kind, level, key, note, wordingId, source, codes: fromJson(facts.codes), words },
    target: {
      translationId: facts.translationId,
      text: facts.text ?? '',
      version: facts.version ?? 0,
      status: facts.status,
      author: person(facts.authorId, facts.authorName),
      savedAt: facts.savedAt,
    },
    stale: facts.status === 'stale' && facts.madeFrom !== null ? staleness(facts.madeFrom, source, sourceLocale) : null,
    inherited,
    rejection: rejection(facts),
    comments,
  }
}

/** What became of the source that a translation was made from. */
function staleness(oldText: string, source: string, locale: string): UnitRow['stale'] {
  return { oldText, diff: wordDiff(oldText, source, locale), grade: grade({ text: oldText }, { text: source }) }
}

function rejection(facts: UnitFacts): UnitRow['rejection'] {
  const reviewer = person(facts.reviewerId, facts.reviewerName)
  if (facts.verdict !== 'reject' || !reviewer || facts.verdictAt === null) return null
  return { note: facts.verdictNote ?? '', reviewer, createdAt: facts.verdictAt }
}

export const person = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
