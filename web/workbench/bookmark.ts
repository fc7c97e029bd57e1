import type { Place, TextStorage } from './drafts.js'

const keyOf = ({ accountId, documentId, locale }: Place): string => `stele.place.${accountId}.${documentId}.${locale}`

/** The unit that was open last in this document and language, in this browser; null where none is known. */
export function readBookmark(storage: TextStorage, place: Place): number | null {
  const kept = Number(storage.getItem(keyOf(place)))
  return Number.isInteger(kept) && kept > 0 ? kept : null
}

/** Remembers it. Without room in the browser it is forgotten, which costs nobody a word. */
export function setBookmark(storage: TextStorage, place: Place, unitId: number): void {
  try {
    storage.setItem(keyOf(place), String(unitId))
  } catch {
    // See above.
  }
}
