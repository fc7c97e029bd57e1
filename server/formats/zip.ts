import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { Refusal } from '../errors.js'
import { readDirectory, type Entry } from './zip/directory.js'

/** How many bytes the parts of one archive may have together, unpacked: a few kilobytes of zeros in a zip file can unpack to gigabytes. */
export const unpackedLimit = 64 * 1024 * 1024

/** A text packs to a thirtieth of its size at best, zeros to a thousandth: an entry that unpacks to more times its size is a bomb, unless it is small with all others like it. */
const mostTimes = 100
const smallLimit = 4 * 1024 * 1024

/** An archive whose directory is read; entries are unpacked when asked for. */
export interface Zip {
  /** In the order of the archive's directory. */
  names: readonly string[]
  has(name: string): boolean
  /**
   * An entry's unpacked bytes, or undefined where there is none of this name. Refuses an entry that is encrypted, packed by another method than deflate,
   * at odds with its size or checksum, a bomb by `mostTimes`, and the one with which all that was read exceeds `unpackedLimit`.
   */
  read(name: string): Uint8Array | undefined
}

/** Opens a zip archive. Refuses what is none, broken, encrypted as a whole, or in a variant (zip64, several volumes) that no document has. */
export function openZip(bytes: Uint8Array): Zip {
  const { entries } = readDirectory(bytes)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  let left = unpackedLimit
  let small = smallLimit
  return {
    names: entries.map(({ name }) => name),
    has: (name) => byName.has(name),
    read(name) {
      const entry = byName.get(name)
      if (!entry) return undefined
      const { size, packed } = entry
      if (size > packed * mostTimes) small -= size
      if (small < 0) throw new Refusal('container-bomb', { name, size: Math.ceil(size / 1024 / 1024), times: Math.floor(size / Math.max(1, packed)), limit: mostTimes })
      left -= size
      if (left < 0) throw new Refusal('container-too-large', { limit: unpackedLimit / 1024 / 1024 })
      return unpack(bytes, entry)
    },
  }
}

/**
 * The archive with other bytes in some of its entries, which stay packed or stored as they were. All else is copied: other entries with their headers, their order,
 * what stands before, between and behind them. Names that the archive lacks are left out. Without changes, the very same array comes back.
 */
export function rewriteZip(bytes: Uint8Array, changed: ReadonlyMap<string, Uint8Array>): Uint8Array {
  if (changed.size === 0) return bytes
  const { entries, end } = readDirectory(bytes)
  const chunks: Uint8Array[] = []
  let copied = 0
  let moved = 0
  // A copy: `slice` of a Buffer is none.
  const directory = new Uint8Array(bytes.subarray(end.directory))
  const view = new DataView(directory.buffer)
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    const record = entry.record - end.directory
    view.setUint32(record + 42, view.getUint32(record + 42, true) + moved, true)
    const content = changed.get(entry.name)
    if (!content) continue
    const data = entry.method === 0 ? content : deflateRawSync(content)
    const sums = { flags: entry.flags & ~descriptorFollows, crc: crc32(content), packed: data.length, size: content.length }
    setSums(view, record + 8, sums)
    const header = localHeader(bytes, entry, sums)
    chunks.push(bytes.subarray(copied, entry.start), header, data)
    copied = entry.end
    moved += header.length + data.length - (entry.end - entry.start)
  }
  view.setUint32(end.start - end.directory + 16, view.getUint32(end.start - end.directory + 16, true) + moved, true)
  return Buffer.concat([...chunks, bytes.subarray(copied, end.directory), directory])
}

/** General purpose flag: sizes and checksum stand behind the data, where the writer could not know them in time. */
const descriptorFollows = 8

interface Sums {
  flags: number
  crc: number
  packed: number
  size: number
}

/** Writes what both kinds of headers say of an entry; `at` is where the flags stand. */
function setSums(view: DataView, at: number, { flags, crc, packed, size }: Sums): void {
  view.setUint16(at, flags, true)
  view.setUint32(at + 8, crc, true)
  view.setUint32(at + 12, packed, true)
  view.setUint32(at + 16, size, true)
}

function localHeader(bytes: Uint8Array, entry: Entry, sums: Sums): Uint8Array {
  const header = new Uint8Array(bytes.subarray(entry.start, entry.data))
  setSums(new DataView(header.buffer), 6, sums)
  return header
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  const { name, method, size, data, packed } = entry
  if (entry.flags & 1) throw new Refusal('container-encrypted')
  if (method !== 0 && method !== 8) throw new Refusal('container-unsupported', { feature: `method ${method}` })
  const damaged = () => new Refusal('container-broken', { problem: 'damaged', name })
  const stored = bytes.subarray(data, data + packed)
  const content = method === 0 ? stored : inflate(stored, size)
  if (content?.length !== size || crc32(content) !== entry.crc) throw damaged()
  return content
}

/** Null where the data is not deflated, or is longer than its header says. */
function inflate(data: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) })
  } catch {
    return null
  }
}
