import type { Range, Reading, Unit } from '../document/unit.js'
import { Refusal } from '../errors.js'
import { hasTooManyCodes, numberCodes, sayingBlocks, tooManyCodes, trimBlock } from './blocks.js'
import type { Block } from '../document/block.js'
import type { BreakRule } from '../document/breakRule.js'
import type { Format, FormatOptions, PartPlace } from './format.js'
import { formatById, formatOfContent, formatOfPath, knownExtensions } from './index.js'
import { normaliseLines } from './lineEnds.js'
import { decodePart, placedParts, siblingsOf, type PlacedPart } from './parts.js'
import { segmentsOf } from './segmentsOf.js'

/** How a document is read. The same bytes and options give the same units. */
export interface ReadOptions extends FormatOptions {
  /** Its name, which tells the format where `format` does not. */
  path?: string
  format?: string
  segmentation: 'block' | 'sentence'
  /** Language of the source. */
  locale: string
  /** The text of an SRX file, whose rules cut sentences in place of our own. */
  srx?: string
  /** What people decided of single places, over what segmentation does. */
  breaks?: readonly BreakRule[]
}

export interface DocumentReading extends Reading {
  format: string
  /** The first heading of level 1, the front matter's or HTML's title: what the document calls itself. Text with numbered codes. */
  title: string | null
}

/** Reads a document into units with byte ranges: ordered, disjoint, in bounds. Refuses unknown formats, bytes that do not decode, and containers that cannot be opened. */
export function readDocument(bytes: Uint8Array, options: ReadOptions): DocumentReading {
  const format = formatFor(options, bytes)
  const parts = placedParts(bytes, format)
  const sibling = siblingsOf(parts)
  const readings = parts.map((part) => readPart(part, sibling, format, options))
  const units = readings.flatMap((reading) => reading.units)
  return { format: format.id, title: titleOf(units), units, problems: readings.flatMap((reading) => reading.problems) }
}

/** Reads one part of a document. */
export function readPart(part: PlacedPart, sibling: PartPlace['sibling'], format: Format, options: ReadOptions): Reading {
  const source = decodePart(part)
  const { text, original } = normaliseLines(source.text)
  const offset = (position: number) => part.start + source.byteOffset(original(position))
  const reading = readText(text, format, options, { name: part.name, sibling }, (start, end) => source.text.slice(original(start), original(end)))
  for (const ranges of [reading.units, reading.problems]) for (const range of ranges) inBytes(range, offset)
  return reading
}

function inBytes(range: Range, offset: (position: number) => number): void {
  range.start = offset(range.start)
  range.end = offset(range.end)
}

/** Reads the text of a part, with line feeds as its only line ends; ranges are offsets in it. `raw` gives a stretch as the document spells it. */
export function readText(text: string, format: Format, options: ReadOptions, part: PartPlace, raw = (start: number, end: number) => text.slice(start, end)): Reading {
  const { blocks, problems } = format.read(text, options, part)
  const units: Unit[] = []
  for (const block of blocks) {
    const trimmed = trimBlock(block)
    if (hasTooManyCodes(trimmed)) problems.push(tooManyCodes(trimmed.pieces[0]!.start, trimmed.pieces.at(-1)!.end))
    for (const piece of segmentsOf(trimmed, options))
      for (const saying of sayingBlocks(piece === trimmed ? trimmed : trimBlock(piece))) units.push(unitOf(saying, format.slotContext?.(saying, text) ?? saying.context, raw))
  }
  return { units, problems }
}

/** The format that the options name, or that the path's ending tells, or else the content. */
export function formatFor({ format: id, path = '' }: Pick<ReadOptions, 'format' | 'path'>, bytes: Uint8Array): Format {
  const format = id === undefined ? (formatOfPath(path) ?? formatOfContent(bytes)) : formatById(id)
  if (!format) throw new Refusal('format-unknown', { path: id ?? path, extensions: knownExtensions().join(' ') })
  return format
}

function unitOf({ pieces, kind, level, path, key, note }: Block, context: string, raw: (start: number, end: number) => string): Unit {
  const { text, codes } = numberCodes(pieces, (piece) => piece.raw ?? raw(piece.start, piece.end))
  return { text, codes, kind, level, path, key, note, context, start: pieces[0]!.start, end: pieces.at(-1)!.end }
}

function titleOf(units: readonly Unit[]): string | null {
  const unit = units.find(({ kind, level }) => kind === 'heading' && level === 1) ?? units.find(({ key }) => key === 'title')
  return unit?.text ?? null
}
