import { diffArrays } from 'diff'
import { parseText, plainText } from '../document/codes.js'
import type { Code, Unit } from '../document/unit.js'
import { says } from './blocks.js'

/** A unit as a reader found it, which a translation may replace. */
export type SourceUnit = Pick<Unit, 'start' | 'end' | 'text' | 'codes' | 'context' | 'kind' | 'level' | 'key'>

/** What is to be read at one place of a localized document: as its block in the source, but for the text. */
export interface Meant {
  block: SourceUnit
  text: string
  /** Of a block that is put together from sentences, in place of its text. */
  signature?: string
  /** Which of the translations stand here. */
  edits: number[]
}

/** A stretch where a reading is not what was meant: positions of the latter, and how many units were read in their place. */
export interface Difference {
  from: number
  to: number
  read: number
}

/**
 * A text as its words and its codes, whatever white space is between them and however the codes are numbered:
 * a translation may put codes in another order, and reads back numbered anew.
 */
function signatureOf(text: string, codes: readonly Code[]): string {
  if (!text.includes('<')) return text.replace(/\s+/g, '')
  const looks = new Map(codes.map((code) => [code.id, lookOf(code)]))
  return parseText(text)
    .map((part) => (part.type === 'text' ? part.text.replace(/\s+/g, '') : `\0${part.type} ${looks.get(part.id)}\0`))
    .join('')
}

/** What a code must still be in the localized document: code says the same there. Where a link leads may depend on the language. */
const lookOf = ({ type, label }: Code): string => (type === 'code' ? `code ${label}` : type)

const layout = ['\0single break\0', '\0single comment\0']

/** Line breaks and comments at the ends of a block are no part of its text. */
function trimmed(signature: string): string {
  for (let mark; (mark = layout.find((one) => signature.startsWith(one)));) signature = signature.slice(mark.length)
  for (let mark; (mark = layout.find((one) => signature.endsWith(one)));) signature = signature.slice(0, -mark.length)
  return signature
}

const none: number[] = []

const isSilent = (text: string): boolean => !says(plainText(text))

/**
 * What a localized document is to be read as, block by block: the blocks of the source with these translations in place of the units' texts.
 * `blocks` are the units themselves, or what they are sentences of. Null where they do not belong together.
 * A block whose translation says nothing is none any more.
 */
export function meantUnits(
  blocks: readonly SourceUnit[],
  units: readonly SourceUnit[],
  targets: readonly (string | null)[],
  sayable: (target: string) => string = (target) => target,
): Meant[] | null {
  const meant: Meant[] = []
  let next = 0
  for (const block of blocks) {
    const target = targets[next] ?? null
    if (block === units[next]) {
      if (target === null) meant.push({ block, text: block.text, edits: none })
      else if (!isSilent(target)) meant.push({ block, text: sayable(target), edits: [next] })
      next++
      continue
    }
    const first = next
    while (units[next] && units[next]!.end <= block.end) next++
    const together = joinSentences(block, units.slice(first, next), targets.slice(first, next), sayable)
    if (!together) return null
    const edits = targets.slice(first, next).flatMap((target, at) => (target === null ? [] : [first + at]))
    if (!together.silent) meant.push({ block, text: block.text, signature: together.signature, edits })
  }
  return next === units.length ? meant : null
}

/** A block with translations of its sentences: what stands between them stays. */
function joinSentences(block: SourceUnit, units: readonly SourceUnit[], targets: readonly (string | null)[], sayable: (target: string) => string) {
  const whole = signatureOf(block.text, block.codes)
  let signature = ''
  let done = 0
  for (const [at, unit] of units.entries()) {
    const source = signatureOf(unit.text, unit.codes)
    const found = whole.indexOf(source, done)
    if (unit.start < block.start || found === -1) return null
    const target = targets[at] ?? null
    signature += whole.slice(done, found) + (target === null ? source : signatureOf(sayable(target), unit.codes))
    done = found + source.length
  }
  const silent = units.length > 0 && targets.every((target) => target !== null && isSilent(target))
  return { signature: signature + whole.slice(done), silent }
}

/** All that must be as it was meant, as one string. */
const printOf = ({ kind, level, key }: SourceUnit, signature: string): string => `${kind} ${level} ${key}\0${trimmed(signature)}`
const printOfMeant = ({ block, text, signature }: Meant): string => printOf(block, signature ?? signatureOf(text, block.codes))
const printOfRead = (read: SourceUnit): string => printOf(read, signatureOf(read.text, read.codes))

/** Mostly a text reads back letter by letter: then nothing needs to be taken apart. */
function agree(meant: Meant | undefined, read: SourceUnit | undefined): boolean {
  if (!meant || !read) return false
  const { block, text, signature } = meant
  const same = signature === undefined && text === read.text && block.kind === read.kind && block.level === read.level && block.key === read.key
  if (same && read.codes.every((code, at) => isAlike(code, block.codes[at]))) return true
  return printOfMeant(meant) === printOfRead(read)
}

const isAlike = (one: Code, other: Code | undefined): boolean =>
  other !== undefined && one.id === other.id && one.type === other.type && (one.type !== 'code' || one.label === other.label)

/** Past so many differences they are one. */
const maxDifferences = 2000

/** Where a reading by block is not what was meant, in order; nothing where it is. */
export function compareReading(meant: readonly Meant[], read: readonly SourceUnit[]): Difference[] {
  let from = 0
  while (agree(meant[from], read[from])) from++
  if (from === meant.length && from === read.length) return []
  let end = 0
  while (end < Math.min(meant.length, read.length) - from && agree(meant.at(-1 - end), read.at(-1 - end))) end++
  const wanted = meant.slice(from, meant.length - end).map(printOfMeant)
  const found = read.slice(from, read.length - end).map(printOfRead)
  const runs = diffArrays(wanted, found, { maxEditLength: maxDifferences })
  if (!runs) return [{ from, to: from + wanted.length, read: found.length }]
  const differences: Difference[] = []
  for (const { count, added, removed } of runs) {
    const last = differences.at(-1)
    if (!added && !removed) from += count
    else if (last?.to === from && (added ? last.read === 0 : last.from === last.to)) {
      if (added) last.read = count
      else last.to = from += count
    } else {
      differences.push({ from, to: removed ? from + count : from, read: added ? count : 0 })
      if (removed) from += count
    }
  }
  return differences
}
