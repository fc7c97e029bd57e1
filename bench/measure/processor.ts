/** How long something works, in seconds of this process's processor time, whatever else runs on the machine; and its result. */
export function seconds<T>(work: () => T): [number, T] {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return [(user + system) / 1e6, result]
}

/** How often to measure a text of so many bytes: small ones more often, for a single collection of garbage outweighs them. */
export const runsFor = (bytes: number): number => Math.max(7, 2 * Math.round(3_000_000 / bytes) + 1)

/** The result in the middle of an odd number of runs, by its `cost`. */
export function median<T>(runs: number, work: () => T, cost: (result: T) => number): T {
  const sorted = Array.from({ length: runs }, work).sort((a, b) => cost(a) - cost(b))
  return sorted[runs >> 1]!
}

/** Megabytes a second. */
export const rate = (bytes: number, time: number): string => (bytes / 1e6 / time).toFixed(2)
