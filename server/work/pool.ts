/** Runs heavy pure work in worker threads, so that the event loop stays free. */
export interface WorkPool {
  close(): Promise<void>
}
