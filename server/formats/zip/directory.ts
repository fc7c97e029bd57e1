import { Refusal } from '../../errors.js'

/** An entry of the archive's directory; offsets in bytes from the start of the file. */
export interface Entry {
  /** With `/` between folders, as all writers but some very old ones have it. */
  name: string
  flags: number
  /** 0 stored, 8 deflated. */
  method: number
  crc: number
  /** Bytes as they stand in the archive. */
  packed: number
  /** Bytes when unpacked. */
  size: number
  /** Its record in the directory. */
  record: number
  /** Its local header, its data, and what follows the data and its descriptor. */
  start: number
  data: number
  end: number
}

/** The end of the archive: its own record, and the directory before it. */
interface End {
  start: number
  directory: number
  count: number
  /** How far everything stands behind where the offsets say: the length of what was put before the archive. */
  prefix: number
}

const signature = { local: 0x04034b50, record: 0x02014b50, end: 0x06054b50, descriptor: 0x08074b50 }
const broken = (problem: string, name = '') => new Refusal('container-broken', { problem, name })

/** The directory of a zip archive, by PKWARE's APPNOTE.TXT 4.3. Entries lie in the file without overlap and have names of their own, or the archive is refused. */
export function readDirectory(bytes: Uint8Array): { entries: Entry[]; end: End } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = findEnd(bytes, view)
  const entries: Entry[] = []
  let at = end.directory
  for (let n = 0; n < end.count; n++) {
    if (at + 46 > end.start || view.getUint32(at, true) !== signature.record) throw broken('truncated')
    entries.push(readRecord(bytes, view, at, end))
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw broken('contradiction')
  measure(view, entries, end)
  return { entries, end }
}

/** The end record: the last signature in the file whose comment fits behind it. */
function findEnd(bytes: Uint8Array, view: DataView): End {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== signature.end || at + 22 + view.getUint16(at + 20, true) > bytes.length) continue
    const [count, size, offset] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true), view.getUint32(at + 16, true)]
    if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) throw new Refusal('container-unsupported', { feature: 'zip64' })
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count) throw new Refusal('container-unsupported', { feature: 'volumes' })
    if (offset + size > at) throw broken('truncated')
    return { start: at, directory: at - size, count, prefix: at - size - offset }
  }
  throw noArchive(bytes, view)
}

/** What a file is that has no end record. Office keeps encrypted documents, and those of before 2007, in compound files: [MS-CFB] 2.2. */
function noArchive(bytes: Uint8Array, view: DataView): Refusal {
  if (bytes.length >= 8 && view.getUint32(0) === 0xd0cf11e0 && view.getUint32(4) === 0xa1b11ae1)
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('EncryptedPackage', 0, 'utf16le') ? new Refusal('container-encrypted') : broken('legacy')
  return broken(bytes.length >= 4 && view.getUint32(0, true) === signature.local ? 'truncated' : 'noArchive')
}

function readRecord(bytes: Uint8Array, view: DataView, record: number, end: End): Entry {
  const nameEnd = record + 46 + view.getUint16(record + 28, true)
  const [packed, size, offset] = [view.getUint32(record + 20, true), view.getUint32(record + 24, true), view.getUint32(record + 42, true)]
  if (packed === 0xffffffff || size === 0xffffffff || offset === 0xffffffff) throw new Refusal('container-unsupported', { feature: 'zip64' })
  const name = Buffer.from(bytes.subarray(record + 46, nameEnd))
    .toString('utf8')
    .replaceAll('\\', '/')
  const start = offset + end.prefix
  if (start + 30 > end.directory || view.getUint32(start, true) !== signature.local) throw broken('damaged', name)
  const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  if (data + packed > end.directory) throw broken('damaged', name)
  return {
    name,
    flags: view.getUint16(record + 8, true),
    method: view.getUint16(record + 10, true),
    crc: view.getUint32(record + 16, true),
    packed,
    size,
    record,
    start,
    data,
    end: data + packed,
  }
}

/** Finds descriptors behind the data; no entry may reach into the next one. */
function measure(view: DataView, entries: readonly Entry[], end: End): void {
  const ordered = entries.toSorted((a, b) => a.start - b.start)
  ordered.forEach((entry, at) => {
    const next = ordered[at + 1]?.start ?? end.directory
    if (entry.end > next) throw broken('damaged', entry.name)
    if (!(view.getUint16(entry.start + 6, true) & 8)) return
    const signed = entry.end + 4 <= next && view.getUint32(entry.end, true) === signature.descriptor
    entry.end = Math.min(next, entry.end + (signed ? 16 : 12))
  })
}
