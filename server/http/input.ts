import type { z } from 'zod'
import { ar, en, es } from 'zod/locales'
import { Refusal } from '../errors.js'

/** Reasons of a refused value in the person's language; a new interface language has its line here. */
const reasons: Record<string, z.core.$ZodErrorMap> = { en: en().localeError, es: es().localeError, ar: ar().localeError }

/** The parameters that name a place, as far as a route has them. */
interface Parsed extends Record<string, unknown> {
  project?: string
  document?: number
  unit?: number
  comment?: number
  locale?: string
}

/** What a part of a request says, by its schema; undefined where the route takes none. Refuses `invalid-input` with the first field that is wrong, and why. */
export function parse(schema: z.ZodType | undefined, value: unknown, part: 'path' | 'query' | 'body', language: string): Parsed | undefined {
  if (!schema) return undefined
  const result = schema.safeParse(value, { error: reasons[language] })
  if (result.success) return result.data as Parsed
  const issue = result.error.issues[0]
  throw new Refusal('invalid-input', { field: [part, ...(issue?.path ?? [])].join('.'), reason: issue?.message ?? '' })
}
