import { compareReading, meantUnits, type SourceUnit } from './meant.js'
import type { Format, PartPlace } from './format.js'
import { readText, type ReadOptions } from './readDocument.js'
import { cutsBlocks } from './segmentsOf.js'

/** A part of a document as its reader sees it: line feeds are its only line ends. */
export interface PartText extends PartPlace {
  text: string
}

/** How much is read on either side of a slot at first, in characters: a few paragraphs. */
const nearby = 800
/** By how much that grows while the unit is not found in it: a cell of a table without the table's head is none. */
const growth = 4

/**
 * Whether this translation would change the structure of its document: the text around the slot is read once with the source and once with the target, and both readings compared.
 * `unit` has offsets of the part's text as its range. Null where the unit is not found within `limit` characters on either side of it.
 */
export function breaksAround(part: PartText, format: Format, options: ReadOptions, unit: SourceUnit, target: string, limit = Infinity): boolean | null {
  const { text } = part
  const byBlock = { ...options, segmentation: 'block' as const, breaks: undefined }
  const read = (excerpt: string) => readText(excerpt, format, byBlock, part).units
  const spelled = format.spell(target, unit).replace(/\r\n?/g, '\n')
  for (let reach = Math.min(nearby, limit); ; reach = Math.min(reach * growth, limit)) {
    const from = lineStart(text, unit.start, reach)
    const to = lineEnd(text, unit.end, reach)
    const here = { ...unit, start: unit.start - from, end: unit.end - from }
    const blocks = read(text.slice(from, to))
    const found = blocks.some((block) => (cutsBlocks(options) ? contains(block, here) : isSame(block, here)))
    const meant = found ? meantUnits(blocks, [here], [target], format.sayable) : null
    if (meant) return compareReading(meant, read(text.slice(from, unit.start) + spelled + text.slice(unit.end, to))).length > 0
    if (reach >= limit || (from === 0 && to === text.length)) return null
  }
}

const contains = (block: SourceUnit, unit: SourceUnit): boolean => block.start <= unit.start && unit.end <= block.end

/** Whether both are the same place, read in the same way. */
export const isSame = (one: SourceUnit, other: SourceUnit): boolean =>
  one.start === other.start && one.end === other.end && one.text === other.text && one.kind === other.kind && one.level === other.level && one.key === other.key

/** The first line that begins at most so far before an offset; in the middle of a line where there is none. */
function lineStart(text: string, offset: number, reach: number): number {
  if (offset <= reach) return 0
  const feed = text.indexOf('\n', offset - reach)
  return feed !== -1 && feed < offset ? feed + 1 : offset - reach
}

function lineEnd(text: string, offset: number, reach: number): number {
  if (offset + reach >= text.length) return text.length
  const feed = text.lastIndexOf('\n', offset + reach)
  return feed >= offset ? feed + 1 : offset + reach
}
