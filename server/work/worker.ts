import { constants, setPriority } from 'node:os'
import { parentPort, type Transferable } from 'node:worker_threads'
import { Refusal } from '../errors.js'
import { jobs } from './job.js'
import type { Report } from './report.js'
import type { FromWorker, ToWorker } from './message.js'

// Where processors are few, people's requests go first. Linux sets this for the thread that asks, other systems for the whole process.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

const say = (message: FromWorker, moved: Transferable[] = []) => parentPort?.postMessage(message, moved)

const report: Report = {
  progress: (stage, done, total) => say({ type: 'progress', stage, done, total }),
  batch: (json) => {
    const bytes = new TextEncoder().encode(json)
    say({ type: 'batch', bytes }, [bytes.buffer])
  },
}

async function work({ job, input }: ToWorker): Promise<void> {
  const run = jobs[job] as (input: unknown, report: Report) => unknown
  try {
    say({ type: 'done', output: await run(input, report) })
  } catch (error) {
    if (error instanceof Refusal) say({ type: 'refused', code: error.code, details: error.details })
    else say({ type: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
  }
}

parentPort?.on('message', (message: ToWorker) => void work(message))
