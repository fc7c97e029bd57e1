import { z } from 'zod'
import { unitKinds } from '../document/unit.js'
import { grades } from '../revise/grade.js'
import { projectRoles, siteRoles } from '../workflow/permissions.js'
import { statuses } from '../workflow/status.js'

/** Values that several resources share. */
export const id = z.coerce.number().int().positive()
export const locale = z.string().min(1).max(64).describe('A BCP 47 language tag, such as "pt-BR"')
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)
export const name = z.string().trim().min(1).max(200)
export const email = z.email().max(254)
export const password = z.string().min(10).max(1000)
export const time = z.string().describe('UTC, ISO 8601')
export const text = z.string().max(200_000)
export const note = z.string().trim().max(10_000)
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const status = z.enum(statuses)
export const unitKind = z.enum(unitKinds)
export const gradeLevel = z.enum(grades)
export const siteRole = z.enum(siteRoles)
export const projectRole = z.enum(projectRoles)

export const person = z.object({ id, name: z.string() })

export const code = z.object({
  id: z.number().int(),
  type: z.string(),
  open: z.string(),
  close: z.string().optional(),
  label: z.string().optional(),
  plain: z.literal(true).optional(),
  after: z.number().int().optional(),
})
export const diffPart = z.object({ type: z.enum(['same', 'inserted', 'deleted']), text: z.string() })
export const grade = z.object({ level: gradeLevel, reasons: z.array(z.string()) })

/** Units and source words by status. */
const count = z.object({ units: z.number().int(), words: z.number().int() })
export const counts = z.object({ missing: count, stale: count, rejected: count, translated: count, approved: count })

export const membership = z.object({ projectId: id, role: projectRole, locale: locale.nullable() })

/** A page of a long list: what `cursor` of an answer says goes into the next request. */
export const page = z.object({ cursor: z.coerce.number().int().positive().optional(), limit: z.coerce.number().int().min(1).max(500).default(100) })
