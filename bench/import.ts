import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Done, Errand, From } from './import/manager.js'
import type { SteleServer } from './import/stele.js'

/**
 * Through the API of a server in a process of its own: importing a Markdown document of 10,000 units, publishing a version of it in which 5 % changed while
 * three languages are translated and approved, exporting it; and how long other people's saves take meanwhile, beside those of a quiet server.
 */
const people = 8
/** A person's pause between two saves, in ms: far shorter than anybody's, so that there are enough of them to count. */
const pause = 25

const start = (name: string): ChildProcess => fork(new URL(`import/${name}.ts`, import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
const child = start('stele')
const [server] = (await once(child, 'message')) as [SteleServer]
const manager = start('manager')
await once(manager, 'message')

async function send(errand: Errand): Promise<Done> {
  manager.send({ ...errand, cookie: server.manager, url: server.url } satisfies Errand & From)
  const [done] = (await Promise.race([once(manager, 'message'), once(manager, 'exit').then(() => Promise.reject(new Error('The errand failed')))])) as [Done]
  return done
}

async function save(unit: { id: number; wordingId: number; version: number }, text: string): Promise<number> {
  const headers = { cookie: server.translator, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const body = JSON.stringify({ text, wordingId: unit.wordingId, version: unit.version })
  const answer = await fetch(`${server.url}/api/v1/units/${unit.id}/locales/fr`, { method: 'PUT', headers, body })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { target: { version: number } }).target.version
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
      const version = await save(unit, `Tout individu a droit à la vie, ${saves++}`)
      times.push(performance.now() - start)
      desk.push({ ...unit, version })
      await setTimeout(pause)
    }
  }
  await Promise.all(Array.from({ length: people }, person))
  return times
}

const percentile = (times: number[], share: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0

type Work = () => Promise<{ took: number }>

async function measure(what: string, bar: string, work: Work): Promise<void> {
  const done = work()
  const times = await saveUntil(done)
  const { took } = await done
  const saved = `${times.length} saves p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`
  console.log(`${what.padEnd(34)} ${(took / 1000).toFixed(2).padStart(6)} s ${bar.padEnd(9)} · ${saved}`)
}

async function time(what: string, bar: string, work: Work): Promise<void> {
  console.log(`${what.padEnd(34)} ${((await work()).took / 1000).toFixed(2).padStart(6)} s ${bar}`)
}

await time('import, first in the process', '', () => send({ do: 'import', path: 'warm.md' }))
await time('import, quiet', '(bar 3 s)', () => send({ do: 'import', path: 'quiet.md' }))
await measure('saves only', '', () => setTimeout(3000, { took: 3000 }))
let id = 0
await measure('import', '(bar 3 s)', async () => {
  const done = await send({ do: 'import', path: 'rights.md' })
  id = done.id
  return done
})
child.send(id)
await once(child, 'message')
await measure('preview', '', () => send({ do: 'preview', id }))
await measure('revise 5 %', '(bar 3 s)', () => send({ do: 'revise', id, base: 1 }))
await measure('revert', '', () => send({ do: 'revert', id, base: 2 }))
await time('revise 5 %, quiet', '(bar 3 s)', () => send({ do: 'revise', id, base: 3 }))
await measure('export', '(bar 0.5 s)', () => send({ do: 'export', id }))
await time('export, quiet', '(bar 0.5 s)', () => send({ do: 'export', id }))
child.kill()
manager.kill()
