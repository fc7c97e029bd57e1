/** Where runs of backticks stand in a text, for code spans: asked in reading order, all answers together take linear time. */
export class BacktickRuns {
  /** Starts of runs by their length, and how far each list was used. */
  private readonly byLength = new Map<number, { starts: number[]; next: number }>()

  constructor(text: string, from: number, end: number) {
    for (const run of text.slice(from, end).matchAll(/`+/g)) {
      const start = from + run.index
      const known = this.byLength.get(run[0].length)
      if (known) known.starts.push(start)
      else this.byLength.set(run[0].length, { starts: [start], next: 0 })
    }
  }

  /** Start of the next run of this length at or after `from`; -1 where there is none. `from` never goes back. */
  next(length: number, from: number): number {
    const list = this.byLength.get(length)
    if (!list) return -1
    while (list.next < list.starts.length && list.starts[list.next]! < from) list.next++
    return list.starts[list.next] ?? -1
  }
}
