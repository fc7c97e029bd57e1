import { statuses, type Status } from './status.js'

/** Units and source words by status. */
export type Counts = Record<Status, { units: number; words: number }>
export type CountsByLocale = Record<string, Counts>

export const noCounts = (): Counts => Object.fromEntries(statuses.map((status) => [status, { units: 0, words: 0 }])) as Counts

/** Adds up the counts of several documents, locale by locale. */
export function sumCounts(parts: Iterable<CountsByLocale>): CountsByLocale {
  const sum: CountsByLocale = {}
  for (const part of parts)
    for (const [locale, counts] of Object.entries(part)) {
      const into = (sum[locale] ??= noCounts())
      for (const status of statuses) {
        into[status].units += counts[status].units
        into[status].words += counts[status].words
      }
    }
  return sum
}
