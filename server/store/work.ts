import { sql, type RawBuilder } from 'kysely'
import { statuses, type Status } from '../workflow/status.js'
import type { Reader } from './database.js'
import type { DocumentHead } from './documentHead.js'
import { statusIndex } from './status.js'

interface Amount {
  units: number
  words: number
}

/** Progress of the documents of projects, with what a list shows of a document. */
export const listDocumentProgress = (db: Reader, projectIds: readonly number[]) =>
  db
    .selectFrom('progress')
    .innerJoin('document', 'document.id', 'progress.document_id')
    .innerJoin('project', 'project.id', 'document.project_id')
    .where('project.id', 'in', projectIds)
    .where('document.archived_at', 'is', null)
    .orderBy('project.name')
    .orderBy('document.path')
    .orderBy('progress.locale')
    .selectAll('progress')
    .select([
      'project.id as projectId',
      'project.slug as project',
      'project.name as projectName',
      'project.settings',
      'document.path as documentPath',
      'document.title as documentTitle',
      'document.current_revision_id as revisionId',
    ])
    .execute()

export type DocumentProgress = Awaited<ReturnType<typeof listDocumentProgress>>[number]

interface Amount {
  units: number
  words: number
}

/** A document in a locale, and who asks about it. */
export interface Desk {
  head: Pick<DocumentHead, 'projectId' | 'revisionId' | 'approvalsRequired' | 'selfApproval'>
  locale: string
  accountId: number
}

/** Translations that await approval and that this person may still approve: not their own (unless that is allowed), not approved by them before. */
export const countAwaiting = (db: Reader, desk: Desk): Promise<Amount> =>
  countCurrent(
    db,
    desk,
    'translated',
    sql`(${desk.head.selfApproval ? 1 : 0} = 1 or translation.author_id is null or translation.author_id <> ${desk.accountId})
      and not exists (select 1 from verdict where verdict.translation_id = translation.id and verdict.reviewer_id = ${desk.accountId})`,
  )

/** Rejected translations that this person made. */
export const countOwnRejected = (db: Reader, desk: Desk): Promise<Amount> => countCurrent(db, desk, 'rejected', sql`translation.author_id = ${desk.accountId}`)

async function countCurrent(db: Reader, { head, locale }: Desk, status: Status, condition: RawBuilder<unknown>): Promise<Amount> {
  const { rows } = await sql<Amount>`
    select count(*) as units, coalesce(sum(wording.word_count), 0) as words
    from occurrence join wording on wording.id = occurrence.wording_id
      join target on target.unit_id = occurrence.unit_id and target.locale = ${locale}
      join translation on translation.id = target.translation_id
    where occurrence.revision_id = ${head.revisionId} and ${condition} and ${statusIndex(head.projectId, head.approvalsRequired)} = ${statuses.indexOf(status)}`.execute(db)
  return rows[0]!
}
