import type { TextStorage } from './drafts.js'

/** Keeps for as long as the page is open. */
function pageStorage(): TextStorage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      // Nobody may believe that this outlives the page.
      kept.set(key, value)
      throw new Error('This browser keeps nothing')
    },
    removeItem: (key) => void kept.delete(key),
  }
}

/** Where drafts and waiting saves are kept: the browser's storage, or the page alone where storage is forbidden, which the translator is told. */
export function browserStorage(): TextStorage {
  try {
    return window.localStorage
  } catch {
    return pageStorage()
  }
}
