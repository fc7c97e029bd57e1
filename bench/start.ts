import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/**
 * `npm start` on a built checkout with an existing database, as its user sees it: time to listening, and memory once it is idle.
 * And what a browser loads before it shows the first view: the scripts that index.html names, compressed.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'stele-bench-'))

try {
  execFileSync(process.execPath, [join(root, 'bin/build.mjs')], { stdio: 'inherit' })
  await stop((await start()).child)
  const times: number[] = []
  let memory = 0
  for (let round = 0; round < 5; round++) {
    const { child, milliseconds } = await start()
    times.push(milliseconds)
    if (round === 4) {
      await setTimeout(3000)
      memory = residentMiB(child.pid ?? 0)
    }
    await stop(child)
  }
  const help = Array.from({ length: 5 }, () => timed(() => execFileSync(process.execPath, [join(root, 'bin/stele'), '--help'])))
  console.table([
    { what: 'start to listening, median of 5', measured: `${Math.round(median(times))} ms`, bar: '2,000 ms' },
    { what: 'idle memory (resident)', measured: `${memory.toFixed(0)} MiB`, bar: '120 MiB' },
    { what: 'scripts of the first view, compressed', measured: `${(scriptBytes() / 1024).toFixed(1)} KiB`, bar: '200 KiB' },
    { what: 'stele --help, median of 5', measured: `${Math.round(median(help))} ms`, bar: '150 ms' },
  ])
} finally {
  rmSync(data, { recursive: true, force: true })
}

async function start(): Promise<{ child: ChildProcess; milliseconds: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'bin/start.mjs')], {
    env: { ...process.env, STELE_DATA: data, STELE_PORT: '0', STELE_DEMO: 'off', STELE_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => String(chunk).includes('listens on') && resolve())
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it listened`)))
  })
  return { child, milliseconds: performance.now() - began }
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** Linux only; 0 elsewhere. */
function residentMiB(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function scriptBytes(): number {
  const html = readFileSync(join(root, 'dist/web/index.html'), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => join(root, 'dist/web', match[1] ?? ''))
  return scripts.reduce((sum, script) => sum + compressedSize(script), 0)
}

function compressedSize(script: string): number {
  return (statSync(`${script}.gz`, { throwIfNoEntry: false }) ?? statSync(script)).size
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
