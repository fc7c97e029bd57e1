#!/usr/bin/env node
// Builds what is stale: server/ to dist/server (main.js, program.js, worker.js and what they share), web/ to dist/web.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { isFresh, markBuilt, root, sourceHash } from './stamp.mjs'

const compressible = /\.(js|css|html|svg|json|webmanifest|map)$/

export async function build({ quiet = false } = {}) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  const say = quiet ? () => {} : (text) => console.error(text)
  if (!isFresh('server')) {
    say('Building the server…')
    const hash = sourceHash('server')
    await buildServer()
    markBuilt('server', hash)
  }
  if (!isFresh('web')) {
    say('Building the web application…')
    const hash = sourceHash('web')
    buildWeb()
    markBuilt('web', hash)
  }
}

async function buildServer() {
  const { build: bundle } = await import('esbuild')
  // Built beside and renamed, so that an interrupted build leaves no half of a server.
  const fresh = join(root, 'dist/server.fresh')
  const target = join(root, 'dist/server')
  rmSync(fresh, { recursive: true, force: true })
  await bundle({
    absWorkingDir: root,
    entryPoints: ['server/main.ts', 'server/cli/program.ts', 'server/work/worker.ts'],
    outdir: fresh,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  })
  rmSync(target, { recursive: true, force: true })
  renameSync(fresh, target)
}

function buildWeb() {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', join(root, 'web'), '--config', join(root, 'web/vite.config.ts'), '--outDir', join(root, 'dist/web'), '--emptyOutDir', '--logLevel', 'warn']
  // What is served is the same whoever builds it: a test runner says NODE_ENV=test, which would bundle React's slow development build.
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } })
  if (status !== 0) throw new Error('the web application could not be built')
  precompress(join(root, 'dist/web'))
}

/** Writes `.br` and `.gz` beside what is worth it, at full strength, so that the server never compresses assets. */
function precompress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !compressible.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    if (bytes.length < 1024) continue
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }))
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build()
