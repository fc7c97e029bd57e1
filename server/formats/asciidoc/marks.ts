import type { CodeType } from '../../document/codeType.js'
/** A pair of marks around a stretch of text: `*strong*`, `[.role]##marked##`. The opening one takes its attributes along. */
export interface Pair {
  code: CodeType
  open: { start: number; end: number }
  close: { start: number; end: number }
}

/** A mark that stands for another text: a curved quote, or nothing (a backslash that escapes). */
export interface Step {
  text: string
  start: number
  end: number
}

/** Whether the character before (or after) is part of a word. */
const word = /[\p{L}\p{M}\p{N}\p{Pc}]/u
/** A no-break space is none. */
const space = /[ \t\n\f\v]/
const longestRole = 120

interface Scope {
  character: string
  code: CodeType
  double: boolean
}

/** In the order in which Asciidoctor looks for them: https://docs.asciidoctor.org/asciidoc/latest/text/ */
const scopes: readonly (Scope | 'quotes')[] = [
  { character: '*', code: 'strong', double: true },
  { character: '*', code: 'strong', double: false },
  'quotes',
  { character: '`', code: 'code', double: true },
  { character: '`', code: 'code', double: false },
  { character: '_', code: 'emphasis', double: true },
  { character: '_', code: 'emphasis', double: false },
  { character: '#', code: 'highlight', double: true },
  { character: '#', code: 'highlight', double: false },
]

/** Pairs marks in linear time. `positions` are those of each character of marks in plain text, in order. */
export class Marks {
  readonly pairs: Pair[] = []
  readonly steps: Step[] = []
  private readonly text: string
  private readonly start: number
  private readonly positions: Map<string, number[]>
  /** Where curved quotes and dropped backslashes stand. */
  private readonly curved = new Set<number>()
  private readonly dropped = new Set<number>()

  constructor(text: string, start: number, positions: Map<string, number[]>) {
    this.text = text
    this.start = start
    this.positions = positions
  }

  pair(): void {
    for (const scope of scopes)
      if (scope === 'quotes') this.quotes()
      else if (scope.double) this.doubled(scope)
      else this.single(scope)
    this.script('^', 'superscript')
    this.script('~', 'subscript')
    this.apostrophes()
  }

  private take(character: string, used: ReadonlySet<number>): void {
    if (used.size > 0)
      this.positions.set(
        character,
        this.positions.get(character)!.filter((position) => !used.has(position)),
      )
  }

  private escapedAt(at: number): boolean {
    return at > this.start && this.text[at - 1] === '\\' && !this.dropped.has(at - 1)
  }

  private escape(at: number): void {
    this.steps.push({ text: '', start: at, end: at + 1 })
    this.dropped.add(at)
  }

  /** `**anywhere**` */
  private doubled({ character, code }: Scope): void {
    const marks = this.positions.get(character) ?? []
    const used = new Set<number>()
    const twin = (index: number) => marks[index + 1] === marks[index]! + 1
    let close = 0
    for (let index = 0; index < marks.length - 1; index++) {
      if (!twin(index)) continue
      const open = marks[index]!
      while (close < marks.length && !(marks[close]! >= open + 3 && twin(close))) close++
      if (close >= marks.length) break
      const end = marks[close]!
      const start = this.roleBefore(open, () => true)
      if (this.escapedAt(start)) this.escape(start - 1)
      else {
        for (const position of [open, open + 1, end, end + 1]) used.add(position)
        this.pairs.push({ code, open: { start, end: open + 2 }, close: { start: end, end: end + 2 } })
      }
      index = close + 1
    }
    this.take(character, used)
  }

  /** `*between words*` */
  private single({ character, code }: Scope): void {
    const marks = this.positions.get(character) ?? []
    const used = new Set<number>()
    const after = character === '`' ? /[\p{L}\p{M}\p{N}\p{Pc}"'`]/u : word
    const closes = (at: number) => !space.test(this.text[at - 1]!) && !after.test(this.characterAt(at + 1))
    let close = 0
    for (let index = 0; index < marks.length; index++) {
      const open = marks[index]!
      if (space.test(this.text[open + 1] ?? ' ')) continue
      const start = this.opening(open, character)
      if (start === -1) continue
      while (close < marks.length && !(marks[close]! >= open + 2 && closes(marks[close]!))) close++
      if (close >= marks.length) break
      const end = marks[close]!
      const escaped = this.escapedAt(start)
      if (escaped) this.escape(start - 1)
      // Of `\[.role]*strong*`, only the role is literal.
      if (!escaped || start < open) {
        used.add(open).add(end)
        this.pairs.push({ code, open: { start: escaped ? open : start, end: open + 1 }, close: { start: end, end: end + 1 } })
      }
      index = close
    }
    this.take(character, used)
  }

  /** Where the mark begins, with its attributes; -1 where it cannot open. */
  private opening(at: number, character: string): number {
    const opens = (before: number) => this.opensAfter(before, character)
    const start = this.roleBefore(at, opens)
    return start < at || opens(at) ? start : -1
  }

  private opensAfter(at: number, character: string): boolean {
    let before = at
    while (before > this.start && this.dropped.has(before - 1)) before--
    if (before <= this.start) return true
    const previous = this.characterBefore(before)
    // `<`, `>` and `&` are references to Asciidoctor at this point, which end with a semicolon, and so are curved quotes.
    if (/[;:}<>&]/.test(previous) || word.test(previous)) return false
    if (character !== '*' && this.curved.has(before - 1)) return false
    return character !== '`' || !/["'`]/.test(previous)
  }

  /** Where `[.role]` before a mark begins; the mark itself where there is none. */
  private roleBefore(at: number, opens: (at: number) => boolean): number {
    if (this.text[at - 1] !== ']' || at - 1 <= this.start) return at
    const from = Math.max(this.start, at - longestRole)
    const attributes = /\[[^\][]+\]$/.exec(this.text.slice(from, at))
    const start = attributes ? from + attributes.index : at
    return attributes && opens(start) ? start : at
  }

  /** `"`curved`"` and `'`curved`'`: they are the characters that they stand for. */
  private quotes(): void {
    for (const [quote, open, close] of [
      ['"', '“', '”'],
      ["'", '‘', '’'],
    ] as const) {
      const marks = this.positions.get('`') ?? []
      const used = new Set<number>()
      const closes = (at: number) => this.text[at + 1] === quote && !space.test(this.text[at - 1]!) && !word.test(this.characterAt(at + 2))
      let last = 0
      for (let index = 0; index < marks.length; index++) {
        const at = marks[index]!
        if (this.text[at - 1] !== quote || at - 1 < this.start || space.test(this.text[at + 1] ?? ' ') || !this.opensAfter(at - 1, quote === "'" ? '`' : '*')) continue
        while (last < marks.length && !(marks[last]! >= at + 2 && closes(marks[last]!))) last++
        if (last >= marks.length) break
        const end = marks[last]!
        if (this.escapedAt(at - 1)) this.escape(at - 2)
        else {
          used.add(at).add(end)
          this.steps.push({ text: open, start: at - 1, end: at + 1 }, { text: close, start: end, end: end + 2 })
          this.curved.add(at).add(end + 1)
        }
        index = last
      }
      this.take('`', used)
    }
  }

  /** `` `' `` is an apostrophe. */
  private apostrophes(): void {
    const paired = new Set(this.pairs.flatMap(({ code, open, close }) => (code === 'code' ? [open.end - 1, close.end - 1] : [])))
    for (const at of this.positions.get('`') ?? [])
      if (this.text[at + 1] === "'" && !paired.has(at)) {
        if (this.escapedAt(at)) this.escape(at - 1)
        else this.steps.push({ text: '’', start: at, end: at + 2 })
      }
  }

  /** `^raised^` and `~lowered~`: without white space inside. */
  private script(character: string, code: CodeType): void {
    const marks = this.positions.get(character) ?? []
    for (let index = 0; index < marks.length - 1; index++) {
      const open = marks[index]!
      const next = marks[index + 1]
      const close = next === open + 1 ? index + 2 : index + 1
      const end = marks[close]
      if (end === undefined || space.test(this.text.slice(open, end))) continue
      const start = this.roleBefore(open, () => true)
      if (this.escapedAt(start)) this.escape(start - 1)
      else this.pairs.push({ code, open: { start, end: open + 1 }, close: { start: end, end: end + 1 } })
      index = close
    }
  }

  private characterBefore(at: number): string {
    const unit = this.text.charCodeAt(at - 1)
    return unit >= 0xdc00 && unit <= 0xdfff ? this.text.slice(at - 2, at) : this.text[at - 1]!
  }

  private characterAt(at: number): string {
    const point = this.text.codePointAt(at)
    return point === undefined ? '' : String.fromCodePoint(point)
  }
}
