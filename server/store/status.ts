import { sql, type RawBuilder } from 'kysely'
import { statuses, type Status } from '../workflow/status.js'

/** A value, or where it goes into a prepared query. */
export type Bound = number | RawBuilder<number>

/**
 * Pairs (earlier, later) of wordings that mean the same in a project, over any number of steps.
 * Meaning is kept forward only: a translation of the later wording says nothing about the earlier one.
 * (`cross join` keeps SQLite from searching the equivalences of the whole project at every step.)
 */
export const equivalentWordings = (projectId: number): RawBuilder<{ earlier: number; later: number }> => sql`
  with recursive equivalent as (
    select earlier_wording_id as earlier, later_wording_id as later from equivalence where project_id = ${projectId} and withdrawn_at is null
    union
    select step.earlier_wording_id, equivalent.later from equivalent cross join equivalence step
    where step.project_id = ${projectId} and step.later_wording_id = equivalent.earlier and step.withdrawn_at is null
  )
  select earlier, later from equivalent`

/** The occurrence's wording and all that mean the same: looked up only where a unit was translated from another wording, so that it costs nothing how many there are. */
const servingWordings = (projectId: Bound) => sql`
  with recursive serving (id) as (
    select occurrence.wording_id
    union
    select step.earlier_wording_id from serving cross join equivalence step
    where step.project_id = ${projectId} and step.later_wording_id = serving.id and step.withdrawn_at is null
  )
  select id from serving`

/**
 * `statusOf` in SQL, as an index in `statuses`: for queries that join `occurrence` (of the current revision) and, outer, `translation` (the current one).
 * A property test holds both to the same answers.
 */
export const statusIndex = (projectId: Bound, approvalsRequired: Bound): RawBuilder<number> => sql<number>`case
  when translation.id is null then ${index('missing')}
  when translation.wording_id <> occurrence.wording_id
    and translation.wording_id not in (${servingWordings(projectId)}) then ${index('stale')}
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
