import { decodeHTMLStrict } from 'entities'
import type { Block } from '../../document/block.js'
import type { TextEdit } from '../format.js'
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

/** One side of a link with another address in it. */
export function relinkMarkdown(raw: string, link: (address: string) => string): string {
  const range = addressIn(raw)
  if (!range) return raw
  const { start, end } = range
  // An autolink has no escapes.
  const spelled = raw.startsWith('<') ? link(raw.slice(start, end)) : spellAddress(raw.slice(start, end), link, raw[start - 1] === '<')
  return raw.slice(0, start) + spelled + raw.slice(end)
}

/** Other addresses for those of link definitions, and of the links in the blocks: of what is translated, and where no translation is written. */
export function addressEdits(text: string, definitions: readonly { start: number; end: number }[], blocks: readonly Block[], link: (address: string) => string): TextEdit[] {
  const edits: TextEdit[] = definitions.map(({ start, end }) => ({ start, end, text: spellAddress(text.slice(start, end), link, text[start - 1] === '<') }))
  for (const { pieces } of blocks)
    for (const { type, start, end } of pieces) {
      if (type !== 'close' && type !== 'single') continue
      const raw = text.slice(start, end)
      const range = addressIn(raw)
      if (range) edits.push({ start: start + range.start, end: start + range.end, text: relinkMarkdown(raw, link).slice(range.start, range.end - raw.length || undefined) })
    }
  return edits.filter((edit) => edit.text !== text.slice(edit.start, edit.end)).sort((a, b) => a.start - b.start)
}
