import type { CodeType } from '../../document/codeType.js'
/** How an inline macro is read: what stands between its name and its bracket, and what its bracket holds. */
export interface Macro {
  code: CodeType
  /** From the colon on, the opening bracket included. */
  target: RegExp
  /** `text` that is translated, `attributes` with an alternative text, or nothing that is. */
  holds: 'text' | 'attributes' | 'nothing'
}

const bare = /:\[/y
const substitutions = /:(?:[a-z]+(?:,[a-z-]+){0,20})?\[/y
const address = /:(?:[^: \t\n\f\v[][^ \t\n\f\v[]{0,1000})?\[/y
const picture = /:[^: \t\n\f\v[](?:[^\n[]{0,1000}[^ \t\n\f\v[])?\[/y

/** By their names: https://docs.asciidoctor.org/asciidoc/latest/macros/ */
export const macros: ReadonlyMap<string, Macro> = new Map<string, Macro>([
  ['link', { code: 'link', target: address, holds: 'text' }],
  ['mailto', { code: 'link', target: address, holds: 'text' }],
  ['xref', { code: 'link', target: /:[\p{L}\p{N}_#/.:{][^[\]\n]{0,1000}\[/uy, holds: 'text' }],
  ['image', { code: 'image', target: picture, holds: 'attributes' }],
  ['icon', { code: 'image', target: picture, holds: 'nothing' }],
  ['footnote', { code: 'footnote', target: /:[\p{L}\p{N}_-]{0,200}\[/uy, holds: 'text' }],
  ['footnoteref', { code: 'footnote', target: bare, holds: 'nothing' }],
  ['btn', { code: 'button', target: bare, holds: 'text' }],
  ['kbd', { code: 'keyboard', target: bare, holds: 'nothing' }],
  ['menu', { code: 'menu', target: /:[\p{L}\p{N}_&][^\n[]{0,1000}\[/uy, holds: 'nothing' }],
  ['indexterm', { code: 'index', target: bare, holds: 'nothing' }],
  ['indexterm2', { code: 'index', target: bare, holds: 'text' }],
  ['anchor', { code: 'anchor', target: /:[\p{L}_:][\p{L}\p{N}_\-:.]{0,200}\[/uy, holds: 'nothing' }],
  ['pass', { code: 'code', target: substitutions, holds: 'nothing' }],
  ['stem', { code: 'math', target: substitutions, holds: 'nothing' }],
  ['latexmath', { code: 'math', target: substitutions, holds: 'nothing' }],
  ['asciimath', { code: 'math', target: substitutions, holds: 'nothing' }],
])

export const macroNames = [...macros.keys()]
export const longestName = Math.max(...macroNames.map(({ length }) => length))

/** From the colon on. */
export const url = /:\/\/[^ \t\n\f\v[\]<>]*[^ \t\n\f\v.,[\]<>]/y
export const schemes = ['http', 'https', 'ftp', 'file', 'irc']
