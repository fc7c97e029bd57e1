#!/usr/bin/env node
// `npm start`: from a fresh checkout to a running server. Needs Node and nothing else, so nothing is imported before it is certain to be there.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) fail(`Stele needs Node.js 20.19 or newer, and this is ${process.versions.node}. See https://nodejs.org/`)

process.chdir(new URL('..', import.meta.url).pathname)
if (!isInstalled()) {
  console.error('Installing dependencies (one to two minutes)…')
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status !== 0) fail('Dependencies could not be installed; what npm says above tells why.')
}
try {
  const { build } = await import('./build.mjs')
  await build()
} catch (error) {
  fail(`Building failed: ${error.message}`)
}
process.argv.splice(2, 0, 'serve')
await import('../dist/server/program.js')

/** Whether every package of package-lock.json is there in its version; what is optional may be missing, as on another platform. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const installed = packagesOf('node_modules/.package-lock.json')
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) => path === '' || installed[path]?.version === version || (!installed[path] && (optional || devOptional)),
  )
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
