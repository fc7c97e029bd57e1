import { plainText } from '../../document/codes.js'
import type { Problem } from '../../document/unit.js'
import type { Block } from '../../document/block.js'

const table = /^\s*\[\[?\s*([\w.\s"'-]+?)\s*\]\]?\s*(?:#.*)?$/
const pair = /^\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*')\s*(?:#.*)?$/

/** The named string values of TOML that starts at `base`: those on one line. https://toml.io/en/v1.0.0#string */
export function readToml(content: string, base: number, fields: ReadonlySet<string>): { blocks: Block[]; problems: Problem[] } {
  const blocks: Block[] = []
  let prefix = ''
  let at = 0
  let multiline: string | null = null
  for (const line of content.split('\n')) {
    const fences = line.match(/"""|'''/g) ?? []
    if (multiline === null) {
      const name = table.exec(line)?.[1]
      if (name !== undefined) prefix = `${name.replace(/[\s"']/g, '')}.`
      const match = pair.exec(line)
      const key = prefix + (match?.[1]?.replace(/\s/g, '') ?? '')
      if (match && fields.has(key)) {
        const value = match[2]!
        const start = base + at + line.indexOf(value, line.indexOf('='))
        const text = value.startsWith('"') ? unescape(value.slice(1, -1)) : value.slice(1, -1)
        if (text !== '')
          blocks.push({ pieces: [{ type: 'text', text, start, end: start + value.length }], kind: 'metadata', level: 0, path: [], key, note: null, context: `toml ${value[0]}` })
      }
    }
    for (const fence of fences) multiline = multiline === null ? fence : multiline === fence ? null : multiline
    at += line.length + 1
  }
  return { blocks, problems: [] }
}

const escapes: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' }

const unescape = (source: string): string =>
  source.replace(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g, (whole, short: string | undefined, long: string | undefined, character: string | undefined) => {
    const code = Number.parseInt(short ?? long ?? '', 16)
    if (code <= 0x10ffff) return String.fromCodePoint(code)
    return escapes[character ?? ''] ?? whole
  })

export function spellToml(target: string, context: string): string {
  const text = plainText(target)
  // A literal string has no escapes: what it cannot hold makes it a basic one.
  if (context === "toml '" && !/['\x00-\x08\n-\x1f\x7f]/.test(text)) return `'${text}'`
  return JSON.stringify(text).replace(/\x7f/g, '\\u007f')
}
