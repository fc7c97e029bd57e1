import { findingsOf } from '../checks/index.js'
import type { UnitRow } from '../contract/unit.js'
import { cueOf } from '../document/cue.js'
import { wordDiff } from '../document/diff.js'
import { grade } from '../revise/grade.js'
import { partOfTranslation } from '../segment/partOfTranslation.js'
import { fromJson } from '../store/json.js'
import type { DocumentHead } from '../store/documentHead.js'
import type { UnitFacts } from '../store/unitRows.js'

/** A unit as the workbench shows it. */
export function unitRow(facts: UnitFacts, { sourceLocale, checks }: Pick<DocumentHead, 'sourceLocale' | 'checks'>): UnitRow {
  const { unitId, position, kind, level, key, note, wordingId, source, words, comments } = facts
  const codes = fromJson(facts.codes)
  const cue = cueOf(facts.context)
  return {
    ...{ unitId, position, kind, level, key, note, wordingId, source, codes, cue, words },
    target: {
      translationId: facts.translationId,
      text: facts.text ?? '',
      version: facts.version ?? 0,
      status: facts.status,
      author: person(facts.authorId, facts.authorName),
      savedAt: facts.savedAt,
    },
    stale: facts.status === 'stale' && facts.madeFrom !== null ? staleness(facts.madeFrom, source, sourceLocale) : null,
    inherited: inheritedText(facts, sourceLocale),
    rejection: rejection(facts),
    findings: findingsOf({ source, target: facts.text ?? '', codes, cue }, checks),
    comments,
  }
}

/** What a unit may be translated with that was a part of another, or of itself: the sentences that stand for it where they can be told, else all of what a new unit came from. */
function inheritedText({ source, status, text, madeFrom, inherited, inheritedFrom, locale }: UnitFacts, sourceLocale: string): string | null {
  const [former, translation] = status === 'stale' ? [madeFrom, text] : [inheritedFrom, inherited]
  if (former === null || translation === null) return null
  return partOfTranslation({ text: former, locale: sourceLocale }, { text: translation, locale }, source) ?? inherited
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
