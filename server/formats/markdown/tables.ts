import type { Range } from './leaf.js'

/** The cells of a table's row, without white space around them: https://github.github.com/gfm/#tables-extension- */
export function rowCells(text: string, start: number, end: number): Range[] {
  const cells: Range[] = []
  let from = text[start] === '|' ? start + 1 : start
  for (let at = from; at < end; at++) {
    const character = text.charCodeAt(at)
    if (character === 92) at++
    else if (character === 124) {
      cells.push(trimmed(text, from, at))
      from = at + 1
    }
  }
  const last = trimmed(text, from, end)
  if (last.start < last.end || cells.length === 0) cells.push(last)
  return cells
}

const isSpace = (character: number): boolean => character === 32 || character === 9

function trimmed(text: string, start: number, end: number): Range {
  let [from, to] = [start, end]
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

/** How many columns a table has whose second line this is, or 0. */
export function delimiterColumns(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (!'|:- \t'.includes(text[at]!)) return 0
  const cells = rowCells(text, start, end)
  const plain = text[start] !== '|' && cells.length === 1 && !text.slice(start, end).includes(':') && !text.slice(start, end).includes('|')
  return !plain && cells.every((cell) => /^:?-+:?$/.test(text.slice(cell.start, cell.end))) ? cells.length : 0
}
