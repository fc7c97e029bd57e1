/** Finds where a pattern or a mark occurs next. Asked for places in order, it looks at each once. */
export class Lookahead {
  private found = -1
  private readonly text: string
  private readonly pattern: RegExp | string

  /** A `pattern` has the flag `g`. */
  constructor(text: string, pattern: RegExp | string) {
    this.text = text
    this.pattern = pattern
  }

  /** The next place at or after `at`; infinity where there is none. */
  from(at: number): number {
    if (this.found >= at) return this.found
    const found = typeof this.pattern === 'string' ? this.text.indexOf(this.pattern, at) : this.search(this.pattern, at)
    this.found = found === -1 ? Number.POSITIVE_INFINITY : found
    return this.found
  }

  private search(pattern: RegExp, at: number): number {
    pattern.lastIndex = at
    return pattern.exec(this.text)?.index ?? -1
  }
}
