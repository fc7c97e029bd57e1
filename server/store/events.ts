import { sql } from 'kysely'
import { toJson, fromJson } from './json.js'
import type { Reader, Writer } from './database.js'
import { prepared } from './prepared.js'

/** What goes into the audit log; `actorId` 0 stands for the operator at the command line and is kept as null. */
export interface NewEvent {
  kind: string
  actorId: number | null
  projectId?: number
  documentId?: number
  unitId?: number
  locale?: string | null
  payload?: Record<string, unknown>
}

type Line = Record<'projectId' | 'documentId' | 'unitId' | 'actorId', number | null> & { locale: string | null } & Record<'kind' | 'payload' | 'createdAt', string>

const insertEvent = prepared<Line>(
  (slot) => sql`
    insert into event (project_id, document_id, unit_id, locale, actor_id, kind, payload, created_at)
    values (${slot('projectId')}, ${slot('documentId')}, ${slot('unitId')}, ${slot('locale')}, ${slot('actorId')}, ${slot('kind')}, ${slot('payload')}, ${slot('createdAt')})`,
)

/** Writes one line of the audit log, in the transaction of the change that it tells of. */
export async function recordEvent(db: Writer, event: NewEvent): Promise<void> {
  const { kind, actorId, projectId = null, documentId = null, unitId = null, locale = null, payload = {} } = event
  await insertEvent(db, { projectId, documentId, unitId, locale, actorId: actorId || null, kind, payload: toJson(payload), createdAt: new Date().toISOString() })
}

/** Events of a project, newest first; `cursor` (null at the end) is where the next page starts. */
export async function listActivity(db: Reader, projectId: number, page: { cursor?: number; limit: number }) {
  let query = db
    .selectFrom('event')
    .leftJoin('account', 'account.id', 'event.actor_id')
    .leftJoin('document', 'document.id', 'event.document_id')
    .where('event.project_id', '=', projectId)
    .orderBy('event.id', 'desc')
    .limit(page.limit + 1)
    .select([
      'event.id',
      'event.kind',
      'event.actor_id',
      'account.name',
      'event.document_id as documentId',
      'document.path as documentPath',
      'event.locale',
      'event.unit_id as unitId',
      'event.payload',
      'event.created_at as createdAt',
    ])
  if (page.cursor) query = query.where('event.id', '<', page.cursor)
  const rows = await query.execute()
  const events = rows.slice(0, page.limit).map(({ actor_id, name, payload, ...event }) => ({
    ...event,
    actor: actor_id === null ? null : { id: actor_id, name: name ?? '' },
    payload: fromJson(payload),
  }))
  return { events, cursor: rows.length > page.limit ? (events.at(-1)?.id ?? null) : null }
}
