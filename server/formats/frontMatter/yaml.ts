import { isMap, isScalar, isSeq, parseDocument, type Node, type Scalar } from 'yaml'
import { plainText } from '../../document/codes.js'
import type { Problem } from '../../document/unit.js'
import type { Block } from '../../document/block.js'

/** A bomb of anchors is never expanded, but even its parsing costs; no front matter that a person wrote is longer. */
const longest = 200_000

/** The named string values of YAML that starts at `base`. Where it has errors nothing in it is translated. */
export function readYaml(content: string, base: number, fields: ReadonlySet<string>): { blocks: Block[]; problems: Problem[] } {
  if (fields.size === 0) return { blocks: [], problems: [] }
  const problem = (message: string, start: number, end: number) => ({
    blocks: [],
    problems: [{ code: 'front-matter', message, severity: 'warning' as const, start: base + start, end: base + end }],
  })
  if (content.length > longest) return problem('The front matter is too long to be translated.', 0, content.length)
  const document = parseDocument(content, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error?.code === 'RESOURCE_EXHAUSTION') return problem('The front matter nests too deeply to be translated.', 0, content.length)
  if (error) return problem(`The front matter is not valid YAML: ${error.message}`, error.pos[0], Math.min(content.length, error.pos[1]))
  const blocks: Block[] = []
  const visit = (node: Node | null, key: string) => {
    if (isMap<Scalar, Node | null>(node)) for (const { key: name, value } of node.items) visit(value, key === '' ? String(name.value) : `${key}.${String(name.value)}`)
    else if (isSeq<Node>(node)) for (const item of node.items) visit(item, key)
    else if (isScalar(node) && fields.has(key) && typeof node.value === 'string' && node.range) blocks.push(valueBlock(content, base, key, node as Scalar<string>))
  }
  visit(document.contents, '')
  return { blocks: blocks.filter((block) => block.pieces.length > 0).sort((a, b) => a.pieces[0]!.start - b.pieces[0]!.start), problems: [] }
}

/** The slot takes quotes and block indicators along: a translation may need others. */
function valueBlock(content: string, base: number, key: string, node: Scalar<string>): Block {
  const [start, to] = node.range!
  // The range of a block scalar takes its last line feeds along.
  const source = withoutLastLines(content.slice(start, to))
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
  const text = block ? withoutLastLines(node.value) : node.value
  const style = node.type === 'QUOTE_DOUBLE' ? 'double' : node.type === 'QUOTE_SINGLE' ? 'single' : 'plain'
  const range = { start: base + start, end: base + start + source.length }
  return {
    pieces: text === '' ? [] : [{ type: 'text', text, ...range }],
    kind: 'metadata',
    level: 0,
    path: [],
    key,
    note: null,
    context: `yaml ${block ? blockStyle(source) : style}`,
  }
}

/** Without the line feeds at its end: a pattern would look at each run of them in the text, from every one on. */
function withoutLastLines(text: string): string {
  let end = text.length
  while (text[end - 1] === '\n') end--
  return text.slice(0, end)
}

/** Indicator, what becomes of the last line feeds, and indentation: `block > - 2`. */
function blockStyle(source: string): string {
  const [header = '', ...lines] = source.split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/[^ ]/))
  return `block ${header[0]} ${/[-+]/.exec(header)?.[0] ?? '='} ${indents.reduce((least, indent) => Math.min(least, indent), 99)}`
}

const double = (text: string): string =>
  JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

const unprintable = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]/

export function spellYaml(target: string, context: string): string {
  const [, style, indicator = '', chomping = '', indent = ''] = context.split(' ')
  const text = plainText(target)
  if (style === 'single' && !unprintable.test(text)) return `'${text.replaceAll("'", "''")}'`
  if (style === 'plain' && isPlain(text)) return text
  if (style === 'block' && /^\S(?:[^]*\S)?$/.test(text) && !unprintable.test(text.replaceAll('\n', ''))) {
    const margin = ' '.repeat(Number(indent))
    return `${text.includes('\n') ? '|' : indicator}${chomping.replace('=', '')}\n${text.replace(/^(?=.)/gm, margin)}`
  }
  return double(text)
}

/** Whether YAML reads the words, without quotes, as just this text, wherever a value may stand. */
function isPlain(text: string): boolean {
  if (!/^[\p{L}\p{N}]/u.test(text) || /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|:(?:\s|$)|\s#|\s$|[[\]{},]/u.test(text)) return false
  const document = parseDocument(`- ${text}\n`, { logLevel: 'silent' })
  const [item] = isSeq<Node>(document.contents) ? document.contents.items : []
  return document.errors.length === 0 && isScalar(item) && item.value === text
}
