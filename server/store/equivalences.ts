import { sql } from 'kysely'
import type { Reader, Writer } from './database.js'
import { jsonRows } from './jsonRows.js'

export interface Equivalence {
  projectId: number
  earlierWordingId: number
  laterWordingId: number
  decidedBy: number | null
  reason: string
}

/** Declares that a change of wording left the meaning as it was. Targets and progress of `listDocumentsThatShow` the later wording must follow. False where it was declared before. */
export async function declareEquivalent(db: Writer, it: Equivalence): Promise<boolean> {
  const known = await current(db, it).select('id').executeTakeFirst()
  if (known) return false
  await db
    .insertInto('equivalence')
    .values({
      project_id: it.projectId,
      earlier_wording_id: it.earlierWordingId,
      later_wording_id: it.laterWordingId,
      decided_by: it.decidedBy,
      decided_at: new Date().toISOString(),
      reason: it.reason,
    })
    .execute()
  return true
}

/** Takes a declaration back; false where there was none. */
export async function withdrawEquivalence(db: Writer, it: Pick<Equivalence, 'projectId' | 'earlierWordingId' | 'laterWordingId'>, accountId: number): Promise<boolean> {
  const known = await current(db, it).select('id').execute()
  if (known.length === 0) return false
  await db
    .updateTable('equivalence')
    .set({ withdrawn_by: accountId, withdrawn_at: new Date().toISOString() })
    .where(
      'id',
      'in',
      known.map(({ id }) => id),
    )
    .execute()
  return true
}

const current = (db: Reader, it: Pick<Equivalence, 'projectId' | 'earlierWordingId' | 'laterWordingId'>) =>
  db
    .selectFrom('equivalence')
    .where('project_id', '=', it.projectId)
    .where('earlier_wording_id', '=', it.earlierWordingId)
    .where('later_wording_id', '=', it.laterWordingId)
    .where('withdrawn_at', 'is', null)

/** Declares many at once, each pair an earlier and a later wording; those that stand already are left alone. */
export async function declareAllEquivalent(
  db: Writer,
  it: Omit<Equivalence, 'earlierWordingId' | 'laterWordingId'>,
  pairs: readonly { earlier: number; later: number }[],
): Promise<void> {
  if (pairs.length === 0) return
  await sql`
    insert into equivalence (project_id, earlier_wording_id, later_wording_id, decided_by, decided_at, reason)
    select distinct ${it.projectId}, cast(value ->> 'earlier' as integer), cast(value ->> 'later' as integer), ${sql.val(it.decidedBy)}, ${new Date().toISOString()}, ${it.reason}
    from ${jsonRows(db, JSON.stringify(pairs))} as element
    where not exists (
      select 1 from equivalence known where known.project_id = ${it.projectId} and known.withdrawn_at is null
        and known.earlier_wording_id = cast(value ->> 'earlier' as integer) and known.later_wording_id = cast(value ->> 'later' as integer)
    )`.execute(db)
}
