import type { Problem } from '../document/unit.js'
import { spellFrontMatter, readFrontMatter } from './frontMatter.js'
import type { Block, CodePiece, Piece } from '../document/block.js'
import type { Format } from './format.js'
import { sayable, spellHtml } from './html.js'
import { Outline, readHtml } from './html/read.js'
import { readInline } from './markdown/inline.js'
import { readStructure, type Leaf, type Structure } from './markdown/leaves.js'
import { spellInline, spellTitle } from './markdown/spell.js'
import { readTitle } from './markdown/title.js'

/** Markdown: CommonMark with GFM's tables, task lists, strikethrough and footnotes, and front matter in YAML or TOML. */
export const markdown: Format = {
  id: 'markdown',
  name: 'Markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd'],
  read(document, options) {
    const front = readFrontMatter(document, options.frontMatter ?? [])
    const structure = readStructure(document, front.end)
    const blocks = [...front.blocks, ...readLeaves(structure)]
    const deep = structure.tooDeep.map((range): Problem => ({
      ...range,
      code: 'too-deep',
      message: 'Lists or quotes nest too deeply here; the text stays as it is.',
      severity: 'warning',
    }))
    return { blocks, problems: [...front.problems, ...deep] }
  },
  spell(text, slot) {
    const { context } = slot
    const target = sayable(text)
    if (context.startsWith('html ')) return spellHtml(target, { codes: slot.codes, context: context.slice('html '.length) })
    if (context.startsWith('yaml') || context.startsWith('toml')) return spellFrontMatter(target, context)
    if (context.startsWith('attribute')) return spellHtml(target, slot)
    // After `image`: a tail that names the image's label, which its text did before.
    return context === 'title' ? spellTitle(target) : spellInline(target, slot) + (/^image (.*)$/s.exec(context)?.[1] ?? '')
  },
  sayable,
}

function readLeaves({ leaves, text, labels, footnotes }: Structure): Block[] {
  const outline = new Outline()
  const references = { hasLabel: (key: string) => labels.has(key), hasFootnote: (label: string) => footnotes.has(label) }
  const blocks: Block[] = []
  let off = false
  for (const leaf of leaves) {
    if (leaf.type === 'html') {
      const content = text.slice(leaf.start, leaf.end)
      const switches = [...content.matchAll(/<!--\s*translate:(on|off)\s*-->/g)]
      if (!off) for (const block of htmlBlocks(text, leaf, outline)) blocks.push(block)
      if (switches.length > 0) off = switches.at(-1)![1] === 'off'
    } else if (!off) blocks.push(leafBlock(text, leaf, outline, references))
  }
  return blocks
}

function htmlBlocks(text: string, leaf: Leaf, outline: Outline): Block[] {
  return readHtml(text, leaf.start, leaf.end, outline)
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

function leafBlock(text: string, { type, start, end, kind, level, context }: Leaf, outline: Outline, references: Parameters<typeof readInline>[3]): Block {
  const pieces = type === 'title' ? readTitle(text, start, end) : readInline(text, start, end, references)
  let { path } = outline
  if (kind === 'heading') {
    outline.add(level, pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join(''))
    path = outline.path.slice(0, -1)
  }
  return { pieces, kind, level, path, key: null, note: null, context }
}
