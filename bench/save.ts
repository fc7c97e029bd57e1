import { fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import type { BareServer } from './save/bare.js'
import type { SteleServer } from './save/stele.js'

/**
 * Saving a translation through the API, durably, against a bare Express route that does one durable UPDATE: requests a second at 16 connections,
 * the servers each in a process of its own. Only the ratio says something on a machine that others use too; the two take turns for that reason.
 */
const connections = 16
const seconds = 5
const rounds = 3

interface Figures {
  perSecond: number
  p50: number
  p99: number
}

async function start<T>(name: string): Promise<{ server: T; stop(): void }> {
  const child = fork(new URL(`save/${name}.ts`, import.meta.url), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [server] = (await once(child, 'message')) as [T]
  return { server, stop: () => void child.kill() }
}

async function fire(options: autocannon.Options): Promise<Figures> {
  const result = await autocannon({ ...options, connections, duration: seconds })
  const failed = result.errors + result.timeouts + result.non2xx
  if (failed > 0 || result['2xx'] === 0) throw new Error(`${failed} of ${result.requests.total} requests failed`)
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

const fireBare = ({ url }: BareServer): Promise<Figures> =>
  fire({ url, method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: 'Tous les êtres humains' }) })

/** Every connection takes the unit that waited longest, saves a new text of the version that it last saw, and puts it back. */
function fireStele({ url, cookie, units }: SteleServer, state: { waiting: SteleServer['units']; saves: number }): Promise<Figures> {
  state.waiting = units
  return fire({
    url,
    requests: [
      {
        method: 'PUT',
        setupRequest(request, context: { unit?: SteleServer['units'][number] }) {
          const unit = state.waiting.shift()
          if (!unit) throw new Error('More connections than units')
          context.unit = unit
          const body = JSON.stringify({ text: `Tous les êtres humains naissent libres, ${state.saves++}`, wordingId: unit.wordingId, version: unit.version })
          return { ...request, path: `/api/v1/units/${unit.id}/locales/fr`, headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie }, body }
        },
        onResponse(status, body, context: { unit?: SteleServer['units'][number] }) {
          if (!context.unit || status !== 200) return
          const saved = JSON.parse(body) as { target: { version: number } }
          state.waiting.push({ ...context.unit, version: saved.target.version })
        },
      },
    ],
  })
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

const bare = await start<BareServer>('bare')
const stele = await start<SteleServer>('stele')
const state = { waiting: stele.server.units, saves: 0 }
const ratios: number[] = []
for (let round = 1; round <= rounds; round++) {
  const one = await fireBare(bare.server)
  const other = await fireStele(stele.server, state)
  ratios.push(other.perSecond / one.perSecond)
  const show = ({ perSecond, p50, p99 }: Figures) => `${perSecond.toFixed(0).padStart(5)}/s (p50 ${p50} ms, p99 ${p99} ms)`
  console.log(`save: bare ${show(one)} · stele ${show(other)} · ratio ${(other.perSecond / one.perSecond).toFixed(2)}`)
}
console.log(`save: median ratio ${median(ratios).toFixed(2)}, to be at least 0.50`)
bare.stop()
stele.stop()
