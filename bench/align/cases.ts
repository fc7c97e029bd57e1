import type { AlignableUnit } from '../../server/revise/link.js'
import { changedDocument, operations, random, type ChangedDocument, type Operation } from '../../tests/revise/changedDocument.js'

export interface Case {
  before: AlignableUnit[]
  after: AlignableUnit[]
}

const unit = (text: string): AlignableUnit => ({ text, kind: 'paragraph', level: 0, path: [], key: null })
const numbered = (count: number, text: string): AlignableUnit[] => Array.from({ length: count }, (_, at) => unit(text.replace('#', String(at))))

/** Operations drawn by lot; in large documents without whole sections, so that the share of changed units is known. */
export function mixed(seed: number, count: number, from: readonly Operation[] = operations): Operation[] {
  const next = random(seed)
  return Array.from({ length: count }, () => from[Math.floor(next() * from.length)]!)
}

const chapters = (count: number, make: (chapter: number) => ChangedDocument): Case => {
  const all = Array.from({ length: count }, (_, chapter) => make(chapter))
  return { before: all.flatMap((one) => one.before), after: all.flatMap((one) => one.after) }
}

/** A document of so many units, of which one in twenty changed. */
export function fivePercent(units: number): Case {
  const single = operations.filter((operation) => operation !== 'move-section')
  return chapters(units / 1000, (chapter) => changedDocument(chapter, 1000, mixed(chapter, 50, single)))
}

const written = (units: number, seed: number): AlignableUnit[] => chapters(units / 1000, (chapter) => changedDocument(seed + chapter, 1000, [])).before
const boilerplate = 'The quick brown fox number # jumps over the lazy dog and then goes home to sleep for a long while until the morning comes again'

/** What should be slow. */
export const worstCases: Record<string, () => Case> = {
  '100,000 units, everything rewritten': () => ({ before: written(100_000, 0), after: written(100_000, 5000) }),
  '100,000 units, all alike, a tenth removed': () => ({ before: numbered(100_000, 'Yes'), after: numbered(90_000, 'Yes') }),
  'one unit repeated 50,000 times, all others rewritten': () => ({
    before: written(50_000, 0).flatMap((one) => [one, unit('Yes')]),
    after: written(50_000, 5000).flatMap((one) => [one, unit('Yes')]),
  }),
  '10,000 units, all edited': () => ({ before: written(10_000, 0), after: written(10_000, 0).map((one, at) => ({ ...one, text: `${one.text} ${at}` })) }),
  '50,000 units that differ in a number, all edited': () => ({ before: numbered(50_000, boilerplate), after: numbered(50_000, boilerplate.replace('#', 'x#')) }),
  '100,000 units in reverse order': () => ({ before: written(100_000, 0), after: written(100_000, 0).reverse() }),
  '1 unit that became 100,000': () => ({ before: numbered(1, boilerplate), after: numbered(100_000, boilerplate) }),
  '2 units of a million words': () => ({ before: [0, 1].map((seed) => words(seed)), after: [2, 1].map((seed) => words(seed)) }),
}

function words(seed: number): AlignableUnit {
  const next = random(seed)
  return unit(Array.from({ length: 1_000_000 }, () => `w${Math.floor(next() * 5000)}`).join(' '))
}
