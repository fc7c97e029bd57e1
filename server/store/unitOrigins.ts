import type { Reader } from './database.js'
import type { DocumentHead } from './documentHead.js'

/** The unit of the current revision that a unit was split off from; undefined where it was not, or where that one is gone. */
export const findSplitFrom = (db: Reader, { revisionId }: DocumentHead, unitId: number): Promise<{ unitId: number; position: number } | undefined> =>
  db
    .selectFrom('unit')
    .innerJoin('occurrence', 'occurrence.unit_id', 'unit.derived_from_unit_id')
    .where('unit.id', '=', unitId)
    .where('occurrence.revision_id', '=', revisionId)
    .select(['occurrence.unit_id as unitId', 'occurrence.position'])
    .executeTakeFirst()

/** What the unit after this one said when this one last had other words, where that unit no longer stands in the current revision. */
export async function findGoneNext(db: Reader, { revisionId }: DocumentHead, unitId: number, wordingId: number): Promise<string | undefined> {
  const before = await db
    .selectFrom('occurrence')
    .where('unit_id', '=', unitId)
    .where('revision_id', '<', revisionId)
    .where('wording_id', '!=', wordingId)
    .orderBy('revision_id', 'desc')
    .select(['revision_id', 'position'])
    .executeTakeFirst()
  if (!before) return undefined
  const next = await db
    .selectFrom('occurrence')
    .innerJoin('wording', 'wording.id', 'occurrence.wording_id')
    .where('occurrence.revision_id', '=', before.revision_id)
    .where('occurrence.position', '=', before.position + 1)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('occurrence as now').whereRef('now.unit_id', '=', 'occurrence.unit_id').where('now.revision_id', '=', revisionId).select('now.unit_id'))),
    )
    .select('wording.text')
    .executeTakeFirst()
  return next?.text
}
