import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../errors.js'
import type { JobInput, JobName, JobOutput } from './job.js'
import type { Stage } from './report.js'
import type { FromWorker, ToWorker } from './message.js'

export interface RunOptions {
  /** Aborting ends the worker at once, wherever it is; the job is refused with `cancelled`. */
  signal?: AbortSignal
  progress?(stage: Stage, done: number, total: number): void
  /**
   * Gets the job's rows as they are made: JSON arrays of at most `batchRows` as UTF-8, in order, all before the job is done.
   * As bytes they lie outside of the heap: as texts, thousands of rows that wait would make the garbage collector hold up everybody.
   */
  batch?(json: Uint8Array): void
}

/** Runs heavy pure work in worker threads, so that the event loop stays free. */
export interface WorkPool {
  /**
   * What the job answers, once a worker was free to run it. Refuses what the job refuses, `cancelled` when `signal` is aborted,
   * and `document-too-complex` when the worker ran out of memory. A worker that dies is replaced for the next job.
   */
  run<J extends JobName>(job: J, input: JobInput<J>, options?: RunOptions): Promise<JobOutput<J>>
  close(): Promise<void>
}

interface Task extends RunOptions {
  message: ToWorker
  /** Stops listening to the signal. */
  settled(): void
  resolve(output: unknown): void
  reject(error: Error): void
}

interface Slot {
  worker: Worker
  task: Task | null
  idle: NodeJS.Timeout | undefined
}

export interface PoolLimits {
  /** How many workers run at most. */
  size: number
  /** Memory of one worker, in MiB. */
  memory: number
  /** A worker that had nothing to do for so long is ended, in ms; the next job starts one again. */
  idle: number
}

const defaults: PoolLimits = { size: Math.max(2, Math.min(4, availableParallelism())), memory: 1024, idle: 30_000 }

/** For new objects of a worker, in MiB: twice what V8 would give, since those of a document live as long as its job and would be copied to and fro. Takes a quarter off an export. */
const youngGeneration = 96

export function createWorkPool(limits: Partial<PoolLimits> = {}): WorkPool {
  return new Pool({ ...defaults, ...limits })
}

class Pool implements WorkPool {
  readonly #limits: PoolLimits
  readonly #slots = new Set<Slot>()
  #waiting: Task[] = []
  #closed = false

  constructor(limits: PoolLimits) {
    this.#limits = limits
  }

  run<J extends JobName>(job: J, input: JobInput<J>, options: RunOptions = {}): Promise<JobOutput<J>> {
    return new Promise((resolve, reject) => {
      const { signal } = options
      if (this.#closed || signal?.aborted) return reject(new Refusal('cancelled'))
      const cancel = () => this.#cancel(task)
      const task: Task = {
        ...options,
        message: { job, input },
        settled: () => signal?.removeEventListener('abort', cancel),
        resolve: (output) => resolve(output as JobOutput<J>),
        reject,
      }
      signal?.addEventListener('abort', cancel, { once: true })
      this.#waiting.push(task)
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const task of this.#waiting.splice(0)) this.#settle(task, () => task.reject(new Refusal('cancelled')))
    await Promise.all([...this.#slots].map((slot) => this.#end(slot, new Refusal('cancelled'))))
  }

  #next(): void {
    if (this.#waiting.length === 0) return
    const free = [...this.#slots].find((slot) => !slot.task) ?? (this.#slots.size < this.#limits.size ? this.#start() : null)
    const task = free && this.#waiting.shift()
    if (!task) return
    clearTimeout(free.idle)
    free.task = task
    free.worker.ref()
    free.worker.postMessage(task.message)
  }

  #start(): Slot {
    const worker = startWorker(this.#limits.memory)
    const slot: Slot = { worker, task: null, idle: undefined }
    this.#slots.add(slot)
    worker.on('message', (message: FromWorker) => this.#hear(slot, message))
    worker.on('error', (error: NodeJS.ErrnoException) => void this.#end(slot, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('document-too-complex') : error))
    worker.on('exit', (code) => void this.#end(slot, new Error(`A worker ended with code ${code}`)))
    return slot
  }

  #hear(slot: Slot, message: FromWorker): void {
    const { task } = slot
    if (!task) return
    if (message.type === 'progress') return task.progress?.(message.stage, message.done, message.total)
    if (message.type === 'batch') return task.batch?.(message.bytes)
    slot.task = null
    slot.worker.unref()
    slot.idle = setTimeout(() => void this.#end(slot, new Refusal('cancelled')), this.#limits.idle).unref()
    this.#settle(task, () => {
      if (message.type === 'done') task.resolve(message.output)
      else if (message.type === 'refused') task.reject(new Refusal(message.code, message.details))
      else task.reject(new Error(`The job "${task.message.job}" failed`, { cause: message.error }))
    })
    this.#next()
  }

  #cancel(task: Task): void {
    const slot = [...this.#slots].find((one) => one.task === task)
    if (slot) return void this.#end(slot, new Refusal('cancelled'))
    this.#waiting = this.#waiting.filter((one) => one !== task)
    this.#settle(task, () => task.reject(new Refusal('cancelled')))
  }

  async #end(slot: Slot, why: Error): Promise<void> {
    if (!this.#slots.delete(slot)) return
    clearTimeout(slot.idle)
    const { task } = slot
    if (task) this.#settle(task, () => task.reject(why))
    this.#next()
    await slot.worker.terminate()
  }

  #settle(task: Task, answer: () => void): void {
    task.settled()
    answer()
  }
}

/** The built worker stands beside the bundle, or one folder up for the command line; in a checkout that is not built, the sources are run. */
function startWorker(memory: number): Worker {
  const built = ['./worker.js', '../worker.js'].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url))
  const resourceLimits = { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: youngGeneration }
  return new Worker(built ?? new URL('./workerFromSources.mjs', import.meta.url), { resourceLimits })
}
