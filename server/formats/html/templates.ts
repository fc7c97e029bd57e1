const closings = new Map([
  ['<?', '?>'],
  ['<%', '%>'],
  ['{{', '}}'],
  ['{%', '%}'],
])
const server = /^<\?(?:php|=|\s)/i
const start = /<[?%]|\{[{%]/g
const [less, brace] = [0x3c, 0x7b]

/** So long may a placeholder in braces be; two braces and no more are text. */
const longestPlaceholder = 1000

/** Blocks of a template language in a text: `<?php … ?>`, `<% … %>`, `{{ … }}`, `{% … %}`. What ends one is looked for once, however often one begins. */
export class Templates {
  private readonly text: string
  private readonly next = new Map<string, number>()
  /** No block begins before this. */
  private readonly first: number

  /** Those from `from` on. */
  constructor(text: string, from: number) {
    this.text = text
    start.lastIndex = from
    this.first = start.exec(text)?.index ?? Infinity
  }

  /** Where the block that begins at `at` ends; -1 where none begins, or where it has no end. */
  end(at: number): number {
    if (at < this.first) return -1
    const first = this.text[at]
    if (first !== '<' && first !== '{') return -1
    const mark = this.text.slice(at, at + 2)
    const closing = closings.get(mark)
    if (closing === undefined || (mark === '<?' && !server.test(this.text.slice(at, at + 5)))) return -1
    let end = this.next.get(closing) ?? -1
    if (end < at + 2) {
      const found = this.text.indexOf(closing, at + 2)
      end = found === -1 ? Infinity : found
      this.next.set(closing, end)
    }
    if (end === Infinity || (first === '{' && end - at > longestPlaceholder)) return -1
    return this.text.startsWith('{{{', at) && this.text[end + 2] === '}' ? end + 3 : end + 2
  }

  /** The first block that begins from `from` on and before `to`, or null. It may end behind `to`. */
  within(from: number, to: number): { start: number; end: number } | null {
    for (let at = Math.max(from, this.first); at < to - 1; at++) {
      const character = this.text.charCodeAt(at)
      if (character !== less && character !== brace) continue
      const end = this.end(at)
      if (end !== -1) return { start: at, end }
    }
    return null
  }
}
