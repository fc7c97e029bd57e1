import { plainText } from '../../server/document/codes.js'
import type { Status } from '../../server/workflow/status.js'
import { isWarned, type Entry } from './outline.js'

/** Which units the list shows. */
export interface Filter {
  status: Status | 'draft' | 'discussed' | 'warned' | 'fallback' | null
  /** Found in source, translation, key or note; empty for all. */
  q: string
}

export const everything: Filter = { status: null, q: '' }

/** Text as it is compared when searching: without codes and case, accents composed. */
export const searchable = (text: string): string => plainText(text).normalize('NFC').toLowerCase()

/** Whether a unit passes. One whose texts are not loaded yet passes no search. */
export function passes(entry: Entry, filter: Filter, wanted = searchable(filter.q.trim())): boolean {
  if (!hasStatus(entry, filter.status)) return false
  if (!wanted) return true
  const { row } = entry
  return row !== null && [row.source, row.target.text, row.key, row.note].some((text) => text !== null && searchable(text).includes(wanted))
}

function hasStatus(entry: Entry, status: Filter['status']): boolean {
  if (status === 'draft') return entry.draft
  if (status === 'discussed') return entry.comments > 0
  if (status === 'warned') return isWarned(entry)
  if (status === 'fallback') return entry.fallback !== null
  return status === null || entry.status === status
}

/**
 * The units to show, in document order. Those in `kept` stay although they pass no longer:
 * what was just finished does not vanish under the hands; it goes when the filter changes.
 */
export function visibleUnits(entries: readonly Entry[], filter: Filter, kept: ReadonlySet<number> = new Set()): number[] {
  const wanted = searchable(filter.q.trim())
  return entries.filter((entry) => kept.has(entry.id) || passes(entry, filter, wanted)).map((entry) => entry.id)
}
