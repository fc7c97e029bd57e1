import { useCallback, useEffect, useState } from 'react'
import { api } from '../api/client.js'
import type { OutlineAnswer } from './outline.js'

export interface OutlineState {
  answer: OutlineAnswer | null
  error: unknown
  /** Counts answers, so that a new one starts a new workbench. */
  turn: number
  reload(): void
}

/**
 * The outline of a document in a language, asked for once and again only on demand: it is not a query of the page's cache,
 * because whatever asks again by itself would take the editor from under the hands.
 */
export function useOutline(document: number, locale: string): OutlineState {
  const [state, setState] = useState<Omit<OutlineState, 'reload'>>({ answer: null, error: null, turn: 0 })
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    api('GET /documents/:document/locales/:locale', { params: { document, locale }, signal: leaving.signal }).then(
      (answer) => setState((before) => ({ answer, error: null, turn: before.turn + 1 })),
      (error: unknown) => {
        if (!leaving.signal.aborted) setState((before) => ({ ...before, error }))
      },
    )
    return () => leaving.abort()
  }, [document, locale, asked])
  return { ...state, reload: useCallback(() => setAsked((times) => times + 1), []) }
}
