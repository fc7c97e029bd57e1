export type Stage = 'reading' | 'aligning' | 'writing' | 'exporting'

/** How a job tells what it does before it is done. */
export interface Report {
  progress(stage: Stage, done: number, total: number): void
  /** Hands over rows as JSON text, at most `batchRows` in one. */
  batch(json: string): void
}
