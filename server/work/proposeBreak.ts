import type { BreakRule } from '../document/breakRule.js'
import { findBreak, type BreakWish } from '../formats/findBreak.js'
import type { Unread } from './prepareRows.js'

/** The rules of a document with a unit of it split or joined. Refuses what `findBreak` refuses. */
export const proposeBreak = ({ bytes, wish, ...options }: Unread & { wish: BreakWish }): BreakRule[] => findBreak(bytes, options, wish)
