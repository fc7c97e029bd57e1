import type { Request, Response } from 'express'
import manifest from '../../package.json' with { type: 'json' }
import { acceptInvitation } from '../actions/acceptInvitation.js'
import { administerAccount } from '../actions/administerAccount.js'
import { changeOwnAccount } from '../actions/changeOwnAccount.js'
import { createToken } from '../actions/createToken.js'
import { makeSignInLink } from '../actions/makeSignInLink.js'
import { requestSignInLink } from '../actions/requestSignInLink.js'
import { revokeToken } from '../actions/revokeToken.js'
import { setOwnPassword } from '../actions/setPassword.js'
import { signIn } from '../actions/signIn.js'
import { signOut } from '../actions/signOut.js'
import { useSignInLink } from '../actions/useSignInLink.js'
import type { accountRoutes, AccountRow, Session } from '../contract/account.js'
import { Refusal } from '../errors.js'
import { formats } from '../formats/index.js'
import { interfaceLocales } from '../messages.js'
import { findAccount, listAccounts, type AccountRecord } from '../store/accounts.js'
import { listAllMemberships, listMemberships } from '../store/memberships.js'
import { listTokens } from '../store/tokens.js'
import type { Handlers, Services } from './handler.js'
import { invitationHandlers } from './invitations.js'
import { clearSessionCookie, sessionHash, setSessionCookie } from './session.js'

const accountOf = (record: AccountRecord) => ({
  id: record.id,
  name: record.name,
  email: record.email,
  siteRole: record.site_role,
  locale: record.locale,
  hasPassword: record.password_hash !== null,
})

async function sessionOf({ db, config, mail }: Services, accountId: number | null): Promise<Session> {
  const record = accountId === null ? undefined : await findAccount(db.read, accountId)
  return {
    account: record ? accountOf(record) : null,
    memberships: record ? await listMemberships(db.read, record.id) : [],
    server: {
      version: manifest.version,
      mail: mail !== null,
      uploadLimit: config.uploadLimit,
      interfaceLocales: [...interfaceLocales],
      formats: formats.map(({ name, extensions }) => ({ name, extensions })),
    },
  }
}

/** Lets the browser carry the new session, and ends the one that it replaces, so that nothing which was known before signing in is of use after. */
async function enter(services: Services & { req: Request; res: Response }, begun: { accountId: number; secret: string }): Promise<Session> {
  const { db, config, req, res } = services
  const former = sessionHash(req, config)
  if (former !== null) await signOut(db, former)
  setSessionCookie(res, config, begun.secret)
  return sessionOf(services, begun.accountId)
}

async function accountRows({ db }: Services): Promise<AccountRow[]> {
  const memberships = await listAllMemberships(db.read)
  const records = await listAccounts(db.read)
  return records.map((record) => ({
    ...accountOf(record),
    disabledAt: record.disabled_at,
    createdAt: record.created_at,
    lastSeenAt: record.last_seen_at,
    memberships: memberships.get(record.id) ?? [],
  }))
}

export const accountHandlers: Handlers<keyof typeof accountRoutes> = {
  ...invitationHandlers,
  'GET /session': async (incoming) => sessionOf(incoming, incoming.actor?.accountId ?? null),
  'POST /session': async (incoming) => enter(incoming, await signIn(incoming.db, incoming.body)),
  'DELETE /session': async ({ db, config, req, res }) => {
    const hash = sessionHash(req, config)
    if (hash !== null) await signOut(db, hash)
    clearSessionCookie(res, config)
    return undefined
  },
  'POST /sign-in-links': async ({ db, config, mail, log, language, body }) => {
    if (mail) {
      const sent = requestSignInLink(db, { email: body.email, url: config.url, language, mail })
      sent.catch((error: unknown) => log.error({ err: error }, 'could not mail a sign-in link'))
    }
    return undefined
  },
  'POST /sign-in-links/:token': async (incoming) => enter(incoming, await useSignInLink(incoming.db, incoming.params.token)),
  'POST /invitations/:token': async (incoming) => {
    if (incoming.actor) throw new Refusal('signed-in-already')
    return enter(incoming, await acceptInvitation(incoming.db, { token: incoming.params.token, ...incoming.body }))
  },

  'PATCH /account': async (incoming) => {
    await changeOwnAccount(incoming.db, incoming.actor, incoming.body)
    return sessionOf(incoming, incoming.actor.accountId)
  },
  'PUT /account/password': async ({ db, config, actor, body, req }) => {
    await setOwnPassword(db, actor, { ...body, sessionHash: sessionHash(req, config) })
    return undefined
  },
  'GET /account/tokens': async ({ db, actor }) => listTokens(db.read, actor.accountId),
  'POST /account/tokens': async ({ db, actor, body }) => createToken(db, actor, body),
  'DELETE /account/tokens/:token': async ({ db, actor, params }) => {
    await revokeToken(db, actor, params.token)
    return undefined
  },

  'GET /accounts': async (incoming) => accountRows(incoming),
  'PATCH /accounts/:account': async (incoming) => {
    const { db, actor, params, body } = incoming
    await administerAccount(db, actor, { accountId: params.account, ...body })
    const row = (await accountRows(incoming)).find((row) => row.id === params.account)
    if (!row) throw new Refusal('not-found')
    return row
  },
  'POST /accounts/:account/sign-in-link': async ({ db, actor, config, params }) => makeSignInLink(db, actor, { accountId: params.account, url: config.url }),
}
