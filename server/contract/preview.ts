import { z } from 'zod'
import { routes } from './route.js'
import { code, id, locale, slug, status, unitKind } from './values.js'

const params = z.object({ document: id, locale })
const content = z.enum(['approved', 'all']).default('all')

const exported = z.enum(['translation', 'earlier', 'source']).describe('`earlier`: one before the current translation, which would break the document')
const fallbackReason = z.enum(['codes', 'encoding', 'structure']).describe('Why an export leaves a translation out, whatever its status')

const previewUnit = z.object({
  unitId: id,
  position: z.number().int(),
  kind: unitKind,
  level: z.number().int(),
  key: z.string().nullable(),
  codes: z.array(code),
  source: z.string(),
  text: z.string().describe('What stands in the localized document'),
  status,
  exported,
  reason: z.enum(['missing', 'stale', 'rejected', 'translated', 'codes', 'encoding', 'structure']).nullable().describe('Why the current translation does not stand there'),
})

const hunk = z.object({
  part: z.string().describe('Name of the part inside a container; empty where the document is none'),
  start: z.number().int().describe('In bytes of the part'),
  end: z.number().int(),
  exportStart: z.number().int(),
  exportEnd: z.number().int(),
  before: z.string(),
  after: z.string(),
  unitId: id.nullable().describe('Null outside of slots: what a format says of the language'),
  position: z.number().int().nullable(),
})

export type FallbackReason = z.infer<typeof fallbackReason>

export const previewRoutes = routes({
  'GET /documents/:document/locales/:locale/preview': {
    summary: 'The localized document as it would be exported, unit by unit beside the source',
    permission: 'project:view',
    params,
    query: z.object({ content }),
    answer: z.object({
      project: slug,
      documentId: id,
      path: z.string(),
      format: z.string(),
      revision: z.number().int(),
      sourceLocale: locale,
      checked: z.boolean().describe('Whether the document was read again and its structure compared with its source'),
      page: z.boolean().describe('Whether the document can be shown as a page: see `/page`'),
      units: z.array(previewUnit),
    }),
  },
  'GET /documents/:document/locales/:locale/page': {
    summary: 'The localized document or its source as a browser shows it: a page for a frame, which runs nothing and loads nothing',
    permission: 'project:view',
    params,
    query: z.object({ content, side: z.enum(['source', 'localized']).default('localized') }),
    answer: 'page',
  },
  'GET /documents/:document/locales/:locale/differences': {
    summary: 'Where the bytes of the export are others than those of the source',
    permission: 'project:view',
    params,
    query: z.object({ content, from: z.coerce.number().int().nonnegative().default(0), count: z.coerce.number().int().min(1).max(1000).default(200) }),
    answer: z.object({ total: z.number().int(), sourceBytes: z.number().int(), exportBytes: z.number().int(), hunks: z.array(hunk), next: z.number().int().nullable() }),
  },
  'GET /documents/:document/locales/:locale/fallbacks': {
    summary: 'Units whose translation an export leaves out although its status would let it in, and why',
    permission: 'project:view',
    params,
    query: z.object({ content }),
    answer: z.object({ fallbacks: z.array(z.object({ unitId: id, position: z.number().int(), exported, reason: fallbackReason })) }),
  },
  'GET /units/:unit/locales/:locale/fallback': {
    summary: 'Whether an export would leave the current translation of a unit out, and why',
    permission: 'project:view',
    params: z.object({ unit: id, locale }),
    answer: z.object({ reason: fallbackReason.nullable() }),
  },
})

export type PreviewUnit = z.infer<typeof previewUnit>
export type Hunk = z.infer<typeof hunk>
