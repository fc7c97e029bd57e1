import { plainText } from '../../document/codes.js'
import { spellings, type Spelling } from '../codeText.js'
import type { Piece } from '../../document/block.js'
import type { Format } from '../format.js'
import { spellAttribute } from '../html/words.js'
import { readInline, type InlineOptions } from './inline.js'

interface Style {
  /** `heading`, `cell`, … */
  context: string
  mdx: boolean
  /** Codes and words are spelled longer, so that none makes another read as something else. */
  safely: boolean
}

/** The spelling of a translation in a paragraph, heading or table cell. */
export function spellInline(target: string, { codes, context }: Parameters<Format['spell']>[1], mdx: boolean): string {
  const runs = spellings(target, codes)
  const spelled = spell(runs, { context, mdx, safely: false })
  return isPlain(runs) || readsAs(spelled, runs, mdx) ? spelled : spell(runs, { context, mdx, safely: true })
}

const emphasis = /^(?:\*{1,2}|_{1,2})$/

/**
 * Whether these runs are sure to read as they are spelled: words without a sign that may be markup, links that say their address, code, and emphasis that begins after white space and before a letter.
 * Else codes next to new words may read as something else (`**` beside a letter), and so may words (`$a$`).
 */
const isPlain = (runs: readonly Spelling[]): boolean =>
  runs.every((run, at) => {
    if (run.type === 'text') return !/[\\`*_[\]<&~|!{$]/.test(run.text)
    const [before, after] = [textOf(runs[at - 1]), textOf(runs[at + 1])]
    if (before === null || after === null) return false
    if (run.type === 'single') return /^`[^`]+`$/.test(run.raw)
    if (emphasis.test(run.raw))
      return run.type === 'open' ? /(?:^| )$/.test(before) && /^[\p{L}\p{N}]/u.test(after) : /[\p{L}\p{N}]$/u.test(before) && /^(?:$|[ .,;:?)])/.test(after)
    return run.type === 'open' ? run.raw === '[' : /^\]\([^\s()<>"'\\]+\)$/.test(run.raw)
  })

/** The words beside a code, none at the edges; null where another code stands there. */
const textOf = (run: Spelling | undefined): string | null => (run === undefined ? '' : run.type === 'text' ? run.text : null)

/** The spelling of a translation as a link's title, for any kind of quotes. */
export const spellTitle = (target: string): string => title(plainText(target), { start: true, end: true })

const tags: Record<string, string> = { strong: 'strong', emphasis: 'em', strikethrough: 'del' }

type CodeRun = Exclude<Spelling, { type: 'text' }>

function spell(runs: readonly Spelling[], style: Style): string {
  const { mdx, safely } = style
  // An empty comment keeps apart what would be read as one.
  const apart = mdx ? '{/**/}' : '<!---->'
  let spelled = ''
  /** What was spelled last: to look at the end of all that was spelled would put it together each time. */
  let last = ''
  const add = (more: string) => {
    spelled += more
    if (more !== '') last = more
  }
  let around: CodeRun | null = null
  runs.forEach((run, index) => {
    const before = runs[index - 1]
    const next = runs[index + 1]
    if (run.type !== 'text') {
      if (safely && before && !around && run.code.after === undefined && (before.type !== 'text' || standsAlone(run))) add(apart)
      if (run.code.plain) around = run.type === 'open' ? run : null
      add(safely ? safeCode(run, mdx) : run.raw)
    } else if (around) add(/^\s+["'(]$/.test(around.raw) ? title(run.text, { start: false, end: false }) : spellAttribute(run.text))
    else {
      const start = index === 0 || /\n[ \t>]*$/.test(last)
      const end = next === undefined || (next.type !== 'text' && /^\s|^\\\n/.test(next.raw))
      if (safely && before && before.type !== 'text' && standsAlone(before)) add(apart)
      add(words(run.text, { start, end }, style, last))
    }
  })
  return spelled
}

function safeCode(run: CodeRun, mdx: boolean): string {
  const tag = tags[run.code.type]
  if (tag && run.type !== 'single') return run.type === 'open' ? `<${tag}>` : `</${tag}>`
  return run.code.type === 'break' ? (mdx ? '<br/>' : '<br>') : run.raw
}

/** Beside a letter it would be text. */
const standsAlone = ({ code }: CodeRun): boolean => code.type === 'math' || /^!?\[\[/.test(code.open)

const control = (character: string): string => `&#${character.charCodeAt(0)};`
const reference = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/

/** Words such that nothing in them is markup. `before` is what stands before them. */
function words(text: string, edges: { start: boolean; end: boolean }, { context, mdx, safely }: Style, before: string): string {
  let spelled = text.replace(/[\\`*_[\]<&~|!\n\r\t\f{$"]/g, (character, at: number) => {
    const next = text[at + 1]
    if (character === '$') return safely ? '\\$' : '$'
    if (character === '[' && safely) return control(character)
    // A title may stand between quotes, or before attributes.
    if (context === 'label' && /["{]/.test(character)) return control(character)
    if (character === '"') return '"'
    if (character === '{') return mdx || next === undefined || /[{%]/.test(next) || at === 0 ? '\\{' : '{'
    if (/[\n\r\t\f]/.test(character)) return control(character)
    if (character === '\\') return next === undefined || /[!-/:-@[-`{-~\s]/.test(next) ? '\\\\' : '\\'
    if (character === '_') return /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(next ?? '') ? '_' : '\\_'
    if (character === '<') return mdx || next === undefined || /[A-Za-z/!?]/.test(next) ? '\\<' : '<'
    if (character === '&') return reference.test(text.slice(at, at + 40)) || next === undefined ? '\\&' : '&'
    if (character === '!') return next === undefined || next === '[' ? '\\!' : '!'
    if (character === '~') return text[at - 1] === '/' && next !== '~' ? '~' : '\\~'
    return `\\${character}`
  })
  if (edges.start) spelled = lineStart(mdx ? spelled.replace(/^[ie](?=mport\b|xport\b)/, control) : spelled)
  // `[^1]:` at the start of a line would define a footnote.
  else if (before.endsWith(']')) spelled = spelled.replace(/^[:(]/, control)
  if (edges.end) spelled = lineEnd(spelled)
  if (edges.end && context === 'heading') spelled = spelled.replace(/(^|[ ;])(#+)$/, '$1\\$2').replace(/(?<!\\)\{(?=[^{}]*\} *$)/, '\\{')
  return spelled
}

/** What begins a block where a line begins: headings, lists, quotes, rules, fences, tables, admonitions, mathematics. */
function lineStart(spelled: string): string {
  if (!/^[ #+\-=>:!?$\d]/.test(spelled)) return spelled
  return spelled
    .replace(/^ +/, (spaces) => '&#32;'.repeat(spaces.length))
    .replace(/^(?=[#+\-=>:]|!!!|\?\?\?|\$\$)/, '\\')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\')
}

/** White space at the end of a line is none of its text. */
function lineEnd(spelled: string): string {
  let end = spelled.length
  while (spelled[end - 1] === ' ') end--
  return end === spelled.length ? spelled : spelled.slice(0, end) + '&#32;'.repeat(spelled.length - end)
}

function title(text: string, edges: { start: boolean; end: boolean }): string {
  let spelled = text.replace(/[\\"'()]|&(?=[#A-Za-z])/g, '\\$&').replace(/[\n\r\t\f|`]/g, control)
  if (edges.start) spelled = spelled.replace(/^ +/, (spaces) => '&#32;'.repeat(spaces.length))
  return edges.end ? lineEnd(spelled) : spelled
}

/** Whether inline text reads as just these runs. */
function readsAs(spelled: string, runs: readonly Spelling[], mdx: boolean): boolean {
  const attributes = runs.flatMap((run) => (run.type === 'open' && run.code.plain ? (/([\w-]+)\s*=\s*["']$/.exec(run.raw)?.[1] ?? []) : []))
  // Any label will do: what a translation refers to was defined where its source was read.
  const options: InlineOptions = { hasLabel: () => true, hasFootnote: () => true, ...(mdx && { mdx: attributes }) }
  const found = readInline(spelled, 0, spelled.length, options).map((piece: Piece): string => {
    return piece.type === 'text' ? piece.text : side(piece.type, piece.raw ?? spelled.slice(piece.start, piece.end))
  })
  return found.join('') === runs.map((run) => (run.type === 'text' ? run.text : side(run.type, run.raw))).join('')
}

const side = (type: string, raw: string): string => `\0${type}\0${raw}\0`
