import type { Block, Piece } from '../document/block.js'
import { readBlocks } from './asciidoc/blocks.js'
import { readInline } from './asciidoc/inline.js'
import type { Leaf } from './asciidoc/leaves.js'
import { localise, relink } from './asciidoc/localise.js'
import { spellEntry, spellInline, spellValue } from './asciidoc/spell.js'
import { readValue } from './asciidoc/value.js'
import type { Format } from './format.js'
import { readFrontMatter, spellFrontMatter } from './frontMatter.js'
import { Outline } from './html/outline.js'

/** AsciiDoc, as Asciidoctor reads it, and front matter in YAML or TOML. */
export const asciidoc: Format = {
  id: 'asciidoc',
  name: 'AsciiDoc',
  extensions: ['.adoc', '.asciidoc', '.asc'],
  read(text, options) {
    const fields = options.frontMatter ?? []
    const front = readFrontMatter(text, fields)
    const { all, problems } = readBlocks(text, front.end, new Set(fields))
    const outline = new Outline()
    return { blocks: [...front.blocks, ...all.map((leaf) => blockOf(text, leaf, outline))], problems: [...front.problems, ...problems] }
  },
  spell(target, slot) {
    const { context } = slot
    if (context.startsWith('yaml') || context.startsWith('toml')) return spellFrontMatter(target, context)
    if (/^(?:value|inline|reftext)/.test(context)) return spellValue(target, context)
    return context === 'entry' ? spellEntry(target) : spellInline(target, slot)
  },
  localise: (text, localisation) => localise(readBlocks(text, readFrontMatter(text, []).end, new Set()), localisation),
  relink,
  characterReference: (codePoint) => `&#${codePoint};`,
}

function blockOf(text: string, leaf: Leaf, outline: Outline): Block {
  const { start, end, kind, level, key, context, tail } = leaf
  const pieces: Piece[] = leaf.type === 'inline' ? readInline(text, start, end, leaf) : readValue(text, start, end)
  if (tail !== undefined) pieces.push({ type: 'text', text: '', start: end, end: tail })
  let { path } = outline
  if (kind === 'heading') {
    outline.add(level, pieces.map((piece) => (piece.type === 'text' ? piece.text : '')).join(''))
    path = outline.path.slice(0, -1)
  }
  return { pieces, kind, level, path, key, note: null, context }
}
