import { alignRevision, compareRevisions } from './alignRevision.js'
import { exportDocument } from './exportDocument.js'
import { prepareDocument } from './prepareRows.js'
import { zipFiles } from './zipFiles.js'
import { packBlob } from './packBlob.js'

export type Stage = 'reading' | 'aligning' | 'writing' | 'exporting'

/** How a job tells what it does before it is done. */
export interface Report {
  progress(stage: Stage, done: number, total: number): void
  /** Hands over rows as JSON text, at most `batchRows` in one. */
  batch(json: string): void
}

/** What worker threads can do: pure functions, whose input and output can be copied between threads. */
export const jobs = { packBlob, prepareDocument, alignRevision, compareRevisions, exportDocument, zipFiles }

export type JobName = keyof typeof jobs
export type JobInput<J extends JobName> = Parameters<(typeof jobs)[J]>[0]
export type JobOutput<J extends JobName> = ReturnType<(typeof jobs)[J]>
