import { readClass } from './characterClass.js'
import { cases, dot, lineStart, lineStop, literal, readEscape, textStart, textStop } from './escape.js'
import { ExpressionError } from './expressionError.js'

interface Flags {
  insensitive: boolean
  multiline: boolean
  dotAll: boolean
}

/** A translated part. */
interface Part {
  text: string
  /** It may be of any length, and nothing in it is there exactly once. */
  loose?: boolean
  /** It matches a place, and no character. */
  place?: boolean
}

/** Groups that are written alike here. An atomic group matches all that it would match, and more. */
const groups: [written: string, here: string][] = [
  ['(?:', '(?:'],
  ['(?>', '(?:'],
  ['(?=', '(?='],
  ['(?!', '(?!'],
  ['(?<=', '(?<='],
  ['(?<!', '(?<!'],
]

/**
 * The source of a JavaScript expression (with the flag `v`) for one as ICU and Java write them: https://unicode-org.github.io/icu/userguide/strings/regexp.html
 * It is well formed and captures nothing, so that it may be put into others. Throws an ExpressionError for what cannot be said.
 */
export function translateExpression(source: string): string {
  const reader = new Reader(source)
  const { text } = reader.alternatives({ insensitive: false, multiline: false, dotAll: false }, 0)
  if (reader.at < source.length) throw new ExpressionError('syntax', source.slice(reader.at, reader.at + 10))
  return text
}

class Reader {
  readonly source: string
  at = 0

  constructor(source: string) {
    this.source = source
  }

  /** Up to a closing bracket or the end. `(?i)` counts from where it stands, up to the end of its group. */
  alternatives(given: Flags, depth: number): Part {
    if (depth > 100) throw new ExpressionError('syntax', '(((')
    const flags = { ...given }
    const all = [this.sequence(flags, depth)]
    while (this.source[this.at] === '|') {
      this.at++
      all.push(this.sequence(flags, depth))
    }
    const text = all.map((sequence) => sequence.text).join('|')
    return { text: depth === 0 && all.length > 1 ? `(?:${text})` : text, loose: all.some(({ loose }) => loose === true) }
  }

  sequence(flags: Flags, depth: number): Part {
    let text = ''
    let loose = false
    let fixed = false
    for (;;) {
      const character = this.source[this.at]
      if (character === undefined || character === '|' || character === ')') return { text, loose: loose && !fixed }
      const atom = this.atom(flags, depth)
      if (atom === null) continue
      const repeated = this.repeated(atom)
      text += repeated.text
      if (repeated.loose) loose = true
      else if (repeated.mandatory) fixed = true
    }
  }

  /** An atom without its quantifier; null for what is none, such as `(?i)`. */
  atom(flags: Flags, depth: number): Part | null {
    const { source } = this
    const character = source[this.at]!
    if (character === '(') return this.group(flags, depth)
    if (character === '[') {
      const { text, end } = readClass(source, this.at, flags.insensitive)
      this.at = end
      return { text }
    }
    if (character === '\\') return this.escaped(flags)
    if (/[*+?{]/.test(character)) throw new ExpressionError('syntax', character)
    if (character === '.') return this.taken(1, flags.dotAll ? String.raw`\p{Any}` : dot)
    if (character === '^') return this.taken(1, flags.multiline ? lineStart : textStart, true)
    if (character === '$') return this.taken(1, flags.multiline ? lineStop : textStop, true)
    const codePoint = source.codePointAt(this.at)!
    return this.taken(String.fromCodePoint(codePoint).length, spell(codePoint, flags))
  }

  taken(length: number, text: string, place = false): Part {
    this.at += length
    return { text, place }
  }

  escaped(flags: Flags): Part | null {
    const { source, at } = this
    if (source.startsWith('\\E', at)) return this.skip(2)
    if (source.startsWith('\\Q', at)) {
      const end = source.indexOf('\\E', at)
      const inside = source.slice(at + 2, end === -1 ? undefined : end)
      const text = Array.from(inside, (character) => spell(character.codePointAt(0)!, flags)).join('')
      return this.taken(inside.length + (end === -1 ? 2 : 4), `(?:${text})`, text === '')
    }
    const escape = readEscape(source, at, flags.insensitive)
    if ('place' in escape) return this.taken(escape.length, escape.place, true)
    return this.taken(escape.length, 'set' in escape ? escape.set : spell(escape.codePoint, flags))
  }

  skip(length: number): null {
    this.at += length
    return null
  }

  group(flags: Flags, depth: number): Part | null {
    const rest = this.source.slice(this.at, this.at + 80)
    const comment = /^\(\?#[^)]*\)/.exec(this.source.slice(this.at))
    if (comment) return this.skip(comment[0].length)
    const set = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/.exec(rest)
    if (set && set[0] !== '(?:') {
      const changed = changedFlags(flags, set[1]!, set[2] ?? '')
      this.skip(set[0].length)
      if (set[3] === ':') return this.closed('(?:', changed, depth)
      Object.assign(flags, changed)
      return null
    }
    const named = /^\(\?<[A-Za-z]\w*>/.exec(rest)?.[0]
    const [written, here] = groups.find(([start]) => rest.startsWith(start)) ?? [named ?? '(', '(?:']
    if (written === '(' && rest.startsWith('(?')) throw new ExpressionError('feature', rest.slice(0, 4))
    this.at += written.length
    return this.closed(here, flags, depth)
  }

  /** What is in a group, up to its end. */
  closed(here: string, flags: Flags, depth: number): Part {
    const { text, loose } = this.alternatives(flags, depth + 1)
    if (this.source[this.at] !== ')') throw new ExpressionError('syntax', '(')
    this.at++
    return { text: `${here}${text})`, loose, place: /[=!]$/.test(here) }
  }

  /** The atom with its quantifier. A possessive one matches all that it would match, and more. */
  repeated({ text, loose = false, place = false }: Part): Part & { mandatory: boolean } {
    const match = /^(?:[*+?]|\{(\d+)(,(\d*))?\})([?+]?)/.exec(this.source.slice(this.at, this.at + 30))
    if (!match) return { text, loose, mandatory: !place }
    this.at += match[0].length
    const [written, least, comma, most, manner] = match
    if (place || (most && Number(most) < Number(least))) throw new ExpressionError('syntax', written)
    if (Number(least ?? 0) > 1000 || Number(most || 0) > 1000) throw new ExpressionError('repetition', written)
    const unbounded = written.startsWith('*') || written.startsWith('+') || (comma !== undefined && most === '')
    // `(\w+\s*)+` takes a time that doubles with every character; `(\w+\.)+` does not.
    if (unbounded && loose) throw new ExpressionError('repetition', `(…)${written}`)
    const optional = written.startsWith('*') || written.startsWith('?') || least === '0'
    return { text: text + (manner === '+' ? written.slice(0, -1) : written), loose: loose || unbounded, mandatory: !optional }
  }
}

const spell = (codePoint: number, { insensitive }: Flags): string => {
  const all = insensitive ? cases(codePoint) : [codePoint]
  return all.length === 1 ? literal(codePoint) : `[${all.map(literal).join('')}]`
}

function changedFlags(flags: Flags, on: string, off: string): Flags {
  // `u`, `U` and `d` change nothing: letters are those of Unicode here, always.
  const unknown = /[^imsudU]/.exec(on + off)
  if (unknown) throw new ExpressionError('feature', `(?${unknown[0]})`)
  const set = (flag: string, before: boolean) => (on.includes(flag) ? true : off.includes(flag) ? false : before)
  return { insensitive: set('i', flags.insensitive), multiline: set('m', flags.multiline), dotAll: set('s', flags.dotAll) }
}
