import { cases, literal, readEscape } from './escape.js'
import { ExpressionError } from './expressionError.js'
import { property } from './property.js'

/** A range wider than this has its other cases only where whole alphabets of it do. */
const widestRange = 0x800

/** Translates the class at `at`, where a `[` stands: nested classes, `&&`, `--` and `[:name:]` as ICU and Java have them. Answers it and where it ends. */
export function readClass(source: string, at: number, insensitive: boolean): { text: string; end: number } {
  return new ClassReader(source, insensitive).read(at)
}

class ClassReader {
  readonly source: string
  readonly insensitive: boolean

  constructor(source: string, insensitive: boolean) {
    this.source = source
    this.insensitive = insensitive
  }

  read(start: number, depth = 0): { text: string; end: number } {
    const { source } = this
    if (depth > 50) throw new ExpressionError('syntax', '[[[')
    const negated = source[start + 1] === '^'
    let at = start + (negated ? 2 : 1)
    /** Operands of `&&` and `--`, each a union. */
    const operands = ['']
    const operators: string[] = []
    const first = at
    for (;;) {
      const character = source[at]
      if (character === undefined) throw new ExpressionError('syntax', source.slice(start, start + 20))
      if (character === ']' && at > first) break
      const operator = /^(?:&&(?!\])|--(?=\[))/.exec(source.slice(at, at + 3))?.[0]
      if (operator !== undefined && at > first) {
        operators.push(operator)
        operands.push('')
        at += 2
        continue
      }
      const part = this.part(at, depth)
      operands[operands.length - 1] += part.text
      at = part.end
    }
    const inside = operands.length === 1 ? operands[0]! : operands.map((operand, index) => `${index === 0 ? '' : (operators[index - 1] ?? '')}[${operand}]`).join('')
    // `[a&&b--c]` has no meaning here: one operator a class.
    if (new Set(operators).size > 1) throw new ExpressionError('feature', '&& with --')
    return { text: `[${negated ? '^' : ''}${inside}]`, end: at + 1 }
  }

  /** A nested class, a set, a character or a range. */
  part(at: number, depth: number): { text: string; end: number } {
    const { source, insensitive } = this
    const named = /^\[:(\^?)([\w =-]{1,60}):\]/.exec(source.slice(at, at + 70))
    if (named) return { text: property(named[2]!, named[1] === '^', insensitive), end: at + named[0].length }
    if (source[at] === '[') return this.read(at, depth + 1)
    const from = this.character(at)
    if ('text' in from) return from
    if (source[from.end] !== '-' || source[from.end + 1] === ']' || source[from.end + 1] === '-' || source[from.end + 1] === undefined)
      return { text: this.spell(from.codePoint, from.codePoint), end: from.end }
    const to = source[from.end + 1] === '[' ? null : this.character(from.end + 1)
    if (to === null || 'text' in to) return { text: this.spell(from.codePoint, from.codePoint), end: from.end }
    if (to.codePoint < from.codePoint) throw new ExpressionError('syntax', source.slice(at, to.end))
    return { text: this.spell(from.codePoint, to.codePoint), end: to.end }
  }

  character(at: number): { codePoint: number; end: number } | { text: string; end: number } {
    const { source, insensitive } = this
    if (source.startsWith('\\Q', at)) return this.quoted(at)
    if (source[at] !== '\\') {
      const codePoint = source.codePointAt(at)!
      return { codePoint, end: at + String.fromCodePoint(codePoint).length }
    }
    // In a class, `\b` and its like are no places.
    const escape = readEscape(source, at, insensitive)
    if ('set' in escape) return { text: escape.set, end: at + escape.length }
    if ('place' in escape) throw new ExpressionError('feature', `[${source.slice(at, at + 2)}]`)
    return { codePoint: escape.codePoint, end: at + escape.length }
  }

  quoted(at: number): { text: string; end: number } {
    const end = this.source.indexOf('\\E', at)
    const inside = this.source.slice(at + 2, end === -1 ? undefined : end)
    const text = Array.from(inside, (character) => this.spell(character.codePointAt(0)!, character.codePointAt(0)!)).join('')
    return { text, end: end === -1 ? this.source.length : end + 2 }
  }

  /** A range, in both cases where those do not matter. */
  spell(from: number, to: number): string {
    const range = from === to ? literal(from) : `${literal(from)}-${literal(to)}`
    if (!this.insensitive || to - from > widestRange) return range
    const others = new Set<number>()
    for (let codePoint = from; codePoint <= to; codePoint++) for (const other of cases(codePoint)) if (other < from || other > to) others.add(other)
    return range + Array.from(others, literal).join('')
  }
}
