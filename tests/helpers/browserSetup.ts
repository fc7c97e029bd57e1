import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Browser tests look at what is served in production: built once, and only what is stale. */
export default function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../bin/build.mjs', import.meta.url))], { stdio: 'inherit' })
}
