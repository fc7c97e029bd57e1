import type { Block } from '../../document/block.js'
import { xmlPieces } from '../../xml/characters.js'
import { xmlToken } from '../../xml/tokens.js'
import { tagsNamed } from './parts.js'

/** The title in the properties of a document (`docProps/core.xml`). */
export function readTitle(text: string): Block[] {
  for (const tag of tagsNamed(text, 'title')) {
    const words = xmlToken(text, tag.end)
    if (tag.type !== 'start' || words?.type !== 'text') return []
    return [{ pieces: xmlPieces(text, words.start, words.end), kind: 'metadata', level: 0, path: [], key: 'title', note: null, context: 'attribute' }]
  }
  return []
}
