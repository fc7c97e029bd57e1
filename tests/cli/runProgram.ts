import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

const launcher = fileURLToPath(new URL('../../bin/stele', import.meta.url))

/** Runs `bin/stele` as a shell would, without a terminal. */
export function stele(args: string[], options: { input?: string; env?: Record<string, string>; cwd?: string } = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, ...args], { cwd: options.cwd, env: { ...process.env, ...options.env } })
    const outcome: Outcome = { code: null, stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (outcome.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (outcome.stderr += text))
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...outcome, code }))
    child.stdin.end(options.input ?? '')
  })
}
