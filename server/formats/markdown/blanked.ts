/** A stretch of a document with spaces in place of the markers of quotes, of those from `from` on: offsets stay. */
export function blanked(document: string, start: number, end: number, marks: readonly number[], from: number): string {
  const text = document.slice(start, end)
  if (from === marks.length) return text
  const units = Buffer.from(text, 'utf16le')
  for (let at = from; at < marks.length; at++) if (marks[at]! < end) units[2 * (marks[at]! - start)] = 32
  return units.toString('utf16le')
}
