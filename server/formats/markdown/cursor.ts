/** Where a line is being read: an offset and a column, with tab stops every four columns. */
export class Cursor {
  readonly text: string
  lineEnd = 0
  at = 0
  /** What comes after the white space that stands at `at`, and how many columns that is. */
  solid = 0
  indent = 0
  private column = 0

  constructor(text: string) {
    this.text = text
  }

  /** Whether nothing but white space is left of the line. */
  get blank(): boolean {
    return this.solid >= this.lineEnd
  }

  /** What is left of the line, without the white space before it. */
  get rest(): string {
    return this.text.slice(this.solid, this.lineEnd)
  }

  /** Goes to the line that starts at `from`. */
  line(from: number): void {
    const end = this.text.indexOf('\n', from)
    this.lineEnd = end === -1 ? this.text.length : end
    this.at = from
    this.column = 0
    this.measure()
  }

  /** Goes past so many columns of white space; a tab may be used in part. */
  advance(columns: number): void {
    const to = this.column + columns
    while (this.column < to && this.at < this.solid) {
      const stop = this.text.charCodeAt(this.at) === 9 ? this.stop(this.column) : this.column + 1
      if (stop > to) {
        this.column = to
        break
      }
      this.column = stop
      this.at++
    }
    this.indent -= columns
  }

  /** Goes past the white space and a marker of so many characters. */
  take(length: number): void {
    this.column += this.indent + length
    this.at = this.solid + length
    this.measure()
  }

  private stop(column: number): number {
    return column + 4 - (column % 4)
  }

  private measure(): void {
    let { at, column } = this
    for (; at < this.lineEnd; at++) {
      const character = this.text.charCodeAt(at)
      if (character === 32) column++
      else if (character === 9) column = this.stop(column)
      else break
    }
    this.solid = at
    this.indent = column - this.column
  }
}
