import { z } from 'zod'
import { checkIds } from '../checks/check.js'
import { routes } from './route.js'
import { counts, diffPart, grade, id, locale, note, person, sha256, slug, status, time, unitKind } from './values.js'

const path = z.string().min(1).max(1000).describe('Where the document stands in its project: folders and a file name with an extension')
/** New bytes come from an upload or as text; `text` is stored as UTF-8. */
const content = z.union([z.object({ upload: sha256 }), z.object({ text: z.string().max(20_000_000) })])

const problem = z.object({ code: z.string(), message: z.string(), severity: z.enum(['error', 'warning']), start: z.number(), end: z.number() })
const revision = z.object({
  number: z.number().int(),
  message: z.string(),
  author: person.nullable(),
  createdAt: time,
  bytes: z.number().int(),
  units: z.number().int(),
  words: z.number().int(),
  sha256,
})

const document = z.object({
  id,
  project: slug,
  projectName: z.string(),
  sourceLocale: locale,
  locales: z.array(locale),
  path: z.string(),
  title: z.string().nullable(),
  format: z.string(),
  archivedAt: time.nullable(),
  revision: z.number().int().describe('The current one'),
  revisions: z.array(revision).describe('Newest first'),
  progress: z.record(locale, counts),
  may: z.object({ manage: z.boolean(), comment: z.boolean(), export: z.boolean(), translate: z.array(locale), review: z.array(locale) }),
})

const side = z.object({ position: z.number().int(), unitId: id.nullable(), text: z.string(), kind: unitKind, level: z.number().int() })
const change = z.object({
  kind: z.enum(['same', 'edited', 'moved', 'split', 'merged', 'added', 'removed']),
  old: z.array(side),
  new: z.array(side),
  similarity: z.number(),
  grade,
  /** Word diff, where the wording changed. */
  diff: z.array(diffPart).nullable(),
  /** How many languages have a translation that becomes stale by this change. */
  staleLocales: z.number().int(),
})
const summary = z.object({
  same: z.number().int(),
  edited: z.number().int(),
  moved: z.number().int(),
  split: z.number().int(),
  merged: z.number().int(),
  added: z.number().int(),
  removed: z.number().int(),
})

const impact = z.object({
  base: z.number().int().describe('Number of the revision it is compared with'),
  upload: sha256,
  summary,
  /** Everything but unchanged units, in the order of the new document, removals where they stood. */
  changes: z.array(change),
  /** Translations that become stale, by language, if no unit is kept. */
  stale: z.record(locale, z.object({ units: z.number().int(), words: z.number().int() })),
  /** Translations of earlier wordings that become current again. */
  restored: z.record(locale, z.object({ units: z.number().int(), words: z.number().int() })),
  units: z.number().int(),
  words: z.number().int(),
  problems: z.array(problem),
})

const manifestUnit = z.object({
  id: z.string(),
  position: z.number().int(),
  status,
  exported: z.enum(['translation', 'earlier', 'source']).describe('`earlier`: one before the current translation, which would break the document'),
  reason: z.enum(['missing', 'stale', 'rejected', 'translated', 'codes', 'encoding', 'structure']).optional().describe('Why the current translation does not stand there'),
  sourceSha256: sha256,
  targetSha256: sha256.nullable(),
})
const manifest = z.object({
  stele: z.string(),
  project: slug,
  document: z.string(),
  locale,
  revision: z.number().int(),
  content: z.enum(['approved', 'all']),
  exportedAt: time,
  sourceSha256: sha256,
  sha256,
  file: z.string(),
  counts,
  findings: z.partialRecord(z.enum(checkIds), z.number().int()).describe('How much checks find in the translations that stand in it, by check'),
  checked: z.boolean().describe('Whether the document was read again and its structure compared with its source'),
  units: z.array(manifestUnit),
})

const documentParams = z.object({ document: id })
const localeParams = documentParams.extend({ locale })
const exportQuery = z.object({ content: z.enum(['approved', 'all']).default('approved') })

export const documentRoutes = routes({
  'POST /projects/:project/uploads': {
    summary: 'Send the bytes of a document, to be imported or compared by their hash',
    permission: 'project:manage',
    params: z.object({ project: slug }),
    body: 'bytes',
    answer: z.object({ sha256, size: z.number().int() }),
    status: 201,
  },
  'POST /projects/:project/documents': {
    summary: 'Import a document',
    permission: 'project:manage',
    params: z.object({ project: slug }),
    body: z.object({ path, content, format: z.string().max(40).optional(), message: note.default('') }),
    answer: document.extend({ problems: z.array(problem) }),
    status: 201,
  },
  'GET /documents/:document': { summary: 'A document with its revisions and progress', permission: 'project:view', params: documentParams, answer: document },
  'PATCH /documents/:document': {
    summary: 'Rename, archive or restore a document',
    permission: 'project:manage',
    params: documentParams,
    body: z.object({ path: path.optional(), archived: z.boolean().optional() }),
    answer: document,
  },
  'GET /documents/:document/revisions/:number/content': {
    summary: 'The bytes of a source revision',
    permission: 'project:view',
    params: documentParams.extend({ number: z.coerce.number().int().positive() }),
    answer: 'bytes',
  },
  'GET /documents/:document/compare': {
    summary: 'What changed between two revisions',
    permission: 'project:view',
    params: documentParams,
    query: z.object({ from: z.coerce.number().int().positive(), to: z.coerce.number().int().positive() }),
    answer: z.object({ summary, changes: z.array(change) }),
  },
  'POST /documents/:document/preview': {
    summary: 'What a new source version would do, without doing it',
    permission: 'project:manage',
    params: documentParams,
    body: z.object({ content }),
    answer: impact,
  },
  'POST /documents/:document/revisions': {
    summary: 'Publish a new source version',
    permission: 'project:manage',
    params: documentParams,
    body: z.object({
      content: z.union([content, z.object({ revertTo: z.number().int().positive() })]),
      base: z.number().int().positive().describe('The revision that this was made from; refused if another was published since'),
      keep: z.array(z.number().int().nonnegative()).max(200_000).default([]).describe('Positions in the new version whose meaning did not change: their translations stay'),
      message: note.default(''),
    }),
    answer: document.extend({ problems: z.array(problem) }),
    status: 201,
  },
  'GET /documents/:document/locales/:locale/export': { summary: 'The localized document', permission: 'project:export', params: localeParams, query: exportQuery, answer: 'bytes' },
  'GET /documents/:document/locales/:locale/manifest': {
    summary: 'What an export contains: the status of every unit, and hashes',
    permission: 'project:export',
    params: localeParams,
    query: exportQuery,
    answer: manifest,
  },
  'GET /documents/:document/export': {
    summary: 'All languages of a document and their manifests, as a zip',
    permission: 'project:export',
    params: documentParams,
    query: exportQuery,
    answer: 'bytes',
  },
  'GET /projects/:project/export': {
    summary: 'All documents of a project in all languages, as a zip',
    permission: 'project:export',
    params: z.object({ project: slug }),
    query: exportQuery,
    answer: 'bytes',
  },
})

export type Document = z.infer<typeof document>
export type Revision = z.infer<typeof revision>
export type Change = z.infer<typeof change>
export type ChangeSide = z.infer<typeof side>
export type ChangeSummary = z.infer<typeof summary>
export type Impact = z.infer<typeof impact>
