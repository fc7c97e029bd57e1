import type { Database } from '../store/database.js'
import { endSession } from '../store/sessions.js'

/** Ends a session, which only who knows its secret can name, and the live updates that go to it. */
export async function signOut(db: Database, sessionHash: string): Promise<void> {
  await db.write(async (db, publish) => {
    const accountId = await endSession(db, sessionHash)
    if (accountId !== null) publish({ event: 'session', data: null, audience: { accountId } })
  })
}
