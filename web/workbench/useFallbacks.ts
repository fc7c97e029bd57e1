import { useEffect, useState } from 'react'
import { api } from '../api/client.js'
import { live, useLiveEvent } from '../api/live.js'
import type { Desk } from './desk.js'
import { Fallbacks } from './fallbacks.js'

const fallbacksFor = (bench: Desk['bench']): Fallbacks => {
  const { documentId: document, locale } = bench.about
  return new Fallbacks(bench, {
    all: async () => (await api('GET /documents/:document/locales/:locale/fallbacks', { params: { document, locale }, query: { content: 'all' } })).fallbacks,
    one: async (unit) => (await api('GET /units/:unit/locales/:locale/fallback', { params: { unit, locale } })).reason,
  })
}

/** Keeps marked what exports would leave out, whoever wrote it. */
export function useFallbacks({ bench }: Desk): void {
  const { documentId, locale } = bench.about
  const [fallbacks] = useState(() => fallbacksFor(bench))
  useLiveEvent('unit', (event) => {
    if (event.documentId === documentId && event.locale === locale) fallbacks.changed(event.row.unitId)
  })
  useEffect(() => {
    void fallbacks.lookAtAll()
    const unsubscribe = live.on('reconnected', () => void fallbacks.lookAtAll())
    return () => {
      unsubscribe()
      fallbacks.stop()
    }
  }, [fallbacks])
}
