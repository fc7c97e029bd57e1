import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** What each half of the product is built from. */
const sources = {
  server: ['server', 'migrations', 'locales', 'package.json', 'bin/build.mjs'],
  web: ['web', 'server/contract', 'server/document', 'server/revise', 'server/workflow', 'locales', 'package-lock.json', 'bin/build.mjs'],
}

/** Whether `half` was built from exactly the sources that are there now; an installation without sources is always fresh. */
export function isFresh(half) {
  const built = readStamps()[half]
  return built !== undefined && (!exists(join(root, sources[half][0])) || built === sourceHash(half))
}

export const sourceHash = (half) => {
  const hash = createHash('sha256')
  for (const source of sources[half]) addTo(hash, source)
  return hash.digest('hex')
}

export function markBuilt(half, hash) {
  writeFileSync(stampFile, JSON.stringify({ ...readStamps(), [half]: hash }))
}

const stampFile = join(root, 'dist/stamp.json')

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {}
  }
}

function addTo(hash, path) {
  const full = join(root, path)
  if (!exists(full)) return
  if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`)
  else hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
}

const exists = (path) => statSync(path, { throwIfNoEntry: false }) !== undefined
