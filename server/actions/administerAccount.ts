import { Refusal } from '../errors.js'
import { countOtherAdministrators, findAccount, updateAccount } from '../store/accounts.js'
import type { Database, Writer } from '../store/database.js'
import { recordEvent } from '../store/events.js'
import { endSessions } from '../store/sessions.js'
import { deleteSignInLinks } from '../store/signInLinks.js'
import { revokeTokens } from '../store/tokens.js'
import { may, type Actor, type SiteRole } from '../workflow/permissions.js'

/**
 * Changes somebody's role in the installation, disables or enables them. Disabling ends their sessions, tokens and links.
 * Refuses `last-administrator` where nobody would be left who may do this.
 */
export async function administerAccount(db: Database, actor: Actor, input: { accountId: number; siteRole?: SiteRole; disabled?: boolean }): Promise<void> {
  if (!may(actor, 'site:administer')) throw new Refusal('forbidden')
  const { accountId, siteRole, disabled } = input
  await db.write(async (db, publish) => {
    const account = await findAccount(db, accountId)
    if (!account) throw new Refusal('not-found')
    const steps = disabled === true || (siteRole !== undefined && siteRole !== 'administrator')
    const counts = account.site_role === 'administrator' && account.disabled_at === null
    if (steps && counts && (await countOtherAdministrators(db, accountId)) === 0) throw new Refusal('last-administrator')
    if (siteRole !== undefined && siteRole !== account.site_role) {
      await updateAccount(db, accountId, { site_role: siteRole })
      await recordEvent(db, { kind: 'account.role', actorId: actor.accountId, payload: { accountId, siteRole } })
    }
    if (disabled !== undefined && disabled !== (account.disabled_at !== null)) await setDisabled(db, actor, accountId, disabled)
    publish({ event: 'session', data: null, audience: { accountId } })
  })
}

async function setDisabled(db: Writer, actor: Actor, accountId: number, disabled: boolean): Promise<void> {
  await updateAccount(db, accountId, { disabled_at: disabled ? new Date().toISOString() : null })
  if (disabled) {
    await endSessions(db, accountId)
    await revokeTokens(db, accountId)
    await deleteSignInLinks(db, accountId)
  }
  await recordEvent(db, { kind: disabled ? 'account.disabled' : 'account.enabled', actorId: actor.accountId, payload: { accountId } })
}
