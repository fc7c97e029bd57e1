import { sql } from 'kysely'
import type { Reader } from './database.js'
import { jsonRows } from './jsonRows.js'
import { equivalentWordings } from './status.js'

/** A unit that would say something else, or come back, at a position of a new version. */
export interface ChangedUnit {
  position: number
  unitId: number
  hash: string
  words: number
}

/** A translation that becomes stale, or that is current again. */
export interface Effect {
  position: number
  locale: string
  words: number
  becomes: 'stale' | 'restored'
}

/** What a change of wordings would do to translations in the target locales of a project: what counts now, and what would count then. */
export async function readImpact(db: Reader, place: { projectId: number; sourceLocale: string; revisionId: number }, changed: readonly ChangedUnit[]): Promise<Effect[]> {
  const { rows } = await sql<{ position: number; locale: string; words: number; will: number }>`
    with equivalent as (${equivalentWordings(place.projectId)}),
    change as (
      select cast(value ->> 'position' as integer) as position, cast(value ->> 'unitId' as integer) as unit_id,
        value ->> 'hash' as hash, cast(value ->> 'words' as integer) as words
      from ${jsonRows(db, JSON.stringify(changed))} as element
    ),
    effect as (
      select change.position, change.words, target.locale,
        case when translation.wording_id = occurrence.wording_id or (translation.wording_id, occurrence.wording_id) in (select earlier, later from equivalent) then 1 else 0 end as was,
        case when exists (
          select 1 from translation made where made.unit_id = change.unit_id and made.locale = target.locale
            and (made.wording_id = wording.id or (made.wording_id, wording.id) in (select earlier, later from equivalent))
        ) then 1 else 0 end as will
      from change
      join target on target.unit_id = change.unit_id
      join project_locale on project_locale.project_id = ${place.projectId} and project_locale.locale = target.locale
      join translation on translation.id = target.translation_id
      left join occurrence on occurrence.revision_id = ${place.revisionId} and occurrence.unit_id = change.unit_id
      left join wording on wording.hash = change.hash and wording.locale = ${place.sourceLocale}
    )
    select position, locale, words, will from effect where was <> will order by position, locale`.execute(db)
  return rows.map(({ will, ...row }) => ({ ...row, becomes: will ? 'restored' : 'stale' }))
}
