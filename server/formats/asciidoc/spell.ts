import { plainText } from '../../document/codes.js'
import type { Piece } from '../../document/block.js'
import { spellings, type Spelling } from '../codeText.js'
import type { Format } from '../format.js'
import { readInline } from './inline.js'

type CodeRun = Exclude<Spelling, { type: 'text' }>

/**
 * What is written as references, from little to all punctuation: the first that reads back as the translation is taken.
 * Always those marks that could begin or end a passage together with one in the sentence beside it.
 */
const careful = [
  /[\n\r\t\f\v\u0085\u2028\u2029]|(?<![\p{L}\p{N}_])(?:[*_+`](?=\S|$)|#(?=\p{L}))|(?<=\S)[*_`](?![\p{L}\p{N}_])|[*_#+`](?=[*_#+`])/gu,
  /[*_`#^~+{}[\]<>&\\\n\r\t\f\v\u0085\u2028\u2029]/g,
  /[!-/:-@[-`{-~\n\r\t\f\v\u0085\u2028\u2029]/g,
]

const referenceTo = (character: string): string => `&#${String(character.codePointAt(0)).padStart(2, '0')};`

/** The spelling of a translation as inline text. `context`: `text`, `term`, `heading` or `underlined =`, with `avoid=|` in tables and `under=5` above a line that could underline it. */
export function spellInline(target: string, { codes, context }: Parameters<Format['spell']>[1]): string {
  const runs = spellings(target, codes).map((run) => (run.type === 'text' ? run : { ...run, raw: run.raw.replace(/\r\n?/g, '\n') }))
  const separators = / avoid=(\S+)/.exec(context)?.[1] ?? ''
  const spelled = lines(plainest(runs, separators))
  const mark = /^underlined (.)/.exec(context)?.[1]
  if (mark) return `${spelled}\n${mark.repeat(Math.max(2, [...spelled].length))}`
  const under = Number(/ under=(-?\d+)/.exec(context)?.[1] ?? Number.NaN)
  if (context.startsWith('heading')) return spelled.replace(/[=#]$/, referenceTo)
  if (context.startsWith('term')) return spelled.replace(/:$/, referenceTo)
  const cell = separators === '' ? spelled : cellEnd(spelled)
  return Math.abs([...cell].length - under) < 2 ? lengthened(cell) : cell
}

function plainest(runs: readonly Spelling[], separators: string): string {
  let spelled = ''
  for (const [level, marks] of careful.entries()) {
    spelled = compose(runs, marks, level, separators)
    if (readsAs(spelled, runs)) break
  }
  return spelled
}

/** The spelling of a translation as an attribute's value, between the quotes that are there: `value`, `value"`, `value'`, and `inline` with them where marks are read; `reftext` takes no quotes. */
export function spellValue(target: string, context: string): string {
  const [, place, quote = ''] = /^(\w+)(.?)/.exec(context)!
  if (place === 'reftext') return escaped(plainText(target), '"')
  return value(plainText(target), quote, place === 'inline')
}

/** The spelling of a translation as the value of an attribute entry, which ends with its line. */
export const spellEntry = (target: string): string =>
  edges(plainText(target).replace(/[\n\r\t\f\v\u0085\u2028\u2029]|&(?=[#a-zA-Z])|\\(?=["'\]])/g, referenceTo), { start: true, end: true })
    .replace(/^pass:/, (found) => `${referenceTo(found[0]!)}${found.slice(1)}`)
    .replace(/[\\+]$/, referenceTo)

function value(text: string, quote: string, inline: boolean): string {
  const known = escaped(text, quote || '"')
  const spelled = inline ? known.replace(/[*_`#^~+{<(](?!\d+;)/g, referenceTo) : known
  return quote === '' && /[,=]|^'/.test(text) ? `"${spelled}"` : spelled
}

function escaped(text: string, quote: string): string {
  const spelled = text.replace(/[\n\r\t\f\v\u0085\u2028\u2029\\\][|!^]|&(?=[#a-zA-Z])/g, referenceTo).replaceAll(quote, referenceTo(quote))
  return edges(spelled, { start: true, end: true })
}

function edges(text: string, { start, end }: { start: boolean; end: boolean }): string {
  const spaces = (found: string) => '&#32;'.repeat(found.length)
  const begun = start ? text.replace(/^ +/, spaces) : text
  return end ? begun.replace(/ +$/, spaces) : begun
}

function compose(runs: readonly Spelling[], marks: RegExp, level: number, separators: string): string {
  const spelled: string[] = []
  // The end of what is spelled: to look at the whole each time would take quadratic time.
  let tail = ''
  const add = (text: string) => {
    spelled.push(text)
    tail = (tail + text).slice(-64)
  }
  let around: CodeRun | null = null
  // Raised and lowered text holds no white space.
  let tight = 0
  runs.forEach((run, index) => {
    const before = runs[index - 1]
    if (run.type !== 'text') {
      if (/^(?:super|sub)script$/.test(run.code.type)) tight += run.type === 'open' ? 1 : -1
      if (level > 1 && before && before.type !== 'text' && !around) add('{empty}')
      add(level > 0 ? robust(run) : run.raw)
      if (run.code.plain) around = run.type === 'open' ? run : null
    } else if (around) add(value(run.text, /["']$/.exec(around.raw)?.[0] ?? '', true))
    else {
      const edge = { line: tail === '' || /\n[ \t>]*$/.test(tail), start: index === 0 || level > 1, end: index === runs.length - 1 || level > 1, before: tail }
      const spelling = words(run.text, marks, edge, separators)
      add(tight > 0 ? spelling.replaceAll(' ', '&#32;') : spelling)
    }
  })
  return spelled.join('')
}

/** A code as it can stand beside words: marks doubled, addresses as macros. */
function robust({ code, type, raw }: CodeRun): string {
  if (code.type === 'code' && type === 'single' && !/^(?:pass:|\$\$|\+\+)/.test(raw)) return /``/.test(raw) ? raw : raw.replace(/^((?:\[[^\]]*\])?)([`+])(.*)\2$/s, '$1$2$2$3$2$2')
  if (code.type === 'strong' || code.type === 'emphasis' || code.type === 'highlight') return raw.replace(/([*_#])\1?$/, '$1$1')
  if (code.type !== 'link' || type === 'close' || !/^\w+:\/\//.test(raw)) return raw
  return type === 'single' && !raw.endsWith(']') ? `link:${raw}[]` : `link:${raw}`
}

function words(text: string, marks: RegExp, edge: { line: boolean; start: boolean; end: boolean; before: string }, separators: string): string {
  let spelled = text.replace(marks, referenceTo)
  for (const separator of separators) spelled = spelled.replaceAll(separator, referenceTo(separator))
  if (edge.line) spelled = lineStart(spelled)
  // Two colons or semicolons would end the term of a list; so would a reference and a semicolon.
  spelled = spelled.replace(/(?<=:):|(?<=;);/g, referenceTo)
  if (/^[:;]/.test(spelled) && edge.before.endsWith(spelled[0]!)) spelled = referenceTo(spelled[0]!) + spelled.slice(1)
  return edges(spelled, { start: edge.start || edge.line, end: edge.end })
}

/** What begins a block where a line begins. */
function lineStart(spelled: string): string {
  return spelled
    .replace(/^[=#.*\-+|:/<>'`~_!,^•[]/, referenceTo)
    .replace(/^(\d+|[A-Za-z])\.(?=[ \t])/, '$1&#46;')
    .replace(/^([IVXivx]+)\)(?=[ \t])/, '$1&#41;')
    .replace(/^(NOTE|TIP|IMPORTANT|WARNING|CAUTION):/, '$1&#58;')
}

/** Lines that would be blank, be read as attributes of a block, or begin it with white space, begin with an attribute that says nothing. */
const lines = (spelled: string): string => spelled.replace(/(?<![^])(?=[ \t])|^(?=[ \t]*(?:\+?$|\[.*\]$))/gm, '{empty}')

/** Before the next separator, a last short word would be taken for the format of its cell. */
const cellEnd = (spelled: string): string => spelled.replace(/((?:^|[ \t\n])[\d.*+<^>]*)([a-z<^>*+])$/, (_, before: string, last: string) => before + referenceTo(last))

/** A text of the length of the line below it would be a title. */
const lengthened = (spelled: string): string => spelled.replace(/[\p{L}\p{N}](?![^&]*;)/u, referenceTo)

/** Whether inline text reads as just these runs. */
function readsAs(spelled: string, runs: readonly Spelling[]): boolean {
  const found = readInline(spelled, 0, spelled.length, { breaks: true, separators: '' }).map((piece: Piece) => (piece.type === 'text' ? piece.text : side(piece.type, piece.code)))
  return found.join('') === runs.map((run) => (run.type === 'text' ? run.text : side(run.type, run.code.type))).join('')
}

const side = (type: string, code: string): string => `\0${type} ${code}\0`
