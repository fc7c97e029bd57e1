import type { Reader, Writer } from './database.js'

/** Lets the people of a project name bytes by their hash. */
export async function insertUpload(db: Writer, upload: { sha256: string; projectId: number; accountId: number }): Promise<void> {
  await db
    .insertInto('upload')
    .values({ sha256: upload.sha256, project_id: upload.projectId, account_id: upload.accountId, created_at: new Date().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether these bytes were sent to this project: a hash alone opens nothing that others sent elsewhere. */
export async function isUploaded(db: Reader, projectId: number, sha256: string): Promise<boolean> {
  const found = await db.selectFrom('upload').where('sha256', '=', sha256).where('project_id', '=', projectId).select('sha256').limit(1).executeTakeFirst()
  return found !== undefined
}
