import { sql } from 'kysely'
import type { Writer } from './database.js'
import { jsonRows } from './jsonRows.js'

/** Keeps the wordings of prepared rows (JSON, with `hash`, `text`, `words`, `chars`); those that are known already are left alone. */
export async function insertWordings(db: Writer, locale: string, rows: string): Promise<void> {
  await sql`
    insert into wording (locale, hash, text, word_count, char_count)
    select ${locale}, value ->> 'hash', value ->> 'text', cast(value ->> 'words' as integer), cast(value ->> 'chars' as integer)
    from ${jsonRows(db, rows)} as element
    where true
    on conflict (hash, locale) do nothing`.execute(db)
}
