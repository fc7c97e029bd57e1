import type { Mailer } from '../connectors/mail.js'
import { findAccountByEmail } from '../store/accounts.js'
import type { Database } from '../store/database.js'
import { signInMail } from './accountMails.js'
import { makeSignInLink } from './makeSignInLink.js'
import { operator } from './operator.js'

/** Mails a sign-in link, in the account's language (else the one given), where there is such an account; else does nothing. Callers must not let anybody wait for this, or the time would tell. */
export async function requestSignInLink(db: Database, input: { email: string; url: string; language: string; mail: Mailer }): Promise<void> {
  const account = await findAccountByEmail(db.read, input.email)
  if (!account || account.disabled_at !== null) return
  const link = await makeSignInLink(db, operator, { accountId: account.id, url: input.url })
  await input.mail.send({ to: account.email, ...signInMail(account.locale ?? input.language, { name: account.name, ...link }) })
}
