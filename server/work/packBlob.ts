import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

export interface PackedBlob {
  sha256: string
  bytes: Uint8Array
  encoding: 'raw' | 'deflate'
  /** Of the original, in bytes. */
  size: number
}

/** The same of a text, with its bytes in UTF-8. */
export function packText({ text }: { text: string }): { original: Uint8Array; blob: PackedBlob } {
  const original = new TextEncoder().encode(text)
  return { original, blob: packBlob({ bytes: original }) }
}

/** Bytes as they are stored: named by their hash, compressed where that saves a tenth or more. */
export function packBlob({ bytes }: { bytes: Uint8Array }): PackedBlob {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const deflated = deflateSync(bytes, { level: 3 })
  const pays = deflated.length < bytes.length * 0.9
  return { sha256, bytes: pays ? deflated : bytes, encoding: pays ? 'deflate' : 'raw', size: bytes.length }
}
