import { zipSync, type Zippable } from 'fflate'

export interface ZipEntry {
  /** Folders and name, with `/` between. */
  name: string
  bytes: Uint8Array
}

/** Names that Windows keeps for devices. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A zip of files. Names are written so that every system can unpack them, inside the folder where it unpacks, and none over another. */
export function zipFiles({ files }: { files: ZipEntry[] }): Uint8Array {
  const zip: Zippable = {}
  const taken = new Set<string>()
  for (const { name, bytes } of files) {
    const safe = name.split('/').map(safeSegment).join('/')
    let free = safe
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = safe.replace(/(\.[^./]*)?$/, ` (${count})$1`)
    taken.add(free.toLowerCase())
    zip[free] = bytes
  }
  return zipSync(zip, { level: 6 })
}

function safeSegment(segment: string): string {
  const plain = segment.replace(/[<>:"|?*\\\p{Cc}]/gu, '_').replace(/[. ]+$/, (end) => '_'.repeat(end.length))
  return deviceName.test(plain) ? `_${plain}` : plain
}
