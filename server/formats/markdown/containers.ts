import type { UnitKind } from '../../document/unit.js'
import type { Cursor } from './cursor.js'

/** A block that holds blocks, and goes on over lines that begin as it asks. */
export interface Container {
  type: 'quote' | 'item' | 'definition' | 'indented'
  kind?: UnitKind
  /** By how many columns its further lines are indented. */
  indent: number
  empty: boolean
}

/** Nobody nests deeper; and whoever does must not cost more than linear time. */
export const deepest = 100

/** Whether the line goes on with the container; then the cursor is behind what says so. `mark` learns where a quote's marker stands. */
export function continues(container: Container, cursor: Cursor, mark: (at: number) => void): boolean {
  if (container.type === 'quote') {
    if (cursor.indent > 3 || cursor.text[cursor.solid] !== '>') return false
    takeQuoteMark(cursor, mark)
    return true
  }
  if (cursor.blank) return container.type !== 'item' || !container.empty
  if (cursor.indent < container.indent) return false
  cursor.advance(container.indent)
  return true
}

function takeQuoteMark(cursor: Cursor, mark: (at: number) => void): void {
  mark(cursor.solid)
  cursor.take(1)
  if (cursor.indent > 0) cursor.advance(1)
}

/** The quote that begins here. */
export function startQuote(cursor: Cursor, mark: (at: number) => void): Container | null {
  if (cursor.text[cursor.solid] !== '>') return null
  takeQuoteMark(cursor, mark)
  return { type: 'quote', kind: 'quote', indent: 0, empty: true }
}

const itemMarker = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\n]|$)/y

/** The list item that begins here: https://spec.commonmark.org/0.31.2/#list-items. Only one with text, numbered 1 or not at all, ends a paragraph. */
export function startItem(cursor: Cursor, paragraph: boolean): Container | null {
  itemMarker.lastIndex = cursor.solid
  const marker = itemMarker.exec(cursor.text)?.[0]
  if (marker === undefined) return null
  if (paragraph && ((marker.length > 1 && !/^0*1[.)]$/.test(marker)) || isSpace(cursor, cursor.solid + marker.length))) return null
  const offset = cursor.indent + marker.length
  cursor.take(marker.length)
  return { type: 'item', kind: 'list-item', indent: offset + takePadding(cursor), empty: true }
}

function isSpace(cursor: Cursor, from: number): boolean {
  for (let at = from; at < cursor.lineEnd; at++) if (cursor.text[at] !== ' ' && cursor.text[at] !== '\t') return false
  return true
}

/** The white space between a marker and what it marks; more than four columns belong to code. */
function takePadding(cursor: Cursor): number {
  const padding = cursor.blank || cursor.indent > 4 ? 1 : cursor.indent
  cursor.advance(Math.min(padding, cursor.indent))
  return padding
}

const definitionMarker = /:(?=[ \t]+[^ \t\n])/y

/** The definition of a term that begins here, `: what it is`. */
export function startDefinition(cursor: Cursor): Container | null {
  definitionMarker.lastIndex = cursor.solid
  if (!definitionMarker.test(cursor.text)) return null
  const offset = cursor.indent + 1
  cursor.take(1)
  return { type: 'definition', kind: 'list-item', indent: offset + takePadding(cursor), empty: true }
}

const footnoteMarker = /\[\^([^\]\s]{1,999})\]:/y

/** The footnote that begins here, `[^label]: text`; its further paragraphs are indented by four, as GitHub reads them. */
export function startFootnote(cursor: Cursor): { container: Container; label: string } | null {
  footnoteMarker.lastIndex = cursor.solid
  const match = footnoteMarker.exec(cursor.text)
  if (!match) return null
  cursor.take(match[0].length)
  cursor.advance(cursor.indent)
  return { container: { type: 'indented', indent: 4, empty: true }, label: match[1]! }
}

const admonition = /(?:(?:!!!|\?\?\?\+?)[ \t]+[A-Za-z][\w-]*(?:[ \t]+[A-Za-z][\w-]*)*(?:[ \t]+"([^"\n]*)")?|===[!+]*[ \t]+"([^"\n]*)")[ \t]*(?=\n(?:[ \t>]*\n)?[ >]*(?: {4}|\t))/y

/** The admonition or tab of MkDocs that begins here, `!!! note "Title"`, and where its title stands; its lines are indented by four. */
export function startAdmonition(cursor: Cursor): { container: Container; title: { start: number; end: number } } | null {
  admonition.lastIndex = cursor.solid
  const match = admonition.exec(cursor.text)
  if (!match) return null
  const title = match[1] ?? match[2] ?? ''
  const start = cursor.solid + match[0].indexOf('"') + 1
  cursor.take(cursor.lineEnd - cursor.solid)
  return { container: { type: 'indented', indent: 4, empty: true }, title: { start, end: start + title.length } }
}
