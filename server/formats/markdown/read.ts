import type { Block, CodePiece, Piece } from '../../document/block.js'
import type { Problem } from '../../document/unit.js'
import type { FormatOptions, FormatReading, Localisation, TextEdit } from '../format.js'
import { readFrontMatter } from '../frontMatter.js'
import { Outline } from '../html/outline.js'
import { readHtml } from '../html/read.js'
import { attributePieces } from '../html/words.js'
import { addressEdits } from './addresses.js'
import { readInline, type InlineOptions } from './inline.js'
import { KeptElement } from './keptElement.js'
import type { Leaf, Structure } from './leaf.js'
import { readStructure } from './structure.js'
import { readTitle } from './title.js'

/** Reads Markdown, or with `mdx` MDX: names of the attributes whose values are translated. */
export function readMarkdown(document: string, options: FormatOptions, mdx?: readonly string[]): FormatReading {
  const front = readFrontMatter(document, options.frontMatter ?? [])
  const structure = readStructure(document, front.end, mdx !== undefined)
  const deep = structure.tooDeep.map((range): Problem => ({
    ...range,
    code: 'too-deep',
    message: 'Lists or quotes nest too deeply here; the text stays as it is.',
    severity: 'warning',
  }))
  return { blocks: readBlocks(front.blocks, structure, mdx), problems: [...front.problems, ...deep] }
}

/** One by one: the pieces of a large document would be too many to hold at once. */
function* readBlocks(front: readonly Block[], structure: Structure, mdx?: readonly string[]): Generator<Block> {
  yield* front
  yield* readLeaves(structure, mdx)
}

/** The addresses of a document for another language. */
export function localiseMarkdown(document: string, { link }: Localisation, mdx?: readonly string[]): TextEdit[] {
  const structure = readStructure(document, readFrontMatter(document, []).end, mdx !== undefined)
  return addressEdits(structure, readLeaves(structure, mdx), link, mdx !== undefined)
}

function* readLeaves({ leaves, text, labels, footnotes, jsx }: Structure, mdx?: readonly string[]): Generator<Block> {
  const outline = new Outline()
  const inline: InlineOptions = {
    hasLabel: (key) => labels.has(key),
    hasFootnote: (label) => footnotes.has(label),
    ...(mdx && { mdx }),
  }
  const kept = new KeptElement()
  let off = false
  for (const leaf of leaves) {
    if (leaf.type === 'html') {
      const content = text.slice(leaf.start, leaf.end)
      const switches = [...content.matchAll(/(?:<!--|\{\/\*)\s*translate:(on|off)\s*(?:-->|\*\/\})/g)]
      const outside = kept.outside(text, leaf.start, leaf.end)
      const found = off ? [] : mdx ? jsxBlocks(text, outside, outline, jsx, mdx) : htmlBlocks(text, { ...leaf, ...outside }, outline)
      yield* found
      if (switches.length > 0) off = switches.at(-1)![1] === 'off'
    } else if (!off && !kept.open) yield leafBlock(text, leaf, outline, inline)
  }
}

function htmlBlocks(text: string, leaf: Leaf, outline: Outline): Block[] {
  return [...readHtml(text, leaf.start, leaf.end, outline)]
    .flatMap((block) => (block.pieces[0]?.start === leaf.start ? withoutFirstTags(block) : [block]))
    .map((block) => ({
      ...block,
      ...(block.kind === 'paragraph' ? { kind: leaf.kind, level: leaf.level } : {}),
      context: `html ${block.context}`,
      pieces: block.pieces.map((piece) => (piece.type === 'open' && piece.alone !== undefined ? { ...piece, alone: `html ${piece.alone}` } : piece)),
    }))
}

/** The tags that make the lines HTML stay in front of them: a translation that began otherwise would be Markdown. Their attributes are units of their own. */
function withoutFirstTags(block: Block): Block[] {
  const attributes: Block[] = []
  const pieces = [...block.pieces]
  for (let first = pieces[0]; first && (first.type !== 'text' || /^\s*$/.test(first.text)); first = pieces[0]) {
    pieces.shift()
    if (first.type !== 'open') continue
    const close = closeOf(pieces)
    if (first.alone !== undefined) attributes.push({ ...block, kind: 'attribute', level: 0, context: first.alone, pieces: pieces.splice(0, close + 1).slice(0, -1) })
    else if (close !== -1) pieces[close] = { ...(pieces[close] as CodePiece), type: 'single' }
  }
  return [...attributes, { ...block, pieces }]
}

/** Where the pair ends that began before these pieces. */
function closeOf(pieces: readonly Piece[]): number {
  let depth = 0
  return pieces.findIndex((piece) => (piece.type === 'open' ? void depth++ : piece.type === 'close' && depth-- === 0))
}

function leafBlock(text: string, { type, start, end, kind, level, context }: Leaf, outline: Outline, options: InlineOptions): Block {
  const pieces = type === 'title' ? readTitle(text, start, end) : readInline(text, start, end, options)
  let { path } = outline
  if (kind === 'heading') {
    outline.add(level, pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join(''))
    path = outline.path.slice(0, -1)
  }
  return { pieces, kind, level, path, key: null, note: null, context }
}

/** Of tags and expressions that fill their lines, the attributes that people read. */
function jsxBlocks(text: string, { start, end }: { start: number; end: number }, { path }: Outline, scanner: Structure['jsx'], names: readonly string[]): Block[] {
  const blocks: Block[] = []
  for (const { attributes } of scanner.tags(start, end))
    for (const { name, start: from, end: to, quote } of attributes)
      if (from < to && names.includes(name))
        blocks.push({ pieces: attributePieces(text, from, to), kind: 'attribute', level: 0, path, key: null, note: null, context: `attribute${quote}` })
  return blocks
}
