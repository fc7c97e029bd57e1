import type { UnitRow } from '../../server/contract/unit.js'
import { api, isRefusal } from '../api/client.js'
import { live } from '../api/live.js'
import { refusalText } from '../components/refusalText.js'
import type { Outcome } from './saveQueue.js'
import type { Server } from './ports.js'

/** Answers that mean "ask again", not "no": nobody was there, or too many were. */
const asksAgain = (error: unknown): boolean => ['offline', 'busy', 'not-signed-in'].some((code) => isRefusal(error, code))

/** The API, as the workbench of one document and language needs it. */
export function serverFor(document: number, locale: string): Server {
  return {
    units: async ({ from, count }) => (await api('GET /documents/:document/locales/:locale/units', { params: { document, locale }, query: { from, count } })).rows,
    save: async (unit, { text, wordingId, version, repair }): Promise<Outcome> => {
      try {
        return {
          type: 'saved',
          row: await api('PUT /units/:unit/locales/:locale', { params: { unit, locale }, body: { text, wordingId, version, ...(repair && { origin: 'repair' }) } }),
        }
      } catch (error) {
        if (asksAgain(error)) return { type: 'unreachable' }
        if (isRefusal(error, 'translation-conflict')) return { type: 'conflict', row: (error.data as { current: UnitRow }).current }
        return { type: 'refused', error }
      }
    },
    stillValid: (unit, body) => api('POST /units/:unit/locales/:locale/still-valid', { params: { unit, locale }, body }),
    judge: (kind, note, items) => api('POST /documents/:document/locales/:locale/verdicts', { params: { document, locale }, body: { kind, note, items } }),
    refusalText,
  }
}

/** Resolves after a pause, or as soon as the connection is back. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      window.removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    const stop = live.on('reconnected', done)
    window.addEventListener('online', done)
  })
}
