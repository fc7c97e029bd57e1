import { parentPort, type Transferable } from 'node:worker_threads'
import { Refusal } from '../errors.js'
import { jobs } from './job.js'
import type { Report } from './report.js'
import type { FromWorker, ToWorker } from './message.js'

const say = (message: FromWorker, moved: Transferable[] = []) => parentPort?.postMessage(message, moved)

const report: Report = {
  progress: (stage, done, total) => say({ type: 'progress', stage, done, total }),
  batch: (json) => {
    const bytes = new TextEncoder().encode(json)
    say({ type: 'batch', bytes }, [bytes.buffer])
  },
}

parentPort?.on('message', ({ job, input }: ToWorker) => {
  const run = jobs[job] as (input: unknown, report: Report) => unknown
  try {
    say({ type: 'done', output: run(input, report) })
  } catch (error) {
    if (error instanceof Refusal) say({ type: 'refused', code: error.code, details: error.details })
    else say({ type: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
  }
})
