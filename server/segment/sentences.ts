import type { Block } from '../document/block.js'

/** Cuts a block into sentences, each a block of its own. */
export const sentences = (block: Block, _locale: string): Block[] => [block]
