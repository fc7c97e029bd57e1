import { decodeHTMLStrict } from 'entities'
import type { Block } from '../../document/block.js'
import { edited } from '../edited.js'
import type { TextEdit } from '../format.js'
import { relinkedAttributes, relinkedTags } from '../html/localise.js'
import { JsxScanner } from '../mdx/jsx.js'
import type { Structure } from './leaf.js'
import { destinationEnd, skipSpace } from './links.js'

/** Where the address stands in one side of a link, `](address "title")` or `<address>`. */
export function addressIn(raw: string): { start: number; end: number } | null {
  if (/^<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>$/.test(raw)) return { start: 1, end: raw.length - 1 }
  if (!raw.startsWith('](')) return null
  const start = skipSpace(raw, 2)
  const end = destinationEnd(raw, start)
  if (end <= start) return null
  return raw[start] === '<' ? { start: start + 1, end: end - 1 } : { start, end }
}

/** The spelling of an address with another in its place; the same where that is the same. `pointed`: whether it stands between `<` and `>`. */
export function spellAddress(spelled: string, link: (address: string) => string, pointed: boolean): string {
  const address = spelled.replace(
    /\\([!-/:-@[-`{-~])|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g,
    (match, escaped: string | undefined) => escaped ?? decodeHTMLStrict(match),
  )
  const other = link(address)
  if (other === address) return spelled
  const encoded = other.replace(/[\x00-\x1f\x7f<>]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
  const escaped = encoded.replace(pointed ? /\\|&(?=[#A-Za-z])/g : /[\\()]|&(?=[#A-Za-z])/g, '\\$&')
  return pointed ? escaped : escaped.replaceAll(' ', '%20')
}

type Relinked = (raw: string, link: (address: string) => string) => TextEdit[]

/** One side of a link or tag with another address in it. */
export const relinkMarkdown = (raw: string, link: (address: string) => string): string => edited(raw, relinkedCode(raw, link, relinkedTags))
export const relinkMdx = (raw: string, link: (address: string) => string): string => edited(raw, relinkedCode(raw, link, relinkedJsx))

/** Where other addresses stand in one side of a link, or of a tag. */
function relinkedCode(raw: string, link: (address: string) => string, inTags: Relinked): TextEdit[] {
  const range = addressIn(raw)
  if (!range) return /^(?:<[A-Za-z]|\s)/.test(raw) ? inTags(raw, link) : []
  const spelled = raw.slice(range.start, range.end)
  // An autolink has no escapes.
  const text = raw.startsWith('<') ? link(spelled) : spellAddress(spelled, link, raw[range.start - 1] === '<')
  return text === spelled ? [] : [{ ...range, text }]
}

/** A tag that is cut by translated attributes is made whole before it is read. */
function relinkedJsx(raw: string, link: (address: string) => string): TextEdit[] {
  const start = raw.startsWith('<') ? '' : '<a'
  const quote = /=\s*(["'])$/.exec(raw)?.[1]
  const text = start + raw + (quote === undefined ? '' : `${quote}>`)
  const edits = new JsxScanner(text).tags(0, text.length).flatMap(({ attributes }) => relinkedAttributes(text, attributes, link))
  return shifted(edits, -start.length)
}

/** Other addresses for those of link definitions, of blocks of HTML or JSX, and of the links and tags in texts: of what is translated, and where no translation is written. */
export function addressEdits({ text, addresses, leaves }: Structure, blocks: Iterable<Block>, link: (address: string) => string, mdx: boolean): TextEdit[] {
  const edits: TextEdit[] = addresses.map(({ start, end }) => ({ start, end, text: spellAddress(text.slice(start, end), link, text[start - 1] === '<') }))
  const inTags = mdx ? relinkedJsx : relinkedTags
  const add = (found: readonly TextEdit[], by: number) => {
    for (const edit of shifted(found, by)) edits.push(edit)
  }
  for (const { type, start, end } of leaves) if (type === 'html') add(inTags(text.slice(start, end), link), start)
  for (const { pieces, context } of blocks)
    if (!context.startsWith('html ')) for (const { type, start, end } of pieces) if (type !== 'text') add(relinkedCode(text.slice(start, end), link, inTags), start)
  return edits.filter((edit) => edit.text !== text.slice(edit.start, edit.end)).sort((a, b) => a.start - b.start)
}

const shifted = (edits: readonly TextEdit[], by: number): TextEdit[] => edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }))
