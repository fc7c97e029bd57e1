import fc from 'fast-check'
import { parentPort, workerData } from 'node:worker_threads'
import { formatById } from '../../server/formats/index.js'
import { examine, type Outcome } from './examine.js'
import { inputsOf } from './inputs.js'
import { spell } from './hardTexts.js'

/** What a worker is asked: inputs of a format from a seed on, or one hard text of a size. `current` is where it leaves what it is reading, for whoever finds it hanging. */
export interface Task {
  format: string
  inputs?: { seed: number; count: number; current: SharedArrayBuffer }
  hard?: { name: string; size: number }
}

export interface Report {
  outcomes?: Partial<Record<Outcome, number>>
  failure?: { bytes: Uint8Array; error: string }
  /** An input of which the text could not be said again. */
  unsaid?: Uint8Array
  /** Of the processor: what other programs do meanwhile is not counted. */
  milliseconds?: number
  bytes?: number
}

const { format: id, inputs, hard } = workerData as Task
const format = formatById(id)!
if (inputs) parentPort!.postMessage(fuzz(inputs))
if (hard) parentPort!.postMessage(measure(hard))

function fuzz({ seed, count, current }: NonNullable<Task['inputs']>): Report {
  const outcomes: Report['outcomes'] = {}
  const shared = new Uint8Array(current, 4)
  const length = new Uint32Array(current, 0, 1)
  let unsaid: Uint8Array | undefined
  const property = fc.property(inputsOf(format), (bytes) => {
    shared.set(bytes.subarray(0, shared.length))
    length[0] = Math.min(bytes.length, shared.length)
    const outcome = examine(format, bytes)
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    if (outcome === 'not-read-back' && (!unsaid || bytes.length < unsaid.length)) unsaid = bytes
  })
  const found = fc.check(property, { seed, numRuns: count })
  const [bytes] = found.counterexample ?? []
  return {
    outcomes,
    ...(unsaid && { unsaid }),
    ...(found.failed &&
      bytes && { failure: { bytes, error: found.errorInstance instanceof Error ? (found.errorInstance.stack ?? found.errorInstance.message) : String(found.errorInstance) } }),
  }
}

function measure({ name, size }: NonNullable<Task['hard']>): Report {
  const bytes = spell(format, name, size)
  const began = process.cpuUsage()
  const outcome = examine(format, bytes)
  const { user, system } = process.cpuUsage(began)
  return { milliseconds: (user + system) / 1000, bytes: bytes.length, outcomes: { [outcome]: 1 } }
}
