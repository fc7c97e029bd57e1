import type { RefusalCode, RefusalDetails } from '../errors.js'
import type { JobName } from './job.js'
import type { Stage } from './report.js'

export interface ToWorker {
  job: JobName
  input: unknown
}

export type FromWorker =
  | { type: 'progress'; stage: Stage; done: number; total: number }
  | { type: 'batch'; bytes: Uint8Array }
  | { type: 'done'; output: unknown }
  | { type: 'refused'; code: RefusalCode; details: RefusalDetails }
  | { type: 'failed'; error: Error }
