import type { UnitKind } from '../../server/document/unit.js'

/** Pixels of a row without its text: padding and the line below. */
const around = 25
/** Of a line of text and of an average letter in the text's size; headings by level. */
const plain = { line: 26, letter: 8.4 }
const headings: Record<number, { line: number; letter: number }> = { 1: { line: 36, letter: 13.5 }, 2: { line: 30, letter: 11 }, 3: { line: 28, letter: 9.6 } }

/** How high a row that was never shown will be, about, in pixels: good enough for the scrollbar, corrected when it is shown. `width` is that of one column. */
export function guessHeight({ kind, level, characters }: { kind: UnitKind; level: number; characters: number }, width: number, stacked: boolean): number {
  const { line, letter } = (kind === 'heading' ? headings[level] : undefined) ?? plain
  const lines = Math.max(1, Math.ceil((characters * 1.08 * letter) / Math.max(width, 80)))
  return around + lines * line * (stacked ? 2 : 1) + (stacked ? 8 : 0)
}
