import { z } from 'zod'
import { checkIds } from '../checks/check.js'
import { repairReasons } from '../revise/repair.js'
import { routes } from './route.js'
import { projectSettings } from './project.js'
import { code, diffPart, grade, id, locale, note, person, slug, status, text, time, unitKind } from './values.js'

/** A translation as the workbench shows it. `version` is the optimistic lock: what an editor sends back. */
const target = z.object({ translationId: id.nullable(), text: z.string(), version: z.number().int(), status, author: person.nullable(), savedAt: time.nullable() })

/** What a stale translation was made from. */
const staleness = z.object({ oldText: z.string(), diff: z.array(diffPart), grade, keptTranslation: z.boolean() })

/** What checks found in a translation: an error keeps one from being saved, a warning does not. */
const finding = z.object({
  check: z.enum(checkIds),
  severity: z.enum(['error', 'warning']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  range: z.tuple([z.number().int(), z.number().int()]).nullable().describe('where in the translation, in UTF-16 units; null for all of it'),
})

const row = z.object({
  unitId: id,
  position: z.number().int(),
  kind: unitKind,
  level: z.number().int(),
  key: z.string().nullable(),
  note: z.string().nullable(),
  wordingId: id,
  source: z.string().describe('Text with numbered codes: <1>…</1>, <2/>'),
  codes: z.array(code),
  cue: z.object({ start: z.number().int(), end: z.number().int() }).nullable().describe('of a caption: when it is shown, in milliseconds'),
  words: z.number().int(),
  target,
  stale: staleness.omit({ keptTranslation: true }).nullable(),
  inherited: z.string().nullable().describe('what of an earlier translation stands for a unit that was split off or shortened: offered, not applied'),
  /** The last rejection of this translation, for its translator. */
  rejection: z.object({ note: z.string(), reviewer: person, createdAt: time }).nullable(),
  comments: z.number().int().describe('open ones'),
  findings: z.array(finding),
})

const translation = z.object({
  id,
  text: z.string(),
  source: z.string(),
  wordingId: id,
  origin: z.string(),
  originDetail: z.string().nullable(),
  author: person.nullable(),
  createdAt: time,
  current: z.boolean(),
  verdicts: z.array(z.object({ kind: z.enum(['approve', 'reject']), category: z.string().nullable(), note: z.string(), reviewer: person, createdAt: time })),
})
const comment = z.object({ id, parentId: id.nullable(), locale: locale.nullable(), author: person, body: z.string(), createdAt: time, resolvedAt: time.nullable() })

/** What a proposed repair did because of one change of the source. */
const repairStep = z.object({
  reason: z.enum(repairReasons),
  before: z.string(),
  after: z.string(),
  plural: z.literal(true).optional().describe('the words around the number may want another form'),
})

/** What became of a unit that was split or joined. */
const recut = z.object({
  revision: z.number().int().describe('the new one'),
  units: z.array(id).describe('that stand there now, in order'),
  stale: z.record(locale, z.object({ units: z.number().int(), words: z.number().int() })).describe('translations that became stale by it, by language'),
})

const localeParams = z.object({ document: id, locale })
const unitParams = z.object({ unit: id, locale })

export const unitRoutes = routes({
  'GET /documents/:document/locales/:locale': {
    summary: 'All units of a document in a language, in short: enough for a list of ten thousand',
    permission: 'project:view',
    params: localeParams,
    answer: z.object({
      project: slug,
      projectName: z.string(),
      documentId: id,
      path: z.string(),
      title: z.string().nullable(),
      sourceLocale: locale,
      locale,
      revision: z.number().int(),
      approvalsRequired: z.number().int(),
      selfApproval: z.boolean(),
      checks: projectSettings.shape.checks,
      may: z.object({ translate: z.boolean(), review: z.boolean(), comment: z.boolean(), export: z.boolean(), segment: z.boolean().describe('split and join units') }),
      /** One array a column, in document order. */
      units: z.object({
        id: z.array(id),
        status: z.array(z.number().int().describe('index in missing, stale, rejected, translated, approved')),
        kind: z.array(z.number().int().describe('index in the kinds of units')),
        level: z.array(z.number().int()),
        characters: z.array(z.number().int()),
        comments: z.array(z.number().int()),
      }),
    }),
  },
  'GET /documents/:document/locales/:locale/units': {
    summary: 'Units with their texts: a window of the document, or those that match',
    permission: 'project:view',
    params: localeParams,
    query: z.object({
      from: z.coerce.number().int().nonnegative().default(0).describe('position to start at'),
      count: z.coerce.number().int().min(1).max(500).default(100),
      status: status.optional(),
      q: z.string().max(500).optional().describe('text to find in source or target'),
    }),
    answer: z.object({ rows: z.array(row), next: z.number().int().nullable().describe('position to go on from') }),
  },
  'GET /units/:unit/locales/:locale': {
    summary: 'One unit with its history, its comments, its last approved text, and for a stale translation what it could be for the new source',
    permission: 'project:view',
    params: unitParams,
    answer: z.object({
      row,
      history: z.array(translation).describe('newest first'),
      comments: z.array(comment),
      lastApproved: z.object({ text: z.string(), source: z.string(), reviewer: person, createdAt: time, textDiff: z.array(diffPart), sourceDiff: z.array(diffPart) }).nullable(),
      splitFrom: z.object({ unitId: id, position: z.number().int() }).nullable().describe('the unit that this one was a part of, where it still stands there'),
      joinedWith: z.string().nullable().describe('what was a unit of its own before it became the end of this one'),
      repair: z
        .object({ text: z.string(), diff: z.array(diffPart), steps: z.array(repairStep) })
        .nullable()
        .describe('proposed where every change of the source can be followed; nobody applied it'),
    }),
  },
  'PUT /units/:unit/locales/:locale': {
    summary: 'Save a translation',
    permission: 'locale:translate',
    params: unitParams,
    body: z.object({
      text,
      wordingId: id.describe('the source wording that it translates'),
      version: z.number().int().nonnegative().describe('of the target that was edited; 0 where there was none'),
      origin: z.enum(['human', 'memory', 'machine', 'repair', 'import', 'propagation']).default('human'),
    }),
    answer: row,
  },
  'POST /units/:unit/locales/:locale/still-valid': {
    summary: 'Say that a stale translation is right for the new source too',
    permission: 'locale:translate',
    params: unitParams,
    body: z.object({ wordingId: id, version: z.number().int().nonnegative() }),
    answer: row,
  },
  'POST /documents/:document/locales/:locale/verdicts': {
    summary: 'Approve or reject translations, one or many; each is judged alone',
    permission: 'locale:review',
    params: localeParams,
    body: z.object({
      kind: z.enum(['approve', 'reject']),
      note: note.default(''),
      category: z.string().max(40).nullable().default(null),
      items: z
        .array(z.object({ unitId: id, translationId: id.describe('what the reviewer saw; refused if it was replaced since') }))
        .min(1)
        .max(1000),
    }),
    answer: z.object({ rows: z.array(row), refused: z.array(z.object({ unitId: id, code: z.string(), message: z.string() })) }),
  },
  'POST /units/:unit/split': {
    summary: 'Cut a unit in two, in a new revision of the same bytes; the place stays cut in later revisions',
    permission: 'project:segment',
    params: z.object({ unit: id }),
    body: z.object({
      at: z.number().int().positive().describe('how far into its source text, in UTF-16 units; not inside of a code or a pair of codes'),
      base: z.number().int().positive().describe('the revision that was looked at; refused if another was published since'),
    }),
    answer: recut,
  },
  'POST /units/:unit/join': {
    summary: 'Make one unit of it and the next one of its block, in a new revision of the same bytes; they stay joined in later revisions',
    permission: 'project:segment',
    params: z.object({ unit: id }),
    body: z.object({ base: z.number().int().positive().describe('the revision that was looked at; refused if another was published since') }),
    answer: recut,
  },
  'POST /units/:unit/comments': {
    summary: 'Comment on a unit, for one language or for all',
    permission: 'project:comment',
    params: z.object({ unit: id }),
    body: z.object({ locale: locale.nullable(), parentId: id.nullable().default(null), body: note.min(1) }),
    answer: comment,
    status: 201,
  },
  'PATCH /comments/:comment': {
    summary: 'Resolve a comment thread or open it again',
    permission: 'project:comment',
    params: z.object({ comment: id }),
    body: z.object({ resolved: z.boolean() }),
    answer: comment,
  },
  'POST /documents/:document/equivalences': {
    summary: 'Say later that a change of source left the meaning as it was, or take that back',
    permission: 'project:manage',
    params: z.object({ document: id }),
    body: z.object({ unitId: id, earlierWordingId: id, reason: note.default(''), withdrawn: z.boolean().default(false) }),
  },
  'GET /events': {
    summary: 'What happens, as it happens (server-sent events): saves, verdicts, comments, revisions of a project, progress of your own long requests',
    permission: 'signed-in',
    query: z.object({ project: slug.optional(), document: id.optional() }),
    answer: 'events',
  },
})

/** Payloads of `GET /events`, by event name. */
export const liveEvents = {
  unit: z.object({ documentId: id, locale, row }),
  comment: z.object({ documentId: id, unitId: id, locale: locale.nullable(), open: z.number().int() }),
  revision: z.object({ documentId: id, number: z.number().int() }),
  project: z.object({ project: slug }),
  operation: z.object({ operation: z.string(), stage: z.enum(['reading', 'aligning', 'writing', 'exporting']), done: z.number(), total: z.number() }),
}

export type UnitRow = z.infer<typeof row>
export type Recut = z.infer<typeof recut>
export type Translation = z.infer<typeof translation>
export type Comment = z.infer<typeof comment>
export type LiveEvents = { [K in keyof typeof liveEvents]: z.infer<(typeof liveEvents)[K]> }
