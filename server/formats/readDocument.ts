import { decodeSource, type Source } from '../document/source.js'
import type { Problem, Reading, Unit } from '../document/unit.js'
import { Refusal } from '../errors.js'
import { sentences } from '../segment/sentences.js'
import { numberCodes, sayingBlocks, trimBlock } from './blocks.js'
import type { Block } from '../document/block.js'
import type { Format, FormatOptions } from './format.js'
import { formatById, formatOfPath, knownExtensions } from './index.js'
import { normaliseLines } from './lineEnds.js'

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
  /** Name in the WHATWG Encoding Standard, lower case. */
  encoding: string
  /** The first heading of level 1, the front matter's or HTML's title: what the document calls itself. Text with numbered codes. */
  title: string | null
}

/** Reads a document into units with byte ranges: ordered, disjoint, in bounds. Refuses unknown formats and bytes that do not decode. */
export function readDocument(bytes: Uint8Array, options: ReadOptions): DocumentReading {
  const format = formatFor(options)
  const source = decode(bytes, format)
  const { text, original } = normaliseLines(source.text)
  const { blocks, problems } = format.read(text, options)
  const offset = (position: number) => source.byteOffset(original(position))
  const units: Unit[] = []
  const slice = (start: number, end: number) => source.text.slice(original(start), original(end))
  for (const block of blocks)
    for (const part of options.segmentation === 'sentence' ? sentences(trimBlock(block), options.locale) : [block])
      for (const saying of sayingBlocks(trimBlock(part))) units.push(unitOf(saying, offset, slice))
  return {
    format: format.id,
    encoding: source.encoding,
    title: titleOf(units),
    units,
    problems: problems.map((problem): Problem => ({ ...problem, start: offset(problem.start), end: offset(problem.end) })),
  }
}

/** The format that the options name, or that the path's ending tells. */
export function formatFor({ format: id, path = '' }: Pick<ReadOptions, 'format' | 'path'>): Format {
  const format = id === undefined ? formatOfPath(path) : formatById(id)
  if (!format) throw new Refusal('format-unknown', { path: id ?? path, extensions: knownExtensions().join(' ') })
  return format
}

function decode(bytes: Uint8Array, format: Format): Source {
  const source = decodeSource(bytes, format.declaredEncoding?.(Buffer.from(bytes.subarray(0, 1024)).toString('latin1')))
  if ('fault' in source) {
    if (source.fault === 'encoding-unknown') throw new Refusal('encoding-unknown', { encoding: source.encoding })
    throw new Refusal('encoding-invalid', { encoding: source.encoding, position: source.position })
  }
  return source
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
