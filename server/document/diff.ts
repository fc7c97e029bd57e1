import { diffArrays } from 'diff'
import { tokens } from './words.js'

export interface DiffPart {
  type: 'same' | 'inserted' | 'deleted'
  text: string
}

/** What was taken out and what was put in at one place, and the same text that follows it. */
interface Change {
  deleted: string
  inserted: string
  same: string
}

/** Past so many words put in and taken out, the time of the comparison (its square) and its use to a reader are spent: the whole stretch is shown as replaced. */
const maxEdits = 800

/**
 * What became of a text, for people to read: whole words and numbered codes, a changed phrase as one deletion and one insertion.
 * The same and deleted parts joined give `before`, the same and inserted ones `after`; equal texts give one part, empty ones none.
 * Comparison after Myers (1986); runs of equal words too short to help a reader are taken into the change around them,
 * as in https://neil.fraser.name/writing/diff/ (semantic cleanup).
 */
export function wordDiff(before: string, after: string, locale = 'und'): DiffPart[] {
  const old = tokens(before, locale).map((token) => token.text)
  const now = tokens(after, locale).map((token) => token.text)
  const shared = Math.min(old.length, now.length)
  let start = 0
  while (start < shared && old[start] === now[start]) start++
  let end = 0
  while (end < shared - start && old.at(-1 - end) === now.at(-1 - end)) end++

  const changes = joinNear(compare(old.slice(start, old.length - end), now.slice(start, now.length - end)))
  changes.unshift({ deleted: '', inserted: '', same: old.slice(0, start).join('') })
  changes.at(-1)!.same += old.slice(old.length - end).join('')
  return changes.flatMap(parts)
}

function compare(old: string[], now: string[]): Change[] {
  if (old.length === 0 && now.length === 0) return []
  const runs = diffArrays(old, now, { maxEditLength: maxEdits })
  if (!runs) return [{ deleted: old.join(''), inserted: now.join(''), same: '' }]
  const changes: Change[] = []
  let afterSame = true
  for (const run of runs) {
    const text = run.value.join('')
    const same = !run.added && !run.removed
    if (afterSame && !same) changes.push({ deleted: '', inserted: '', same: '' })
    changes.at(-1)![same ? 'same' : run.added ? 'inserted' : 'deleted'] += text
    afterSame = same
  }
  return changes
}

/** Takes the text between two changes into them where it has no letter or digit, or is shorter than both. */
function joinNear(changes: readonly Change[]): Change[] {
  const joined: Change[] = []
  const size = (change: Change): number => Math.max(change.deleted.length, change.inserted.length)
  for (const change of changes) {
    const last = joined.at(-1)
    if (last && (!/[\p{L}\p{N}]/u.test(last.same) || last.same.length < Math.min(size(last), size(change)))) {
      last.deleted += last.same + change.deleted
      last.inserted += last.same + change.inserted
      last.same = change.same
    } else joined.push({ ...change })
  }
  return joined
}

function parts({ deleted, inserted, same }: Change): DiffPart[] {
  const found: DiffPart[] = [
    { type: 'deleted', text: deleted },
    { type: 'inserted', text: inserted },
    { type: 'same', text: same },
  ]
  return found.filter((part) => part.text !== '')
}
