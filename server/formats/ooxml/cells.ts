import { attributesOf, xmlToken } from '../../xml/tokens.js'
import { attributeValues, tagsNamed } from './parts.js'

/** Cells of a sheet whose text must stay as it is: columns and rows from 1, inclusive. */
export interface CellRange {
  left: number
  top: number
  right: number
  bottom: number
}

/** What a sheet's cells hold. */
export interface CellStrings {
  /** Indexes of shared strings that cells show. */
  shown: Set<number>
  /** Those among them that cells in ranges show. */
  kept: Set<number>
  /** Stretches of cells in ranges, in order. */
  stretches: { start: number; end: number }[]
}

/** The cells of a table whose texts its own definition repeats, and formulas name: its headers, and labels of its totals. */
export function rangesOfTable(text: string): CellRange[] {
  for (const tag of tagsNamed(text, 'table')) {
    const { ref = '', headerRowCount, totalsRowCount } = attributeValues(text, tag)
    const range = readRange(ref)
    if (!range) return []
    const header = headerRowCount === '0' ? [] : [{ ...range, bottom: range.top }]
    return Number(totalsRowCount) > 0 ? [...header, { ...range, top: range.bottom }] : header
  }
  return []
}

function readRange(ref: string): CellRange | null {
  const [from, to = from] = ref.split(':').map(readCell)
  return from && to ? { left: from.column, top: from.row, right: to.column, bottom: to.row } : null
}

/** `BC12` as numbers from 1. */
function readCell(ref: string): { column: number; row: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  return match ? { column: [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0), row: Number(match[2]) } : null
}

/** Finds the strings that the cells of a sheet show, and which of them stay as they are. */
export function readCells(text: string, ranges: readonly CellRange[]): CellStrings {
  const found: CellStrings = { shown: new Set(), kept: new Set(), stretches: [] }
  for (let token = xmlToken(text, 0); token; token = xmlToken(text, token.end)) {
    const name = token.name.slice(token.name.indexOf(':') + 1)
    if (name !== 'c' || token.type !== 'start') continue
    const { r = '', t } = Object.fromEntries(attributesOf(text, token).map((attribute) => [attribute.name, text.slice(attribute.start, attribute.end)]))
    if (t !== 's' && t !== 'inlineStr') continue
    const cell = ranges.length > 0 ? readCell(r) : null
    const kept = cell !== null && ranges.some(({ left, top, right, bottom }) => cell.column >= left && cell.column <= right && cell.row >= top && cell.row <= bottom)
    const start = token.start
    const value = t === 's' ? xmlToken(text, token.end) : null
    if (value?.name.endsWith('v') && value.type === 'start') {
      const index = Number.parseInt(text.slice(value.end, value.end + 12), 10)
      found.shown.add(index)
      if (kept) found.kept.add(index)
    } else if (kept) {
      while (token && !(token.type === 'end' && token.name.endsWith('c'))) token = xmlToken(text, token.end)
      found.stretches.push({ start, end: token?.end ?? text.length })
      if (!token) break
    }
  }
  return found
}
