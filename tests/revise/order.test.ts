import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heaviestRise } from '../../server/revise/order.js'

/** The weight of the heaviest rise, by trying every subset. */
function heaviestByTrying(positions: readonly number[], weights: readonly number[]): number {
  let best = 0
  for (let set = 0; set < 2 ** positions.length; set++) {
    const chosen = positions.map((_, at) => at).filter((at) => (set >> at) & 1)
    if (chosen.every((at, n) => n === 0 || positions[at]! > positions[chosen[n - 1]!]!))
      best = Math.max(
        best,
        chosen.reduce((sum, at) => sum + weights[at]!, 0),
      )
  }
  return best
}

test('what is chosen rises strictly, and nothing heavier does', () => {
  const items = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })), { maxLength: 10 })
  fc.assert(
    fc.property(items, (list) => {
      const [positions, weights] = [list.map(([position]) => position), list.map(([, weight]) => weight)]
      const chosen = [...heaviestRise(positions, weights)].flatMap((taken, at) => (taken ? [at] : []))
      for (let n = 1; n < chosen.length; n++) expect(positions[chosen[n]!]).toBeGreaterThan(positions[chosen[n - 1]!]!)
      expect(chosen.reduce((sum, at) => sum + weights[at]!, 0)).toBe(heaviestByTrying(positions, weights))
    }),
  )
})
