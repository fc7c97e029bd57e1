/** Closing marks ahead in a text, for questions at ever later places: each mark is passed once. */
export class Ahead {
  private readonly text: string
  private bracketAt: number
  private plusAt: number
  /** What is known not to occur any more. */
  private readonly absent = new Set<string>()

  constructor(text: string, start: number) {
    this.text = text
    this.bracketAt = this.plusAt = start
  }

  /** The mark as it stands; -1 where there is none. */
  mark(mark: string, from: number): number {
    if (this.absent.has(mark)) return -1
    const found = this.text.indexOf(mark, from)
    if (found === -1) this.absent.add(mark)
    return found
  }

  /** A `+` that ends `+literal text+`; -1 where there is none. */
  plus(from: number): number {
    const closes = (at: number) => this.text[at] === '+' && !/[ \t\n\f\v]/.test(this.text[at - 1]!) && !/[\p{L}\p{N}_]/u.test(this.text[at + 1] ?? '')
    this.plusAt = Math.max(this.plusAt, from)
    while (this.plusAt < this.text.length && !closes(this.plusAt)) this.plusAt++
    return this.plusAt < this.text.length ? this.plusAt : -1
  }

  /** A closing bracket that no backslash escapes; -1 where there is none. */
  bracket(from: number): number {
    const closes = (at: number) => this.text[at] === ']' && (at === from || this.text[at - 1] !== '\\')
    this.bracketAt = Math.max(this.bracketAt, from)
    while (this.bracketAt < this.text.length && !closes(this.bracketAt)) this.bracketAt++
    return this.bracketAt < this.text.length ? this.bracketAt : -1
  }
}
