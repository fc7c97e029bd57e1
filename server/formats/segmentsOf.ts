import { isWhole, type Block } from '../document/block.js'
import type { BreakRule } from '../document/breakRule.js'
import { BreakRules, Segments } from '../segment/breaks.js'
import { sentences } from '../segment/sentences.js'
import { hasTooManyCodes } from './blocks.js'
import type { ReadOptions } from './readDocument.js'

/** What segmentation looks at. */
export type Segmentation = Pick<ReadOptions, 'segmentation' | 'locale' | 'srx' | 'breaks'>

/** A block, trimmed, as it is cut into units: by sentence where that is wanted, and then as people decided. Joined, the pieces are those of the block. None where it has too many codes. */
export function segmentsOf(block: Block, options: Segmentation): Block[] {
  if (hasTooManyCodes(block)) return []
  const { breaks } = options
  if (!breaks || isWhole(block)) return plainSegments(block, options)
  return new Segments(plainSegments(block, options)).apply(indexed(breaks))
}

/** The same without what people decided. */
export const plainSegments = (block: Block, options: Segmentation): Block[] => (options.segmentation === 'sentence' ? sentences(block, options) : [block])

/** Whether units may be parts of blocks. */
export const cutsBlocks = ({ segmentation, breaks }: Segmentation): boolean => segmentation === 'sentence' || breaks !== undefined

const known = new WeakMap<readonly BreakRule[], BreakRules>()

function indexed(breaks: readonly BreakRule[]): BreakRules {
  let found = known.get(breaks)
  if (!found) known.set(breaks, (found = new BreakRules(breaks)))
  return found
}
