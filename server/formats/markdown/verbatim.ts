import { htmlBlockEnd } from './htmlBlock.js'
import { Lookahead } from './lookahead.js'

/** A block whose lines are taken as they are: code, mathematics, HTML. */
export interface Verbatim {
  type: 'verbatim'
  html: boolean
  /** Whether this is its last line; `null` where it ends before a blank line. */
  ends: ((line: string) => boolean) | null
}

const template = /^\{(?:%-?|\{[<%])[ \t]*(highlight|comment|mermaid|math|katex)\b[^}\n]*\}\}?[ \t]*$/

/** Finds blocks whose lines are taken as they are. */
export class VerbatimStarts {
  private readonly text: string
  private readonly html: boolean
  private readonly mathEnd: Lookahead
  private readonly blankLine: Lookahead
  private readonly templateEnds = new Map<string, Lookahead>()

  constructor(text: string, html: boolean) {
    this.text = text
    this.html = html
    this.mathEnd = new Lookahead(text, /\$\$[ \t]*$/gm)
    this.blankLine = new Lookahead(text, /^[ \t>]*$/gm)
  }

  /** The block that begins with the line from `start` to `end`; `paragraph`: whether it would end one. */
  at(start: number, end: number, paragraph: boolean): Verbatim | null {
    const first = this.text[start]!
    if (first === '`' || first === '~') return fence(this.text.slice(start, end), first)
    if (first === '<' && this.html) {
      const ends = htmlBlockEnd(this.text.slice(start, end), paragraph)
      return ends === undefined ? null : { type: 'verbatim', html: true, ends: ends && ((line) => ends.test(line)) }
    }
    if (first === '$') return this.math(start, end, paragraph)
    return first === '{' ? this.template(start, end) : null
  }

  /** Between `$$` at the start of a line and `$$` at the end of one. What ends on its own line is a code in a text. */
  private math(start: number, end: number, paragraph: boolean): Verbatim | null {
    if (!this.text.startsWith('$$', start) || this.text.slice(start + 2, end).includes('$$')) return null
    if (paragraph && this.text.slice(start + 2, end).trim() !== '') return null
    if (this.mathEnd.from(end + 1) > this.blankLine.from(end + 1)) return null
    return { type: 'verbatim', html: false, ends: (line) => /\$\$[ \t]*$/.test(line) }
  }

  private template(start: number, end: number): Verbatim | null {
    const name = template.exec(this.text.slice(start, end))?.[1]
    if (name === undefined) return null
    const known = this.templateEnds.get(name)
    const ends = known ?? new Lookahead(this.text, new RegExp(`^[ \\t>]*\\{(?:%-?|\\{[<%])[ \\t]*(?:end|/)[ \\t]*${name}\\b`, 'gm'))
    if (!known) this.templateEnds.set(name, ends)
    const last = new RegExp(`^\\{(?:%-?|\\{[<%])[ \\t]*(?:end|/)[ \\t]*${name}\\b`)
    return ends.from(end) === Number.POSITIVE_INFINITY ? null : { type: 'verbatim', html: false, ends: (line) => last.test(line) }
  }
}

const fencePattern = /^(?:`{3,}[^`]*|~{3,}.*)$/

function fence(line: string, character: string): Verbatim | null {
  if (!fencePattern.test(line)) return null
  const length = runLength(line, character)
  return {
    type: 'verbatim',
    html: false,
    ends(line) {
      const run = runLength(line, character)
      return run >= length && line.slice(run).trim() === ''
    },
  }
}

function runLength(line: string, character: string): number {
  let length = 0
  while (line[length] === character) length++
  return length
}
