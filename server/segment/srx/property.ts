import { ExpressionError } from './expressionError.js'

/** Names of POSIX and Java, which ICU understands too. */
const posix: Record<string, string> = {
  alpha: String.raw`\p{Alphabetic}`,
  alnum: String.raw`[\p{Alphabetic}\p{Nd}]`,
  digit: String.raw`\p{Nd}`,
  upper: String.raw`\p{Uppercase}`,
  lower: String.raw`\p{Lowercase}`,
  punct: String.raw`[\p{P}$+<=>\^\`\|~]`,
  space: String.raw`\p{White_Space}`,
  blank: String.raw`[\p{Zs}\t]`,
  cntrl: String.raw`\p{Cc}`,
  xdigit: String.raw`[\p{Nd}\p{Hex_Digit}]`,
  word: String.raw`[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\u200c\u200d]`,
}

const cased = new Set(['Lu', 'Ll', 'Lt', 'Uppercase_Letter', 'Lowercase_Letter', 'Titlecase_Letter'])

/** `\p{name}` as this platform writes it; throws an ExpressionError where it knows no such property. */
export function property(written: string, negated: boolean, insensitive: boolean): string {
  const name = written.trim().replace(/^\^/, '')
  const positive = positiveOf(name, insensitive)
  return negated === written.trim().startsWith('^') ? positive : `[^${positive}]`
}

function positiveOf(name: string, insensitive: boolean): string {
  const asPosix = posix[name.toLowerCase()]
  if (asPosix !== undefined) return asPosix
  if (insensitive && cased.has(name)) return String.raw`[\p{Lu}\p{Ll}\p{Lt}]`
  const found = spellings(name).find(isKnown)
  if (found === undefined) throw new ExpressionError('property', `\\p{${name}}`)
  return `\\p{${found}}`
}

/** How the platform may call it: a general category, a script, a binary property. */
function spellings(name: string): string[] {
  const [, key, value] = /^(\w+)\s*=\s*(.*)$/.exec(name) ?? [undefined, undefined, name]
  const bare = value!.replace(/^is(?=[A-Z])/i, '').replace(/[\s-]+/g, '_')
  const words = bare.replace(/(^|_)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
  const names = bare === 'L&' ? ['LC'] : [bare, words]
  if (key !== undefined) return names.map((each) => `${/^(?:gc|general_category)$/i.test(key) ? 'gc' : /^scx/i.test(key) ? 'scx' : 'sc'}=${each}`)
  return names.flatMap((each) => [each, `sc=${each}`])
}

const known = new Map<string, boolean>()

function isKnown(name: string): boolean {
  if (!known.has(name)) known.set(name, compiles(`\\p{${name}}`))
  return known.get(name)!
}

function compiles(expression: string): boolean {
  try {
    return new RegExp(expression, 'v') instanceof RegExp
  } catch {
    return false
  }
}
