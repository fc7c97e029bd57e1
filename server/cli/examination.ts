import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { freemem, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import type { Config } from '../config.js'
import { migrationState } from '../store/backup.js'
import { databaseFile } from '../store/dataFolder.js'

export interface Diagnosis {
  name: string
  state: 'good' | 'doubtful' | 'bad'
  /** What was found and, unless it is good, what to do. */
  text: string
}

type Verdict = Omit<Diagnosis, 'name'>

const GiB = 1024 ** 3
const good = (text: string): Verdict => ({ state: 'good', text })
const doubtful = (text: string): Verdict => ({ state: 'doubtful', text })
const bad = (text: string): Verdict => ({ state: 'bad', text })

/** In the order in which things depend on each other. */
const checks: Record<string, (config: Config) => Verdict | Promise<Verdict>> = {
  node: checkNode,
  folder: checkFolder,
  disk: checkDisk,
  memory: checkMemory,
  database: checkDatabase,
  address: checkAddress,
  mail: checkMail,
}

/** Looks at all that the server depends on. A check that itself fails is a finding. */
export async function* examine(config: Config): AsyncGenerator<Diagnosis> {
  for (const [name, check] of Object.entries(checks)) {
    try {
      yield { name, ...(await check(config)) }
    } catch (error) {
      yield { name, ...bad(error instanceof Error ? error.message : String(error)) }
    }
  }
}

function checkNode(): Verdict {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19) ? good(process.versions.node) : bad(`${process.versions.node} is too old; install 20.19 or newer`)
}

/** File systems that lose what was written, or cannot lock: their numbers in Linux's statfs. */
const fleeting: Record<number, string> = { 0x01021994: 'memory (tmpfs)', 0x858458f6: 'memory (ramfs)' }
const remote: Record<number, string> = { 0x6969: 'NFS', 0x517b: 'SMB', 0xff534d42: 'CIFS', 0xfe534d42: 'SMB2' }

function checkFolder({ data }: Config): Verdict {
  const folder = nearestFolder(data)
  const probe = join(folder, `.stele-doctor-${process.pid}`)
  const began = performance.now()
  try {
    const descriptor = openSync(probe, 'wx', 0o600)
    writeSync(descriptor, 'x')
    fsyncSync(descriptor)
    closeSync(descriptor)
  } catch (error) {
    return bad(`nothing can be written to ${folder} (${error instanceof Error ? error.message : error}); give it to the user that runs stele`)
  } finally {
    rmSync(probe, { force: true })
  }
  const took = `${(performance.now() - began).toFixed(1)} ms for a durable write`
  const { type } = statfsSync(folder)
  if (fleeting[type]) return bad(`${folder} is in ${fleeting[type]} and lost at a restart; set STELE_DATA`)
  if (remote[type]) return doubtful(`${folder} is on ${remote[type]}, where SQLite's locks cannot be trusted; use a local disk`)
  if (existsSync(data) && (statSync(data).mode & 0o077) !== 0) return doubtful(`${data} can be read by others; chmod 700 it`)
  return good(existsSync(data) ? `${data}, ${took}` : `${data} will be made, ${took}`)
}

function checkDisk({ data }: Config): Verdict {
  const { bavail, bsize } = statfsSync(nearestFolder(data))
  const free = bavail * bsize
  const size = existsSync(databaseFile(data)) ? statSync(databaseFile(data)).size : 0
  const text = `${(free / GiB).toFixed(1)} GiB free`
  if (free < size * 2) return doubtful(`${text}, too little for a backup beside a database of ${(size / GiB).toFixed(1)} GiB`)
  return free < GiB ? doubtful(`${text}; make room before it is needed`) : good(text)
}

function checkMemory(): Verdict {
  const limit = process.constrainedMemory?.() ?? 0
  const total = limit > 0 && limit < totalmem() ? limit : totalmem()
  const text = `${(total / GiB).toFixed(1)} GiB, ${(Math.min(freemem(), total) / GiB).toFixed(1)} GiB free`
  return total < GiB / 2 ? doubtful(`${text}; large documents need 1 GiB`) : good(text)
}

function checkDatabase({ data }: Config): Verdict {
  const file = databaseFile(data)
  if (!existsSync(file)) return good('none yet; the server makes it')
  const { applied, pending } = migrationState(file)
  if (pending.length > 0) return doubtful(`lacks ${pending.join(', ')}; the server will migrate it when it starts, so make a backup first`)
  return good(`up to date (${applied.at(-1) ?? 'empty'}); stele verify looks inside`)
}

function checkAddress({ url, host, trustProxy }: Config): Verdict {
  const address = new URL(url)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
  if (address.protocol === 'http:' && !local)
    return bad(`${url} is not encrypted: cookies and passwords can be read on the way; put a proxy with TLS in front and set STELE_URL to https://`)
  if (address.protocol === 'https:' && trustProxy === 0)
    return doubtful(`${url} is behind a proxy, but STELE_TRUST_PROXY is 0: everybody shares the proxy's address in rate limits and logs`)
  if (address.protocol === 'https:' && !['127.0.0.1', '::1', 'localhost'].includes(host)) return doubtful(`${url}, but STELE_HOST=${host} can be reached around the proxy too`)
  return good(local ? `${url}, from this machine only` : `${url}, cookies only over TLS`)
}

async function checkMail({ smtp, mailFrom }: Config): Promise<Verdict> {
  if (smtp === null) return good('not set (STELE_SMTP): invitations and sign-in links are passed on by hand')
  const { host } = new URL(smtp)
  const { checkMailServer } = await import('../connectors/mail.js')
  try {
    await checkMailServer(smtp)
    return good(`${host} takes mails, from ${mailFrom}`)
  } catch (error) {
    return bad(`${host} does not answer as it should: ${error instanceof Error ? error.message : error}; see STELE_SMTP`)
  }
}

function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path))
}
