import { findFallback } from '../actions/findFallback.js'
import { listDifferences, listFallbacks, previewExport, renderExport } from '../actions/previewExport.js'
import type { previewRoutes } from '../contract/preview.js'
import type { Handlers } from './handler.js'

export const previewHandlers: Handlers<keyof typeof previewRoutes> = {
  'GET /documents/:document/locales/:locale/preview': ({ db, params: { document, locale }, query, work, signal, progress }) =>
    previewExport(db.read, { documentId: document, locale, ...query }, { work, signal, progress }),
  'GET /documents/:document/locales/:locale/page': ({ db, params: { document, locale }, query, work, signal, progress }) =>
    renderExport(db.read, { documentId: document, locale, ...query }, { work, signal, progress }),
  'GET /documents/:document/locales/:locale/differences': ({ db, params: { document, locale }, query, work, signal, progress }) =>
    listDifferences(db.read, { documentId: document, locale, ...query }, { work, signal, progress }),
  'GET /documents/:document/locales/:locale/fallbacks': ({ db, params: { document, locale }, query, work, signal, progress }) =>
    listFallbacks(db.read, { documentId: document, locale, ...query }, { work, signal, progress }),
  'GET /units/:unit/locales/:locale/fallback': async ({ db, params: { unit, locale }, work, signal }) => ({
    reason: await findFallback(db.read, { unitId: unit, locale }, { work, signal }),
  }),
}
