import type { Code } from '../../server/document/unit.js'

export type CodeSide = 'open' | 'close' | 'single'

/** Where a numbered code stands in a text. Offsets are in UTF-16 units, half-open. */
export interface CodePlace {
  from: number
  to: number
  side: CodeSide
  id: number
}

const pattern = /(\\*)<(\/?)([1-9]\d{0,5})(\/?)>/g

/** The numbered codes of a text and their places, by the same rules as `parseText`: a code after an odd number of backslashes is literal text. */
export function locateCodes(text: string): CodePlace[] {
  const places: CodePlace[] = []
  for (const match of text.matchAll(pattern)) {
    const [whole, slashes = '', closing, id, single] = match
    if (slashes.length % 2 === 1 || (closing && single)) continue
    places.push({ from: match.index + slashes.length, to: match.index + whole.length, side: closing ? 'close' : single ? 'single' : 'open', id: Number(id) })
  }
  return places
}

/** A code as it is typed. */
export const tagOf = (side: CodeSide, id: number): string => (side === 'open' ? `<${id}>` : side === 'close' ? `</${id}>` : `<${id}/>`)

/**
 * What to insert for the next code of the source that the target lacks, in the order of the source: a whole pair where both its sides are missing
 * (`before` goes before what is selected, `after` after it). Null where none is missing.
 */
export function nextMissing(source: string, target: string): { before: string; after: string } | null {
  const present = new Map<string, number>()
  const count = (tag: string, by: number) => present.set(tag, (present.get(tag) ?? 0) + by)
  for (const { side, id } of locateCodes(target)) count(tagOf(side, id), 1)
  const missing = locateCodes(source).filter(({ side, id }) => {
    const tag = tagOf(side, id)
    if ((present.get(tag) ?? 0) === 0) return true
    count(tag, -1)
    return false
  })
  const [first] = missing
  if (!first) return null
  const closes = first.side === 'open' && missing.some(({ side, id }) => side === 'close' && id === first.id)
  return { before: tagOf(first.side, first.id), after: closes ? tagOf('close', first.id) : '' }
}

const glyphs: Record<string, string> = {
  strong: 'B',
  emphasis: 'I',
  link: '↗',
  image: '▣',
  code: '‹›',
  break: '↵',
  strikethrough: 'S',
  underline: 'U',
  superscript: 'x²',
  subscript: 'x₂',
  footnote: '†',
  math: '∑',
  speaker: '☺',
  time: '◷',
  position: '⌖',
}

/** The sign on a code's chip; numbered where the unit has several that look alike. */
export function glyphOf(code: Code, all: readonly Code[]): string {
  const glyph = (each: Code) => glyphs[each.type] ?? '◇'
  const alike = all.filter((each) => glyph(each) === glyph(code))
  return alike.length > 1 ? `${glyph(code)}${alike.indexOf(code) + 1}` : glyph(code)
}
