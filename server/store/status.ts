import { sql, type RawBuilder } from 'kysely'
import { statuses, type Status } from '../workflow/status.js'

/** A value, or where it goes into a prepared query. */
export type Bound = number | RawBuilder<number>

/**
 * Pairs (earlier, later) of wordings that mean the same in a project, over any number of steps.
 * Meaning is kept forward only: a translation of the later wording says nothing about the earlier one.
 */
export const equivalentWordings = (projectId: Bound): RawBuilder<{ earlier: number; later: number }> => sql`
  with recursive step as (
    select earlier_wording_id as earlier, later_wording_id as later from equivalence where project_id = ${projectId} and withdrawn_at is null
  ), equivalent as (
    select earlier, later from step
    union
    select step.earlier, equivalent.later from equivalent join step on step.later = equivalent.earlier
  )
  select earlier, later from equivalent`

/**
 * `statusOf` in SQL, as an index in `statuses`: for queries that join `occurrence` (of the current revision) and, outer, `translation` (the current one).
 * A property test holds both to the same answers.
 */
export const statusIndex = (projectId: Bound, approvalsRequired: Bound): RawBuilder<number> => sql<number>`case
  when translation.id is null then ${index('missing')}
  when translation.wording_id <> occurrence.wording_id
    and (translation.wording_id, occurrence.wording_id) not in (${equivalentWordings(projectId)}) then ${index('stale')}
  else case ${lastVerdict}
    when 'reject' then ${index('rejected')}
    when 'approve' then case when ${approvalsRequired} <= 1 or ${approvals} >= ${approvalsRequired} then ${index('approved')} else ${index('translated')} end
    else case when ${approvalsRequired} = 0 then ${index('approved')} else ${index('translated')} end
  end
end`

const index = (status: Status) => sql.lit(statuses.indexOf(status))

const lastVerdict = sql`(select verdict.kind from verdict where verdict.translation_id = translation.id order by verdict.id desc limit 1)`

/** Reviewers whose latest verdict approves. */
const approvals = sql`(select count(*) from verdict where verdict.translation_id = translation.id and verdict.kind = 'approve'
  and not exists (select 1 from verdict later where later.translation_id = verdict.translation_id and later.reviewer_id = verdict.reviewer_id and later.id > verdict.id))`
