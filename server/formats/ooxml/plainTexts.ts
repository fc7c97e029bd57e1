import type { Block } from '../../document/block.js'
import { xmlPieces } from '../../xml/characters.js'
import { xmlToken } from '../../xml/tokens.js'
import { tagsNamed } from './parts.js'

/** The title in the properties of a document (`docProps/core.xml`). */
export const readTitle = (text: string): Block[] => plainTexts(text, 'title', { kind: 'metadata', key: 'title' }).slice(0, 1)

/** The texts of all elements of this local name, which hold no others: of comments in a presentation, or in a thread of a workbook. */
export function plainTexts(text: string, local: string, { kind, key }: Pick<Block, 'kind' | 'key'> = { kind: 'paragraph', key: null }): Block[] {
  const found: Block[] = []
  for (const tag of tagsNamed(text, local)) {
    const words = tag.type === 'start' ? xmlToken(text, tag.end) : null
    if (words?.type !== 'text' || xmlToken(text, words.end)?.type !== 'end') continue
    found.push({ pieces: xmlPieces(text, words.start, words.end), kind, level: 0, path: [], key, note: null, context: 'attribute' })
  }
  return found
}
