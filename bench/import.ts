import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { makeBlocks, reviseBlocks, toText } from './import/document.js'
import type { SteleServer } from './import/stele.js'

/**
 * Through the API of a server in a process of its own: importing a Markdown document of 10,000 units, publishing a version of it in which 5 % changed while
 * three languages are translated and approved, exporting it; and how long other people's saves take meanwhile, beside those of a quiet server.
 */
const units = 10_000
const people = 8
/** A person's pause between two saves, in ms: far shorter than anybody's, so that there are enough of them to count. */
const pause = 25

const child = fork(new URL('import/stele.ts', import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
const [server] = (await once(child, 'message')) as [SteleServer]

async function call<T>(cookie: string, method: string, path: string, body?: unknown): Promise<T> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const answer = await fetch(`${server.url}/api/v1${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (answer.headers.get('content-type')?.includes('json') ? await answer.json() : await answer.arrayBuffer()) as T
}

const desk = server.units.map((unit) => ({ ...unit, version: 0 }))
let saves = 0

/** Saves until `done` settles; answers how long each save took, in ms. */
async function saveUntil(done: Promise<unknown>): Promise<number[]> {
  let going = true
  void done.finally(() => (going = false))
  const times: number[] = []
  const person = async () => {
    while (going) {
      const unit = desk.shift()
      if (!unit) return
      const start = performance.now()
      const { target } = await call<{ target: { version: number } }>(server.translator, 'PUT', `/units/${unit.id}/locales/fr`, {
        text: `Tout individu a droit à la vie, ${saves++}`,
        wordingId: unit.wordingId,
        version: unit.version,
      })
      times.push(performance.now() - start)
      desk.push({ ...unit, version: target.version })
      await setTimeout(pause)
    }
  }
  await Promise.all(Array.from({ length: people }, person))
  return times
}

const percentile = (times: number[], share: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0

async function measure(what: string, bar: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  let took = 0
  const done = work().then(() => (took = performance.now() - start))
  const times = await saveUntil(done)
  await done
  const saved = `${times.length} saves p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`
  console.log(`${what.padEnd(34)} ${(took / 1000).toFixed(2).padStart(6)} s ${bar.padEnd(9)} · ${saved}`)
}

async function time(what: string, bar: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await work()
  console.log(`${what.padEnd(34)} ${((performance.now() - start) / 1000).toFixed(2).padStart(6)} s ${bar}`)
}

const blocks = makeBlocks(units)
const [text, later] = [toText(blocks), toText(reviseBlocks(blocks))]
const importing = (path: string) => call<{ id: number; revisions: { units: number }[] }>(server.manager, 'POST', '/projects/charter/documents', { path, content: { text } })
const publishing = (id: number, base: number, content: object) => call(server.manager, 'POST', `/documents/${id}/revisions`, { base, content })

await time('import, first in the process', '', () => importing('warm.md'))
await time('import, quiet', '(bar 3 s)', () => importing('quiet.md'))
await measure('saves only', '', () => setTimeout(3000))
let id = 0
await measure('import', '(bar 3 s)', async () => ({ id } = await importing('rights.md')))
child.send(id)
await once(child, 'message')
await measure('preview', '', () => call(server.manager, 'POST', `/documents/${id}/preview`, { content: { text: later } }))
await measure('revise 5 %', '(bar 3 s)', () => publishing(id, 1, { text: later }))
await measure('revert', '', () => publishing(id, 2, { revertTo: 1 }))
await time('revise 5 %, quiet', '(bar 3 s)', () => publishing(id, 3, { text: later }))
const exporting = () => call(server.manager, 'GET', `/documents/${id}/locales/de/export?content=all`)
await measure('export', '(bar 0.5 s)', exporting)
await time('export, quiet', '(bar 0.5 s)', exporting)
child.kill()
