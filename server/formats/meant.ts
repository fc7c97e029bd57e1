import { diffArrays } from 'diff'
import { parseText, plainText } from '../document/codes.js'
import type { Code, Unit } from '../document/unit.js'
import { says } from './blocks.js'

/** A unit as a reader found it, which a translation may replace. */
export type SourceUnit = Pick<Unit, 'start' | 'end' | 'text' | 'codes' | 'context' | 'kind' | 'level' | 'key'>

/** What is to be read at one place of a localized document. */
export interface Meant {
  print: string
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
 * A text as its words and its codes by type, whatever white space is between them and however the codes are numbered:
 * a translation may put codes in another order, and reads back numbered anew.
 */
function signatureOf(text: string, codes: readonly Code[]): string {
  if (codes.length === 0 && !text.includes('<')) return text.replace(/\s+/g, '')
  const types = new Map(codes.map((code) => [code.id, code.type]))
  return parseText(text)
    .map((part) => (part.type === 'text' ? part.text.replace(/\s+/g, '') : `\0${part.type} ${types.get(part.id)}\0`))
    .join('')
}

const layout = ['\0single break\0', '\0single comment\0']

/** Line breaks and comments at the ends of a block are no part of its text. */
function trimmed(signature: string): string {
  for (let mark; (mark = layout.find((one) => signature.startsWith(one)));) signature = signature.slice(mark.length)
  for (let mark; (mark = layout.find((one) => signature.endsWith(one)));) signature = signature.slice(0, -mark.length)
  return signature
}

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
    const edits: number[] = []
    const whole = signatureOf(block.text, block.codes)
    let signature = ''
    let done = 0
    let silent = true
    const first = next
    for (let unit = units[next]; unit && unit.end <= block.end; unit = units[++next]) {
      const source = unit === block ? whole : signatureOf(unit.text, unit.codes)
      const at = whole.indexOf(source, done)
      if (unit.start < block.start || at === -1) return null
      const target = targets[next] ?? null
      if (target !== null) edits.push(next)
      silent &&= target !== null && !says(plainText(target))
      signature += whole.slice(done, at) + (target === null ? source : signatureOf(sayable(target), unit.codes))
      done = at + source.length
    }
    if (silent && next > first) continue
    meant.push({ print: printOf(block, signature + whole.slice(done)), edits })
  }
  return next === units.length ? meant : null
}

/** All that must be as it was meant, as one string. */
const printOf = ({ kind, level, key }: SourceUnit, signature: string): string => `${kind} ${level} ${key}\0${trimmed(signature)}`

/** Past so many differences they are one. */
const maxDifferences = 2000

/** Where a reading by block is not what was meant, in order; nothing where it is. */
export function compareReading(meant: readonly Meant[], read: readonly SourceUnit[]): Difference[] {
  const wanted = meant.map(({ print }) => print)
  const found = read.map((unit) => printOf(unit, signatureOf(unit.text, unit.codes)))
  let from = 0
  while (from < wanted.length && wanted[from] === found[from]) from++
  if (from === wanted.length && from === found.length) return []
  let end = 0
  while (end < Math.min(wanted.length, found.length) - from && wanted.at(-1 - end) === found.at(-1 - end)) end++
  const [one, other] = [wanted.slice(from, wanted.length - end), found.slice(from, found.length - end)]
  const runs = diffArrays(one, other, { maxEditLength: maxDifferences })
  if (!runs) return [{ from, to: wanted.length - end, read: other.length }]
  const differences: Difference[] = []
  for (const { value, added, removed } of runs) {
    const last = differences.at(-1)
    if (!added && !removed) from += value.length
    else if (last?.to === from && (added ? last.read === 0 : last.from === last.to)) {
      if (added) last.read = value.length
      else last.to = from += value.length
    } else {
      differences.push({ from, to: removed ? from + value.length : from, read: added ? value.length : 0 })
      if (removed) from += value.length
    }
  }
  return differences
}
