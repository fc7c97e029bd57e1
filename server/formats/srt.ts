import type { CodeType } from '../document/codeType.js'
import type { Block } from '../document/block.js'
import { contextOf, type Cue } from '../document/cue.js'
import type { Problem } from '../document/unit.js'
import type { Format } from './format.js'
import { cuePieces, type Mark } from './timedText/cuePieces.js'
import { sayableCue, spellCue, type SayWords } from './timedText/cueWords.js'
import { linesOf, type Line } from './timedText/lines.js'
import { readTimes } from './timedText/times.js'

/** SubRip: numbered cues. A cue's line breaks belong to its text. */
export const srt: Format = {
  id: 'srt',
  name: 'SubRip',
  extensions: ['.srt'],
  recognises: (bytes) => /^(?:\xef\xbb\xbf)?\s*\d+\s*\n\d+:\d\d:\d\d,\d{3} --> /.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1')),
  read: (text) => new SrtReader(text).read(),
  spell: (target, { codes }) => spellCue(target, codes, say),
  sayable: (target) => sayableCue(target, say),
}

const blank = /^[ \t\f]*$/
const number = /^[ \t]*\d+[ \t]*$/
/** A line that players take for times, also where they are wrong. */
const timing = /^[ \t]*-?\d+:[^\n]*-->[ \t]*-?\d/
const tag = /<(\/?)(b|i|u|s|font)((?:[ \t][^<>{}\n]*)?)>|\{(\/?)([biu])\}|\{\\([^{}<>\n]*)\}/gi
const types: Record<string, CodeType> = { b: 'strong', i: 'emphasis', u: 'underline', s: 'strikethrough', font: 'font' }

class SrtReader {
  private readonly blocks: Block[] = []
  private readonly problems: Problem[] = []
  private readonly lines: Line[]
  private readonly text: string
  /** The cue whose text is read; undefined above the first. */
  private cue: Cue | null | undefined
  private piecesOfCue = 0
  private from: Line | null = null
  private to: Line | null = null

  constructor(text: string) {
    this.text = text
    this.lines = linesOf(text)
  }

  read() {
    this.lines.forEach((line, index) => {
      if (timing.test(line.text)) this.timing(line)
      else if (blank.test(line.text) || (number.test(line.text) && timing.test(this.lines[index + 1]?.text ?? ''))) this.flush()
      else {
        this.from ??= line
        this.to = line
      }
    })
    this.flush()
    return { blocks: this.blocks, problems: this.problems }
  }

  private timing(line: Line): void {
    this.flush()
    this.cue = readTimes(line.text)
    this.piecesOfCue = 0
    if (this.cue === null) this.warn(line, 'cue-times', 'The times of this cue cannot be read.')
  }

  /** Ends a stretch of lines. */
  private flush(): void {
    const { from, to, cue } = this
    this.from = this.to = null
    if (!from || !to) return
    const range = { start: from.start, end: to.end }
    // The number of a cue whose times are missing.
    if (from === to && number.test(from.text) && (cue === undefined || this.piecesOfCue > 0)) return
    if (cue === undefined) return this.warn(range, 'outside-cue', 'This text stands above the first cue and stays as it is.')
    if (this.piecesOfCue++ > 0) this.warn(range, 'cue-blank-line', 'A blank line stands above this text; many players end the cue there.')
    const pieces = cuePieces(this.text, range.start, range.end, tag, markOf)
    this.blocks.push({ pieces, kind: 'caption', level: 0, path: [], key: null, note: null, context: contextOf(cue), whole: true })
  }

  private warn({ start, end }: { start: number; end: number }, code: string, message: string): void {
    this.problems.push({ code, message, severity: 'warning', start, end })
  }
}

function markOf([, closing, name, attributes, closingBrace, letter, override]: RegExpMatchArray): Mark {
  if (override !== undefined) return { type: 'single', code: /^(?:an?\d|pos|move)/.test(override) ? 'position' : 'style', label: override.slice(0, 200) }
  const letters = (name ?? letter!).toLowerCase()
  const type = closing || closingBrace ? 'close' : 'open'
  return { type, name: name === undefined ? `{${letters}}` : letters, code: types[letters]!, label: attributes?.trim().slice(0, 200) ?? '' }
}

/** SubRip has no escapes: what would be a tag, times or the end of the cue is written with characters that look alike. */
const say: SayWords = (words, { first }) =>
  words
    .replace(tag, (whole) => (whole[0] === '<' ? `‹${whole.slice(1, -1)}›` : `(${whole.slice(1, -1)})`))
    .replace(/(?<=^|\n)[ \t]*-?\d+:[^\n]*-->[ \t]*-?\d/g, (line, at: number) => (at > 0 || first ? line.replaceAll('-->', '--›') : line))
    .replace(/\n(?=[ \t\f]*\n)/g, '\u2028')
