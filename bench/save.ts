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
const rounds = 5
/** So many requests first, until both run compiled code. */
const warmUp = 5000

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

async function fire(options: autocannon.Options, warm: boolean): Promise<Figures> {
  const result = await autocannon({ ...options, connections, ...(warm ? { duration: seconds } : { amount: warmUp }) })
  const failed = result.errors + result.timeouts + result.non2xx
  if (failed > 0 || result['2xx'] === 0) throw new Error(`${failed} of ${result.requests.total} requests failed`)
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

/** The client does the same for both: it makes a new text for every request and reads every answer. */
function fireBare({ url }: BareServer, warm: boolean): Promise<Figures> {
  const setupRequest: autocannon.Request['setupRequest'] = (request) => {
    const body = JSON.stringify({ text: `Tous les êtres humains naissent libres, ${saves++}` })
    return { ...request, path: '/', headers: { 'content-type': 'application/json' }, body }
  }
  const onResponse: autocannon.Request['onResponse'] = (_status, body) => void JSON.parse(body)
  return fire({ url, requests: [{ method: 'PUT', setupRequest, onResponse }] }, warm)
}

/** One request that never changes: what autocannon sends fastest. The comparison is then as much one of clients as of servers. */
const fireFixed = ({ url }: BareServer): Promise<Figures> =>
  fire({ url, method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: 'Tous les êtres humains' }) }, true)

interface Turn {
  unit?: SteleServer['units'][number]
}
let saves = 0

/** Every connection takes the unit that waited longest, saves a new text over the version that was answered last, and puts it back. */
function fireStele({ url, cookie, units }: SteleServer, warm: boolean): Promise<Figures> {
  const setupRequest: autocannon.Request['setupRequest'] = (request, turn: Turn) => {
    const unit = units.shift()
    if (!unit) throw new Error('More connections than units')
    turn.unit = unit
    const body = JSON.stringify({ text: `Tous les êtres humains naissent libres, ${saves++}`, wordingId: unit.wordingId, version: unit.version })
    return { ...request, path: `/api/v1/units/${unit.id}/locales/fr`, headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie }, body }
  }
  const onResponse: autocannon.Request['onResponse'] = (status, body, turn: Turn) => {
    if (!turn.unit || status !== 200) return
    const saved = JSON.parse(body) as { target: { version: number } }
    units.push({ ...turn.unit, version: saved.target.version })
  }
  return fire({ url, requests: [{ method: 'PUT', setupRequest, onResponse }] }, warm)
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

const bare = await start<BareServer>('bare')
const stele = await start<SteleServer>('stele')
await fireBare(bare.server, false)
await fireStele(stele.server, false)
const ratios = { bare: [] as number[], fixed: [] as number[] }
for (let round = 1; round <= rounds; round++) {
  const one = await fireBare(bare.server, true)
  const other = await fireStele(stele.server, true)
  const fixed = await fireFixed(bare.server)
  ratios.bare.push(other.perSecond / one.perSecond)
  ratios.fixed.push(other.perSecond / fixed.perSecond)
  const show = ({ perSecond, p50, p99 }: Figures) => `${perSecond.toFixed(0).padStart(5)}/s (p50 ${p50} ms, p99 ${p99} ms)`
  console.log(`save: bare ${show(one)} · stele ${show(other)} · bare, one fixed request ${show(fixed)}`)
}
console.log(`save: median ratio ${median(ratios.bare).toFixed(2)}, to be at least 0.50; to a fixed request ${median(ratios.fixed).toFixed(2)}`)
bare.stop()
stele.stop()
