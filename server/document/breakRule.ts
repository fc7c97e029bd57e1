/** What people decided of a place between two words of a block: units are cut there, or they are not, whatever segmentation would do. */
export interface BreakRule {
  kind: 'split' | 'join'
  /** A few words before the place, codes aside, with a line feed before them where the block begins; see `segment/breaks.ts`. */
  before: string
  /** A few words after it, with a line feed behind them where the block ends. */
  after: string
}

/** In one order, so that the same rules are the same JSON. */
export const inOneOrder = (rules: readonly BreakRule[]): BreakRule[] =>
  rules.map(({ kind, before, after }) => ({ kind, before, after })).sort((a, b) => compare(a.before, b.before) || compare(a.after, b.after) || compare(a.kind, b.kind))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
