import { administerAccount } from '../actions/administerAccount.js'
import { createAccount } from '../actions/createAccount.js'
import { makeSignInLink } from '../actions/makeSignInLink.js'
import { operator } from '../actions/operator.js'
import { setPasswordOf } from '../actions/setPassword.js'
import type { Config } from '../config.js'
import { email as emailSchema, password as passwordSchema } from '../contract/values.js'
import { findAccountByEmail } from '../store/accounts.js'
import type { Database } from '../store/database.js'
import { openData } from '../store/dataFolder.js'
import type { SiteRole } from '../workflow/permissions.js'
import { configOf } from './configOf.js'
import { Failure } from './failure.js'
import { readSecret } from './readSecret.js'

/** Answers a sign-in link for the new account. */
export async function addAccount(folder: string | undefined, input: { email: string; name: string; siteRole: SiteRole }): Promise<string> {
  const address = emailSchema.safeParse(input.email)
  if (!address.success) throw new Failure(`"${input.email}" is not an e-mail address`)
  return withDatabase(folder, async (db, config) => {
    const accountId = await createAccount(db, operator, { ...input, email: address.data, password: null })
    return (await makeSignInLink(db, operator, { accountId, url: config.url })).url
  })
}

export async function signInLink(folder: string | undefined, email: string): Promise<string> {
  return withDatabase(folder, async (db, config) => (await makeSignInLink(db, operator, { accountId: await accountIdOf(db, email), url: config.url })).url)
}

/** Asks for the new password. */
export async function changePassword(folder: string | undefined, email: string): Promise<void> {
  await withDatabase(folder, async (db) => {
    const accountId = await accountIdOf(db, email)
    const password = passwordSchema.safeParse(await readSecret(`New password for ${email}: `))
    if (!password.success) throw new Failure(`a password has at least ${passwordSchema.minLength} characters`)
    await setPasswordOf(db, operator, { accountId, password: password.data })
  })
}

export async function setDisabled(folder: string | undefined, email: string, disabled: boolean): Promise<void> {
  await withDatabase(folder, async (db) => administerAccount(db, operator, { accountId: await accountIdOf(db, email), disabled }))
}

async function accountIdOf(db: Database, email: string): Promise<number> {
  const account = await findAccountByEmail(db.read, email)
  if (!account) throw new Failure(`nobody has an account with the address ${email}`)
  return account.id
}

async function withDatabase<T>(folder: string | undefined, work: (db: Database, config: Config) => Promise<T>): Promise<T> {
  const config = configOf({ data: folder })
  const db = await openData(config.data)
  try {
    return await work(db, config)
  } finally {
    await db.close()
  }
}
