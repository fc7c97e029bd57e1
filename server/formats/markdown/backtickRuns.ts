/** Where runs of backticks stand in a text, for code spans: asked in reading order, all answers together take linear time. */
export class BacktickRuns {
  private readonly text: string
  /** The last run of every length, once a look for one reached the end of the text. */
  private last: Map<number, number> | null = null

  constructor(text: string) {
    this.text = text
  }

  /** Start of the next run of this length at or after `from`, where no run goes on; -1 where there is none. What comes before an answer is not asked for again. */
  next(length: number, from: number): number {
    if (this.last && (this.last.get(length) ?? -1) < from) return -1
    const seen = new Map<number, number>()
    for (let start = this.text.indexOf('`', from); start !== -1;) {
      let end = start + 1
      while (this.text[end] === '`') end++
      if (end - start === length) return start
      seen.set(end - start, start)
      start = this.text.indexOf('`', end)
    }
    this.last = seen
    return -1
  }
}
