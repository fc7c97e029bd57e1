import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Runs every benchmark of this folder, one after another, each in a process of its own. */
const folder = fileURLToPath(new URL('.', import.meta.url))
const tsx = fileURLToPath(new URL('../node_modules/tsx/dist/cli.mjs', import.meta.url))

for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .sort()) {
  process.stdout.write(`\n── ${file.replace(/\.ts$/, '')} ──\n`)
  const { status } = spawnSync(process.execPath, [tsx, folder + file], { stdio: 'inherit' })
  if (status !== 0) process.stdout.write(`ended with ${status}\n`)
}
