import { accountRoutes } from './account.js'
import { documentRoutes } from './document.js'
import { previewRoutes } from './preview.js'
import { projectRoutes } from './project.js'
import { unitRoutes } from './unit.js'
import type { Answer, Call } from './route.js'

/** Every route of the API below `/api/v1`, by `METHOD /path`. */
export const contract = { ...accountRoutes, ...projectRoutes, ...documentRoutes, ...previewRoutes, ...unitRoutes }
export type Contract = typeof contract
export type Key = keyof Contract
export type CallOf<K extends Key> = Call<Contract[K]>
export type AnswerOf<K extends Key> = Answer<Contract[K]>

/** What a refused request is answered with. */
export interface RefusalBody {
  error: { code: string; message: string; details: Record<string, unknown>; data?: unknown }
}
