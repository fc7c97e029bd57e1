import { ExpressionError } from './expressionError.js'
import { property } from './property.js'

const lineEnd = String.raw`\n\v\f\r\u0085\u2028\u2029`
const wordCharacter = String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\u200c\u200d]`

/** What stands for a set of characters: here as a class, so that it can be part of another. */
const sets: Record<string, string> = {
  d: String.raw`\p{Nd}`,
  D: String.raw`\P{Nd}`,
  w: wordCharacter,
  W: `[^${wordCharacter}]`,
  s: String.raw`\p{White_Space}`,
  S: String.raw`\P{White_Space}`,
  h: String.raw`[\p{Zs}\t]`,
  H: String.raw`[^\p{Zs}\t]`,
  v: `[${lineEnd}]`,
  V: `[^${lineEnd}]`,
}

/** What stands for a place, or for more than a character. */
const places: Record<string, string> = {
  b: `(?:(?<=${wordCharacter})(?!${wordCharacter})|(?<!${wordCharacter})(?=${wordCharacter}))`,
  B: `(?:(?<=${wordCharacter})(?=${wordCharacter})|(?<!${wordCharacter})(?!${wordCharacter}))`,
  A: String.raw`(?<!\p{Any})`,
  z: String.raw`(?!\p{Any})`,
  Z: `(?=(?:\\r\\n|[${lineEnd}])?(?!\\p{Any}))`,
  R: `(?:\\r\\n|[${lineEnd}])`,
}

const controls: Record<string, number> = { t: 9, n: 10, f: 12, r: 13, a: 7, e: 27 }

/** Any character but a line end; the start and the end of the text, or of a line. */
export const dot = `[^${lineEnd}]`
export const lineStart = `(?<![^${lineEnd}])`
export const lineStop = `(?![^${lineEnd}])`
export const { A: textStart, Z: textStop, b: wordEdge } = places as { A: string; Z: string; b: string }

/** What an escape means: a set, a place, or one character. `length` counts the backslash. */
export type Escape = { length: number } & ({ set: string } | { place: string } | { codePoint: number })

/** Reads the escape at `at`, where a backslash stands. Throws an ExpressionError for what has no equal here. */
export function readEscape(source: string, at: number, insensitive: boolean): Escape {
  const letter = source[at + 1]
  if (letter === undefined) throw new ExpressionError('syntax', '\\')
  const set = sets[letter]
  if (set !== undefined) return { length: 2, set }
  const place = places[letter]
  if (place !== undefined) return { length: 2, place }
  if (letter === 'p' || letter === 'P') return readProperty(source, at, insensitive)
  const numbered = numbers.map((pattern) => matchAt(pattern, source, at)).find((match) => match !== null)
  if (numbered) return { length: numbered[0].length, codePoint: codePointOf(numbered[0], numbered[1]!, letter === '0' ? 8 : 16) }
  const control = controls[letter]
  if (control !== undefined) return { length: 2, codePoint: control }
  const codePoint = source.codePointAt(at + 1)!
  // `\1`, `\k<name>`, `\X`, `\G`, `\N{…}`: nothing here means the same.
  if (/[A-Za-z0-9]/.test(letter)) throw new ExpressionError('feature', `\\${letter}`)
  return { length: 1 + String.fromCodePoint(codePoint).length, codePoint }
}

const numbers = [/\\x\{([\da-fA-F]{1,6})\}/y, /\\x([\da-fA-F]{2})/y, /\\u([\da-fA-F]{4})/y, /\\U([\da-fA-F]{8})/y, /\\0([0-7]{1,3})/y]

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

function codePointOf(written: string, digits: string, radix: number): number {
  const codePoint = parseInt(digits, radix)
  if (codePoint > 0x10ffff) throw new ExpressionError('syntax', written)
  return codePoint
}

function readProperty(source: string, at: number, insensitive: boolean): Escape {
  const match = matchAt(/\\[pP](?:\{([^{}]{1,60})\}|([A-Z]))/y, source, at)
  if (!match) throw new ExpressionError('syntax', source.slice(at, at + 10))
  return { length: match[0].length, set: property(match[1] ?? match[2]!, source[at + 1] === 'P', insensitive) }
}

/** A character where it stands for itself, in a class or outside. */
export const literal = (codePoint: number): string => (/[\p{L}\p{N} ]/u.test(String.fromCodePoint(codePoint)) ? String.fromCodePoint(codePoint) : `\\u{${codePoint.toString(16)}}`)

/** The character in both cases, each once. */
export function cases(codePoint: number): number[] {
  const character = String.fromCodePoint(codePoint)
  const variants = [character, character.toLowerCase(), character.toUpperCase()].filter((variant) => [...variant].length === 1)
  return [...new Set(variants.map((variant) => variant.codePointAt(0)!))]
}
