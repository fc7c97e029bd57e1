import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { formats } from '../../server/formats/index.js'
import { hardTexts } from './hardTexts.js'
import type { Report, Task } from './worker.js'

/**
 * Throws hurt samples at every reader, or texts of doubling sizes: `npm run fuzz -- --inputs 1000000 --seed 1`, `npm run fuzz -- --doubling`.
 * Exit code 1 where a reader crashes, hangs, breaks a document or takes more than linear time; what did it is left in the folder `--out`, as small as it was made.
 */
const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    format: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'test-output/fuzz' },
    doubling: { type: 'boolean', default: false },
    most: { type: 'string', default: '64' },
  },
})

const batch = 2000
/** A reader that needs longer for an input, or for a hard text, hangs. */
const patience = { input: 60_000, hard: 180_000 }
const memory = 4096
/** How much longer a byte may take in a text of many times the size. */
const growth = 4

const chosen = formats.filter(({ id }) => values.format.length === 0 || values.format.includes(id))
mkdirSync(values.out, { recursive: true })
const say = (line: string) => process.stdout.write(`${line}\n`)

function keep(name: string, bytes: Uint8Array): void {
  writeFileSync(`${values.out}/${name}`, bytes)
  process.exitCode = 1
}

/** What a worker reports; a text where it ended without, or was ended for its slowness. `alive` is asked now and then. */
function run(task: Task, alive: () => boolean): Promise<Report | string> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: memory } })
    const end = (result: Report | string) => {
      clearInterval(watch)
      resolve(result)
      void worker.terminate()
    }
    const watch = setInterval(() => !alive() && end('hangs'), 1000)
    worker.once('message', end)
    worker.once('error', (error: Error) => end(error.message))
  })
}

async function fuzz(format: string, count: number, seed: number): Promise<void> {
  const totals: Record<string, number> = {}
  const began = performance.now()
  for (let done = 0; done < count; done += batch) {
    const current = new SharedArrayBuffer(256 * 1024)
    const state = { seen: '', since: performance.now() }
    const bytes = () => Uint8Array.from(new Uint8Array(current, 4, new Uint32Array(current, 0, 1)[0]))
    const alive = () => {
      const seen = Buffer.from(bytes().subarray(0, 4096)).toString('latin1')
      if (seen !== state.seen) Object.assign(state, { seen, since: performance.now() })
      return performance.now() - state.since < patience.input
    }
    const name = `${format}-${seed + done}`
    const report = await run({ format, inputs: { seed: seed + done, count: Math.min(batch, count - done), current } }, alive)
    if (typeof report === 'string') {
      keep(`${name}-stopped`, bytes())
      say(`${name}: ${report}`)
      continue
    }
    for (const [outcome, number] of Object.entries(report.outcomes ?? {})) totals[outcome] = (totals[outcome] ?? 0) + number
    if (report.unsaid) writeFileSync(`${values.out}/${format}-not-read-back`, report.unsaid)
    if (report.failure) {
      keep(`${name}-failed`, report.failure.bytes)
      say(`${name}: ${report.failure.error}`)
    }
  }
  const seconds = (performance.now() - began) / 1000
  say(
    `${format}: ${count} inputs in ${seconds.toFixed(0)} s; ${Object.entries(totals)
      .map(([outcome, number]) => `${outcome} ${number}`)
      .join(', ')}`,
  )
}

async function double(format: string, name: string, most: number): Promise<void> {
  const perByte: number[] = []
  let last = ''
  for (let size = 64 * 1024; size <= most; size *= 2) {
    const until = performance.now() + patience.hard
    const report = await run({ format, hard: { name, size } }, () => performance.now() < until)
    const mebibytes = (size / 1024 / 1024).toFixed(2)
    if (typeof report === 'string') {
      last = `${report} at ${mebibytes} MiB`
      if (report === 'hangs') process.exitCode = 1
      break
    }
    perByte.push(report.milliseconds! / size)
    last = `${mebibytes} MiB in ${report.milliseconds!.toFixed(0)} ms`
  }
  const ratio = perByte.length > 2 ? perByte.at(-1)! / Math.min(...perByte.slice(0, -1)) : 1
  if (ratio > growth) process.exitCode = 1
  say(
    `${format} ${JSON.stringify(name)}: ${last}, ${((perByte.at(-1) ?? 0) * 1e6).toFixed(0)} ns a byte, ${ratio.toFixed(1)} times the least${ratio > growth ? ' — MORE THAN LINEAR' : ''}`,
  )
}

for (const format of chosen)
  if (values.doubling) for (const name of hardTexts(format)) await double(format.id, name, Number(values.most) * 1024 * 1024)
  else await fuzz(format.id, Math.ceil(Number(values.inputs) / chosen.length), Number(values.seed))
