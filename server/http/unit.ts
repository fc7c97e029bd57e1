import { addComment } from '../actions/addComment.js'
import { confirmStillValid } from '../actions/confirmStillValid.js'
import { declareEquivalence } from '../actions/declareEquivalence.js'
import { findUnits } from '../actions/findUnits.js'
import { recutUnit } from '../actions/recutUnit.js'
import { resolveComment } from '../actions/resolveComment.js'
import { reviewTranslations } from '../actions/reviewTranslations.js'
import { saveTranslation } from '../actions/saveTranslation.js'
import { unitDetails } from '../actions/unitDetails.js'
import type { unitRoutes } from '../contract/unit.js'
import { unitKind } from '../contract/values.js'
import { Refusal } from '../errors.js'
import { translator } from '../messages.js'
import type { Reader } from '../store/database.js'
import { findDocumentHead, type DocumentHead } from '../store/documentHead.js'
import { countOpenThreads, readOutline } from '../store/unitRows.js'
import { may } from '../workflow/permissions.js'
import type { Handlers } from './handler.js'

async function documentHead(db: Reader, by: { document: number } | { unit: number }): Promise<DocumentHead> {
  const head = await findDocumentHead(db, by)
  if (!head) throw new Refusal('not-found')
  return head
}

const kindIndex = new Map(unitKind.options.map((kind, index) => [kind, index]))

export const unitHandlers: Omit<Handlers<keyof typeof unitRoutes>, 'GET /events'> = {
  async 'GET /documents/:document/locales/:locale'({ db, actor, params: { document, locale } }) {
    const head = await documentHead(db.read, { document })
    const [units, comments] = await Promise.all([readOutline(db.read, head, locale), countOpenThreads(db.read, document, locale)])
    const here = { projectId: head.projectId, locale }
    return {
      project: head.projectSlug,
      projectName: head.projectName,
      documentId: document,
      path: head.path,
      title: head.title,
      sourceLocale: head.sourceLocale,
      locale,
      revision: head.revision,
      approvalsRequired: head.approvalsRequired,
      selfApproval: head.selfApproval,
      checks: head.checks,
      may: {
        translate: !head.archived && may(actor, 'locale:translate', here),
        review: !head.archived && may(actor, 'locale:review', here),
        comment: !head.archived && may(actor, 'project:comment', here),
        export: may(actor, 'project:export', here),
        segment: !head.archived && may(actor, 'project:segment', here),
      },
      units: {
        id: units.map((unit) => unit.id),
        status: units.map((unit) => unit.status),
        kind: units.map((unit) => kindIndex.get(unit.kind) ?? 0),
        level: units.map((unit) => unit.level),
        characters: units.map((unit) => unit.characters),
        comments: units.map((unit) => comments.get(unit.id) ?? 0),
      },
    }
  },

  async 'GET /documents/:document/locales/:locale/units'({ db, params: { document, locale }, query }) {
    return findUnits(db.read, await documentHead(db.read, { document }), locale, query)
  },

  async 'GET /units/:unit/locales/:locale'({ db, params: { unit, locale } }) {
    return unitDetails(db.read, await documentHead(db.read, { unit }), unit, locale)
  },

  'PUT /units/:unit/locales/:locale': ({ db, actor, params: { unit, locale }, body }) => saveTranslation(db, actor, { ...body, unitId: unit, locale }),

  'POST /units/:unit/locales/:locale/still-valid': ({ db, actor, params: { unit, locale }, body }) => confirmStillValid(db, actor, { ...body, unitId: unit, locale }),

  async 'POST /documents/:document/locales/:locale/verdicts'({ db, actor, params: { document, locale }, body, language }) {
    const { rows, refused } = await reviewTranslations(db, actor, { ...body, documentId: document, locale })
    const t = translator(language)
    return { rows, refused: refused.map(({ unitId, code }) => ({ unitId, code, message: t(`refusal.${code}`) })) }
  },

  'POST /units/:unit/split': ({ db, actor, params: { unit }, body: { at, base }, language, work, signal, progress }) =>
    recutUnit(db, actor, { unitId: unit, base, language, wish: { kind: 'split', at } }, { work, signal, progress }),

  'POST /units/:unit/join': ({ db, actor, params: { unit }, body: { base }, language, work, signal, progress }) =>
    recutUnit(db, actor, { unitId: unit, base, language, wish: { kind: 'join' } }, { work, signal, progress }),

  'POST /units/:unit/comments': ({ db, actor, params: { unit }, body }) => addComment(db, actor, { ...body, unitId: unit }),

  'PATCH /comments/:comment': ({ db, actor, params, body }) => resolveComment(db, actor, { commentId: params.comment, resolved: body.resolved }),

  async 'POST /documents/:document/equivalences'({ db, actor, params, body }) {
    await declareEquivalence(db, actor, { ...body, documentId: params.document })
    return undefined
  },
}
