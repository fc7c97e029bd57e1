import { isAscii, isUtf8 } from 'node:buffer'

/** A document's text, and where its characters stand among its bytes. A byte order mark belongs to the bytes only. */
export interface Source {
  text: string
  /** Name in the WHATWG Encoding Standard, lower case: `utf-8`, `utf-16le`, `windows-1252`. */
  encoding: string
  /** Byte offset of a text offset. */
  byteOffset(textOffset: number): number
}

export type SourceFault = { fault: 'encoding-unknown'; encoding: string } | { fault: 'encoding-invalid'; encoding: string; position: number }

/**
 * Decodes a document: by its byte order mark, else in the encoding that it declares, else as UTF-8.
 * A fault where bytes are invalid (`position` is the first such byte) or the encoding is one that cannot be written back byte for byte.
 */
export function decodeSource(bytes: Uint8Array, declared?: string): Source | SourceFault {
  const [encoding, mark] = detect(bytes, declared)
  if (encoding === null) return { fault: 'encoding-unknown', encoding: declared ?? '' }
  const body = bytes.subarray(mark)
  let text: string
  try {
    text = decode(body, encoding)
  } catch {
    return { fault: 'encoding-invalid', encoding, position: mark + firstInvalid(body, encoding) }
  }
  if (encoding.startsWith('utf-16')) return { text, encoding, byteOffset: (offset) => mark + 2 * offset }
  if (text.length === body.length) return { text, encoding, byteOffset: (offset) => mark + offset }
  const width = encoding === 'utf-8' ? utf8Width : tableWidth(encoding)
  if (encoding !== 'utf-8' && !isWrittenBack(text, encoding, body)) return { fault: 'encoding-unknown', encoding }
  let table: ((offset: number) => number) | undefined
  return { text, encoding, byteOffset: (offset) => (table ??= offsets(text, width, mark))(offset) }
}

/** The encoding of a document, as `decodeSource` finds it; null where the declared one is not known. */
export const encodingOf = (bytes: Uint8Array, declared?: string): string | null => detect(bytes, declared)[0]

/** The highest character of an encoding that browsers read as windows-1252, by its label, and all others at its word. */
export const lastCharacter = (label = ''): number => (/^(?:us-)?ascii$/i.test(label) ? 0x7f : /^(?:iso[-_]?8859-1|latin1|l1)$/i.test(label) ? 0xff : Infinity)

/**
 * Text → bytes of an encoding, without a byte order mark. `reference` spells a character that the encoding lacks (`&#8364;`), or that comes after `last`;
 * without it such a character throws a RangeError.
 */
export function encodeText(text: string, encoding: string, reference?: (codePoint: number) => string, last = Infinity): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding.startsWith('utf-16')) {
    const bytes = new Uint8Array(text.length * 2)
    const view = new DataView(bytes.buffer)
    for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), encoding === 'utf-16le')
    return bytes
  }
  const table = encodeTable(encoding)
  const bytes: number[] = []
  const put = (character: string) => {
    const known = table.get(character)
    if (known === undefined) return false
    if (known > 0xff) bytes.push(known >> 8)
    bytes.push(known & 0xff)
    return true
  }
  for (const character of text) {
    if (character.codePointAt(0)! <= last && put(character)) continue
    if (!reference) throw new RangeError(`${encoding} has no "${character}"`)
    for (const spelled of reference(character.codePointAt(0)!)) put(spelled)
  }
  return Uint8Array.from(bytes)
}

/** Encoding and length of the byte order mark. */
function detect(bytes: Uint8Array, declared: string | undefined): [string | null, number] {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return ['utf-8', 3]
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le', 2]
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be', 2]
  if (declared === undefined) return ['utf-8', 0]
  try {
    const { encoding } = new TextDecoder(declared)
    // A document that can say so in ASCII letters, without zeros between them, is not in UTF-16: https://html.spec.whatwg.org/#determining-the-character-encoding
    return [encoding.startsWith('utf-16') && bytes[0] !== 0 && bytes[1] !== 0 ? 'utf-8' : encoding, 0]
  } catch {
    return [null, 0]
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  // Node 20 decodes windows-1252 as Latin-1; its 0x80…0x9f come from the standard's index instead.
  if (encoding === 'windows-1252')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80]!)
  // What is ASCII is the same in Latin-1, which is read far faster.
  if (encoding === 'utf-8' && isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (encoding === 'utf-8' && isUtf8(bytes)) return decodeUtf8(bytes)
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
}

/** Valid UTF-8, a byte order mark included. Node's own decoders take several times as long. */
function decodeUtf8(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length)
  let length = 0
  let all = 0
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at++]!
    let code = first
    if (first >= 0xf0) code = ((first & 0x07) << 18) | ((bytes[at++]! & 0x3f) << 12) | ((bytes[at++]! & 0x3f) << 6) | (bytes[at++]! & 0x3f)
    else if (first >= 0xe0) code = ((first & 0x0f) << 12) | ((bytes[at++]! & 0x3f) << 6) | (bytes[at++]! & 0x3f)
    else if (first >= 0xc0) code = ((first & 0x1f) << 6) | (bytes[at++]! & 0x3f)
    if (code > 0xffff) {
      units[length++] = 0xd7c0 + (code >> 10)
      code = 0xdc00 | (code & 0x3ff)
    }
    units[length++] = code
    all |= code
  }
  const used = units.subarray(0, length)
  return all < 0x100 ? Buffer.from(used).toString('latin1') : Buffer.from(used.buffer, 0, 2 * length).toString('utf16le')
}

/** https://encoding.spec.whatwg.org/index-windows-1252.txt */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** How many bytes a character takes, or half of it: of a pair of surrogates each. */
const utf8Width = (code: number): number => (code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : code < 0x10000 ? 3 : 4)

function tableWidth(encoding: string): (codePoint: number) => number {
  const table = encodeTable(encoding)
  return (codePoint) => ((table.get(String.fromCodePoint(codePoint)) ?? 0) > 0xff ? 2 : 1)
}

const step = 512

/** Byte offsets by a table of every `step`th character, and counting from there. */
function offsets(text: string, width: (code: number) => number, start: number): (offset: number) => number {
  const marks = new Uint32Array(Math.floor(text.length / step) + 2)
  const advance = (from: number, to: number, bytes: number): number => {
    for (let i = from; i < to; i++) bytes += width(text.charCodeAt(i))
    return bytes
  }
  marks[0] = start
  for (let n = 1; n < marks.length; n++) marks[n] = advance((n - 1) * step, Math.min(n * step, text.length), marks[n - 1]!)
  // Questions mostly come in order: the last answer is often the nearest mark.
  let [lastOffset, lastBytes] = [0, start]
  return (offset) => {
    const mark = Math.floor(offset / step)
    const near = lastOffset <= offset && lastOffset >= mark * step
    lastBytes = advance(near ? lastOffset : mark * step, offset, near ? lastBytes : marks[mark]!)
    lastOffset = offset
    return lastBytes
  }
}

/** Position of the first byte that does not decode. */
function firstInvalid(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const wide = encoding.startsWith('utf-16')
  const width = wide ? (codePoint: number) => (codePoint > 0xffff ? 4 : 2) : encoding === 'utf-8' ? utf8Width : tableWidth(encoding)
  const genuine = encoding === 'utf-16be' ? [0xff, 0xfd] : wide ? [0xfd, 0xff] : [0xef, 0xbf, 0xbd]
  let position = 0
  for (const character of text) {
    if (character === '\ufffd' && (!(wide || encoding === 'utf-8') || genuine.some((byte, i) => bytes[position + i] !== byte))) break
    position += width(character.codePointAt(0)!)
  }
  return position
}

const tables = new Map<string, Map<string, number>>()

/** Character → its one or two bytes, found by decoding them all. */
function encodeTable(encoding: string): Map<string, number> {
  let table = tables.get(encoding)
  if (table) return table
  table = new Map()
  const add = (bytes: number[], value: number) => {
    const character = tryDecode(Uint8Array.from(bytes), encoding)
    if (character !== null && [...character].length === 1 && !table!.has(character)) table!.set(character, value)
  }
  for (let byte = 0; byte < 256; byte++) add([byte], byte)
  const doubles = tryDecode(Uint8Array.of(0x81), encoding) === null || tryDecode(Uint8Array.of(0xfe), encoding) === null
  if (doubles) for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add([lead, trail], (lead << 8) | trail)
  tables.set(encoding, table)
  return table
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return decode(bytes, encoding)
  } catch {
    return null
  }
}

function isWrittenBack(text: string, encoding: string, bytes: Uint8Array): boolean {
  const written = encodeText(text, encoding, () => '')
  return written.length === bytes.length && written.every((byte, i) => byte === bytes[i])
}
