import type { Problem, Reading, Unit } from '../document/unit.js'
import { Refusal } from '../errors.js'
import { sentences } from '../segment/sentences.js'
import { numberCodes, sayingBlocks, trimBlock } from './blocks.js'
import type { Block } from '../document/block.js'
import type { Format, FormatOptions } from './format.js'
import { formatById, formatOfContent, formatOfPath, knownExtensions } from './index.js'
import { normaliseLines } from './lineEnds.js'
import { decodePart, placedParts, siblingsOf } from './parts.js'

/** How a document is read. The same bytes and options give the same units. */
export interface ReadOptions extends FormatOptions {
  /** Its name, which tells the format where `format` does not. */
  path?: string
  format?: string
  segmentation: 'block' | 'sentence'
  /** Language of the source. */
  locale: string
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
  const units: Unit[] = []
  const problems: Problem[] = []
  for (const part of parts) {
    const source = decodePart(part)
    const { text, original } = normaliseLines(source.text)
    const reading = format.read(text, options, { name: part.name, sibling })
    const offset = (position: number) => part.start + source.byteOffset(original(position))
    const slice = (start: number, end: number) => source.text.slice(original(start), original(end))
    for (const block of reading.blocks)
      for (const piece of options.segmentation === 'sentence' ? sentences(trimBlock(block), options.locale) : [block])
        for (const saying of sayingBlocks(trimBlock(piece))) units.push(unitOf(saying, offset, slice))
    for (const problem of reading.problems) problems.push({ ...problem, start: offset(problem.start), end: offset(problem.end) })
  }
  return { format: format.id, title: titleOf(units), units, problems }
}

/** The format that the options name, or that the path's ending tells, or else the content. */
export function formatFor({ format: id, path = '' }: Pick<ReadOptions, 'format' | 'path'>, bytes: Uint8Array): Format {
  const format = id === undefined ? (formatOfPath(path) ?? formatOfContent(bytes)) : formatById(id)
  if (!format) throw new Refusal('format-unknown', { path: id ?? path, extensions: knownExtensions().join(' ') })
  return format
}

function unitOf(block: Block, offset: (position: number) => number, slice: (start: number, end: number) => string): Unit {
  const { pieces, kind, level, path, key, note, context } = block
  const { text, codes } = numberCodes(pieces, (piece) => piece.raw ?? slice(piece.start, piece.end))
  return { text, codes, kind, level, path, key, note, context, start: offset(pieces[0]!.start), end: offset(pieces.at(-1)!.end) }
}

function titleOf(units: readonly Unit[]): string | null {
  const unit = units.find(({ kind, level }) => kind === 'heading' && level === 1) ?? units.find(({ key }) => key === 'title')
  return unit?.text ?? null
}
