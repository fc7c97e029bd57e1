import { z } from 'zod'
import { elementTreatments } from '../document/elementTreatment.js'
import { longestItsRules } from '../workflow/settings.js'
import { routes } from './route.js'
import { counts, id, locale, name, page, person, projectRole, sha256, slug, time } from './values.js'

const readNames = z.array(z.string().trim().min(1).max(200)).max(100)

/** Options of reading, for a whole project and by glob. An option that a format gets is added here, in workflow/settings.ts and in web/components/FormatRules.tsx. */
const readingSettings = {
  segmentation: z.enum(['block', 'sentence']).describe('A unit is a paragraph, or a sentence'),
  frontMatter: readNames.describe('Names of front-matter fields whose values are translated'),
}

const formatRule = z
  .object(readingSettings)
  .partial()
  .extend({
    files: z.string().trim().min(1).max(200).describe('Glob: `docs/**/*.md`; without a slash it is about the name alone'),
    srx: z
      .object({ name: z.string().trim().min(1).max(200), sha256: sha256.describe('Of an upload') })
      .optional()
      .describe('SRX file by which sentences are cut'),
    comments: z.boolean().optional().describe('Are comments of reviewers in office documents translated?'),
    layouts: z.boolean().optional().describe('Are texts of layouts and masters in presentations translated?'),
    attributes: readNames.optional().describe('Names of attributes of HTML and MDX that are translated too'),
    protect: readNames.optional().describe('Elements and classes of HTML that are not translated: `kbd`, `.no-translate`'),
    elements: z.record(z.string().trim().min(1).max(200), z.enum(elementTreatments)).optional().describe('How elements of XML are read, by name, and attributes, by `@name`'),
    its: z
      .object({ name: z.string().trim().min(1).max(200), text: z.string().max(longestItsRules) })
      .optional()
      .describe('File of ITS rules for XML documents: its name and what it says'),
  })

const limit = (most: number) => z.number().int().min(1).max(most).nullable()

const linkRule = z.object({
  /** How an address begins: `/en/`. A `*` stands for anything. */
  from: z.string().trim().min(1).max(500),
  /** What stands there instead: `/{locale}/`. */
  to: z.string().trim().max(500),
  /** The languages that it holds for; for all, where there are none. */
  locales: z.array(locale).max(300).default([]),
})

/** Without defaults, which a change of one setting would bring into all others; `workflow/settings.ts` has them. */
export const projectSettings = z.object({
  ...readingSettings,
  approvalsRequired: z.number().int().min(0).max(5).describe('Verdicts of how many reviewers make a translation approved; 0 publishes what is translated'),
  selfApproval: z.boolean().describe('May a person approve their own translation?'),
  formatRules: z.array(formatRule).max(50).describe('What is read otherwise in some documents. Where several fit a document, the later ones decide'),
  checks: z
    .object({
      readingSpeed: limit(100).describe('characters per second of a caption'),
      lineLength: limit(1000).describe('columns of a line of a caption; wide characters take two'),
      lineCount: limit(100).describe('lines of a caption'),
    })
    .describe('Limits beyond which a translation gets a warning; null for none'),
  /** What becomes of addresses in localized documents; the first rule that fits counts. */
  links: z.array(linkRule).max(100),
})

const projectSummary = z.object({
  id,
  slug,
  name: z.string(),
  sourceLocale: locale,
  locales: z.array(locale),
  documents: z.number().int(),
  progress: z.record(locale, counts),
  archivedAt: time.nullable(),
})

const documentSummary = z.object({
  id,
  path: z.string(),
  title: z.string().nullable(),
  format: z.string(),
  revision: z.number().int(),
  units: z.number().int(),
  words: z.number().int(),
  updatedAt: time,
  archivedAt: time.nullable(),
  progress: z.record(locale, counts),
})

const project = projectSummary.extend({
  settings: projectSettings,
  createdAt: time,
  documentList: z.array(documentSummary),
  /** What the asker may do here: permission → true, or the locales for which. */
  may: z.object({ manage: z.boolean(), comment: z.boolean(), export: z.boolean(), translate: z.array(locale), review: z.array(locale) }),
})

const event = z.object({
  id,
  kind: z.string(),
  actor: person.nullable(),
  documentId: id.nullable(),
  documentPath: z.string().nullable(),
  locale: locale.nullable(),
  unitId: id.nullable(),
  payload: z.record(z.string(), z.unknown()),
  createdAt: time,
})
const role = z.object({ role: projectRole, locale: locale.nullable() })
const member = person.extend({ email: z.string(), roles: z.array(role) })
const params = z.object({ project: slug })

export const projectRoutes = routes({
  'GET /projects': { summary: 'Projects that you may see', permission: 'signed-in', answer: z.array(projectSummary) },
  'POST /projects': {
    summary: 'Create a project and become its source manager',
    permission: 'site:create-project',
    body: z.object({ name, slug: slug.optional(), sourceLocale: locale, locales: z.array(locale).max(300), settings: projectSettings.partial().default({}) }),
    answer: project,
    status: 201,
  },
  'GET /projects/:project': { summary: 'A project with its documents × languages', permission: 'project:view', params, answer: project },
  'PATCH /projects/:project': {
    summary: 'Change name, target languages or settings; archive or restore',
    permission: 'project:manage',
    params,
    body: z.object({ name: name.optional(), locales: z.array(locale).max(300).optional(), settings: projectSettings.partial().optional(), archived: z.boolean().optional() }),
    answer: project,
  },
  'GET /projects/:project/activity': {
    summary: 'What happened, newest first',
    permission: 'project:view',
    params,
    query: page,
    answer: z.object({ events: z.array(event), cursor: id.nullable() }),
  },
  'GET /projects/:project/members': { summary: 'People of a project and their roles', permission: 'project:view', params, answer: z.array(member) },
  'PUT /projects/:project/members/:account': {
    summary: "Set somebody's roles in a project; none removes them",
    permission: 'project:manage',
    params: params.extend({ account: id }),
    body: z.object({ roles: z.array(role).max(200) }),
    answer: z.array(member),
  },
  'GET /projects/:project/candidates': {
    summary: 'Accounts that can be added to a project',
    permission: 'project:manage',
    params,
    answer: z.array(person.extend({ email: z.string() })),
  },
  'POST /projects/:project/invitations': {
    summary: 'Invite somebody into a project: answers a link, and mails it where an address is given and mail is set up',
    permission: 'project:manage',
    params,
    body: z.object({ email: z.email().nullable().default(null), name: name.nullable().default(null), roles: z.array(role).min(1).max(200) }),
    answer: z.object({ url: z.string(), mailed: z.boolean(), expiresAt: time }),
    status: 201,
  },
  'GET /work': {
    summary: 'What waits for you, by project and language',
    permission: 'signed-in',
    answer: z.object({
      items: z.array(
        z.object({
          project: slug,
          projectName: z.string(),
          documentId: id,
          documentPath: z.string(),
          documentTitle: z.string().nullable(),
          locale,
          toTranslate: z.number().int(),
          stale: z.number().int(),
          rejected: z.number().int(),
          toReview: z.number().int(),
          words: z.number().int().describe('source words of all of these'),
        }),
      ),
      recent: z.array(event.extend({ project: slug, projectName: z.string() })),
    }),
  },
})

export type ProjectSettings = z.infer<typeof projectSettings>
export type ProjectSummary = z.infer<typeof projectSummary>
export type Project = z.infer<typeof project>
export type DocumentSummary = z.infer<typeof documentSummary>
export type Member = z.infer<typeof member>
export type ActivityEvent = z.infer<typeof event>
