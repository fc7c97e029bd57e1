/** How long something works, in seconds of this process's processor time, whatever else runs on the machine; and its result. */
export function seconds<T>(work: () => T): [number, T] {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return [(user + system) / 1e6, result]
}

/** Megabytes a second. */
export const rate = (bytes: number, time: number): string => (bytes / 1e6 / time).toFixed(2)
