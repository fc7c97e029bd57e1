import { z } from 'zod'
import { routes } from './route.js'
import { email, id, locale, membership, name, password, projectRole, siteRole, slug, time } from './values.js'

const account = z.object({
  id,
  name: z.string(),
  email: z.string(),
  siteRole,
  /** Language of the interface; null follows the browser. */
  locale: locale.nullable(),
  hasPassword: z.boolean(),
})

const session = z.object({
  /** Null where nobody is signed in. */
  account: account.nullable(),
  memberships: z.array(membership.extend({ projectSlug: slug, projectName: z.string() })),
  /** What this installation can do. */
  server: z.object({
    version: z.string(),
    mail: z.boolean(),
    uploadLimit: z.number().int().describe('bytes'),
    interfaceLocales: z.array(locale),
    formats: z.array(z.object({ name: z.string(), extensions: z.array(z.string()).readonly() })).describe('Documents that are read, and the endings of their names'),
  }),
})

const grant = z.object({ project: slug, role: projectRole, locale: locale.nullable().default(null) })
const tokenParams = z.object({ token: z.string().min(20).max(200) })
const invitation = z.object({
  id,
  email: z.string().nullable(),
  name: z.string().nullable(),
  siteRole,
  grants: z.array(grant),
  invitedBy: z.string(),
  createdAt: time,
  expiresAt: time,
  acceptedAt: time.nullable(),
})
const accountRow = account.extend({ disabledAt: time.nullable(), createdAt: time, lastSeenAt: time.nullable(), memberships: z.array(membership.extend({ projectSlug: slug })) })

export const accountRoutes = routes({
  'GET /session': { summary: 'Who is signed in, and what this installation can do', permission: 'public', answer: session },
  'POST /session': { summary: 'Sign in with e-mail address and password', permission: 'public', body: z.object({ email, password: z.string().max(1000) }), answer: session },
  'DELETE /session': { summary: 'Sign out', permission: 'signed-in' },
  'POST /sign-in-links': {
    summary: 'Send a sign-in link by mail; answers the same whether or not the address is known',
    permission: 'public',
    body: z.object({ email }),
    status: 202,
  },
  'POST /sign-in-links/:token': { summary: 'Use a sign-in link, once', permission: 'public', params: tokenParams, answer: session },
  'GET /invitations/:token': {
    summary: 'What an invitation link offers',
    permission: 'public',
    params: tokenParams,
    answer: invitation.pick({ email: true, name: true, siteRole: true, grants: true, invitedBy: true, expiresAt: true }),
  },
  'POST /invitations/:token': {
    summary: 'Accept an invitation and sign in',
    permission: 'public',
    params: tokenParams,
    body: z.object({ name, email, password }),
    answer: session,
  },

  'PATCH /account': {
    summary: 'Change your own name, address or interface language',
    permission: 'signed-in',
    body: z.object({ name: name.optional(), email: email.optional(), locale: locale.nullable().optional() }),
    answer: session,
  },
  'PUT /account/password': {
    summary: 'Set your own password; ends your other sessions',
    permission: 'signed-in',
    body: z.object({ current: z.string().max(1000).optional(), password }),
  },
  'GET /account/tokens': {
    summary: 'Your tokens for the API',
    permission: 'signed-in',
    answer: z.array(z.object({ id, name: z.string(), createdAt: time, lastUsedAt: time.nullable() })),
  },
  'POST /account/tokens': {
    summary: 'Make a token; it is shown this once',
    permission: 'signed-in',
    body: z.object({ name }),
    answer: z.object({ id, token: z.string() }),
    status: 201,
  },
  'DELETE /account/tokens/:token': { summary: 'Revoke one of your tokens', permission: 'signed-in', params: z.object({ token: id }) },

  'GET /accounts': { summary: 'Everybody who has an account', permission: 'site:administer', answer: z.array(accountRow) },
  'PATCH /accounts/:account': {
    summary: 'Change the site role of an account, disable or enable it',
    permission: 'site:administer',
    params: z.object({ account: id }),
    body: z.object({ siteRole: siteRole.optional(), disabled: z.boolean().optional() }),
    answer: accountRow,
  },
  'POST /accounts/:account/sign-in-link': {
    summary: 'Make a sign-in link for somebody who lost their password',
    permission: 'site:administer',
    params: z.object({ account: id }),
    answer: z.object({ url: z.string(), expiresAt: time }),
    status: 201,
  },
  'GET /invitations': { summary: 'Invitations that wait or were accepted', permission: 'site:administer', answer: z.array(invitation) },
  'POST /invitations': {
    summary: 'Invite somebody: answers a link, and mails it where an address is given and mail is set up',
    permission: 'site:administer',
    body: z.object({
      email: email.nullable().default(null),
      name: name.nullable().default(null),
      siteRole: siteRole.default('member'),
      grants: z.array(grant).max(200).default([]),
    }),
    answer: invitation.extend({ url: z.string(), mailed: z.boolean() }),
    status: 201,
  },
  'DELETE /invitations/:invitation': { summary: 'Withdraw an invitation', permission: 'site:administer', params: z.object({ invitation: id }) },
})

export type Session = z.infer<typeof session>
export type Account = z.infer<typeof account>
export type AccountRow = z.infer<typeof accountRow>
export type Invitation = z.infer<typeof invitation>
export type Grant = z.infer<typeof grant>
