import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { sql, type Selectable } from 'kysely'
import type { Reader, Writer } from './database.js'
import type { BlobTable } from './schema.js'

const inflated = promisify(inflate)

/** Keeps bytes under their hash; those that are known already are left alone. */
export async function insertBlob(db: Writer, blob: Selectable<BlobTable>): Promise<void> {
  const { sha256, bytes, encoding, size } = blob
  await db
    .insertInto('blob')
    .values({ sha256, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, size })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The original bytes. A blob that is not there is a bug: everything that names one refers to it. */
export async function readBlob(db: Reader, sha256: string): Promise<Uint8Array> {
  const blob = await db.selectFrom('blob').where('sha256', '=', sha256).select(['bytes', 'encoding']).executeTakeFirstOrThrow()
  return blob.encoding === 'raw' ? blob.bytes : await inflated(blob.bytes)
}

/** Forgets uploads made before `time`, and bytes that nothing names any more. */
export async function deleteUnusedBlobs(db: Writer, time: string): Promise<void> {
  await db.deleteFrom('upload').where('created_at', '<', time).execute()
  const used = db
    .selectFrom('upload')
    .select('sha256')
    .union(db.selectFrom('revision').select('blob_sha256 as sha256'))
    .union(db.selectFrom('release_file').select('blob_sha256 as sha256'))
  const ruleFiles = sql<string>`(
    select rule.value ->> '$.srx.sha256' as sha256 from project, json_each(project.settings, '$.formatRules') as rule where rule.value ->> '$.srx.sha256' is not null
    union select options ->> '$.srx' from revision where options ->> '$.srx' is not null
  )`
  await db.deleteFrom('blob').where('sha256', 'not in', used).where('sha256', 'not in', ruleFiles).execute()
}
