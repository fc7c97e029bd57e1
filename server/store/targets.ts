import { sql } from 'kysely'
import type { Writer } from './database.js'
import { equivalentWordings } from './status.js'

/**
 * Points every target of a document at the translation that serves its current revision: the latest made from the unit's wording or one that means the same,
 * else the latest of all. So a source that returns to an earlier wording finds its translation and approvals again.
 * A target that moves gets a new version, so that an editor who did not see it is told.
 * With `since`, the revision that was current before, only units whose wording changed are looked at: enough where no meaning was declared the same meanwhile.
 */
export async function retarget(db: Writer, documentId: number, since?: number): Promise<void> {
  const project = await db.selectFrom('document').where('id', '=', documentId).select(['project_id', 'current_revision_id']).executeTakeFirstOrThrow()
  await sql`
    with best as (
      select translation.unit_id, translation.locale, coalesce(max(case
        when translation.wording_id = occurrence.wording_id or (translation.wording_id, occurrence.wording_id) in (${equivalentWordings(project.project_id)})
        then translation.id end), max(translation.id)) as translation_id
      from occurrence join translation on translation.unit_id = occurrence.unit_id
      where occurrence.revision_id = ${project.current_revision_id} ${since === undefined ? sql`` : changedSince(since)}
      group by translation.unit_id, translation.locale
    )
    update target set translation_id = best.translation_id, version = target.version + 1
    from best where target.unit_id = best.unit_id and target.locale = best.locale and target.translation_id <> best.translation_id`.execute(db)
}

const changedSince = (revisionId: number) => sql`and not exists (
  select 1 from occurrence before
  where before.revision_id = ${revisionId} and before.unit_id = occurrence.unit_id and before.wording_id = occurrence.wording_id)`
