import type { AnswerOf } from '../contract/index.js'
import { wordDiff } from '../document/diff.js'
import { repair } from '../revise/repair.js'
import { segments } from '../segment/sentences.js'
import type { Reader } from '../store/database.js'
import { readEarlierCodes } from '../store/occurrences.js'
import type { UnitRow } from '../contract/unit.js'

type ProposedRepair = AnswerOf<'GET /units/:unit/locales/:locale'>['repair']

/** Longer texts are nobody's to repair while somebody waits. */
const longest = 20_000

/** What a stale translation could be for the source as it is now, with its diff and why; null where the change cannot be followed. */
export async function proposeRepair(db: Reader, row: UnitRow, madeFromWordingId: number | null, locales: { from: string; to: string }): Promise<ProposedRepair> {
  const { stale, target, source, codes } = row
  if (!stale || madeFromWordingId === null || Math.max(stale.oldText.length, source.length, target.text.length) > longest) return null
  const before = { text: stale.oldText, codes: await readEarlierCodes(db, row.unitId, madeFromWordingId) }
  const cut = (locale: string) => (text: string) => segments(text, { locale })
  const found = repair(before, { text: source, codes }, target.text, { ...locales, cut: { source: cut(locales.from), target: cut(locales.to) } })
  return found && { text: found.text, diff: wordDiff(target.text, found.text, locales.to), steps: found.steps }
}
