import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program as people run it: a process of its own, on a free port, with a database of its own. */
export interface RunningStele {
  url: string
  data: string
  /** The first administrator's sign-in link; empty where somebody has an account already. */
  firstLink: string
  process: ChildProcess
  /** Starts it again with the same database and port, after `stop` or `kill`. */
  restart(): Promise<void>
  /** As Ctrl+C does. */
  stop(): Promise<void>
  /** As a power cut does. */
  kill(): Promise<void>
  /** Stops it and removes its database. */
  remove(): Promise<void>
}

const program = fileURLToPath(new URL('../../bin/stele', import.meta.url))

export async function runStele(environment: Record<string, string> = {}): Promise<RunningStele> {
  const data = mkdtempSync(join(tmpdir(), 'stele-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = async () => {
    const child = spawn(process.execPath, [program, 'serve'], {
      env: { ...process.env, STELE_DATA: data, STELE_PORT: String(port), STELE_DEMO: 'off', STELE_LOG: 'error', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return { child, link: await listening(child) }
  }
  const first = await start()
  const end = async (signal: NodeJS.Signals) => {
    if (running.process.exitCode !== null || running.process.signalCode !== null) return
    const gone = once(running.process, 'exit')
    running.process.kill(signal)
    await gone
  }
  const running: RunningStele = {
    url,
    data,
    firstLink: first.link,
    process: first.child,
    async restart() {
      running.process = (await start()).child
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async remove() {
      await end('SIGTERM')
      rmSync(data, { recursive: true, force: true })
    },
  }
  return running
}

/** Waits until the program says where it listens; answers the sign-in link that it prints then, if it does. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`Stele ended with ${code} before it listened: ${said}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      said += String(chunk)
      if (!/listens on/.test(said)) return
      // Both lines are written at once; a moment covers a pipe that cuts them.
      setTimeout(() => resolve(/https?:\/\/\S+\/sign-in\/\S+/.exec(said)?.[0] ?? ''), 50)
    })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
