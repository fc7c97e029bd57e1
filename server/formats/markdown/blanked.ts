/** So many stretches are put together at a time: one by one they would be as many strings. */
const together = 4096

/** A stretch of a document with spaces in place of the markers of quotes, of those from `from` on: offsets stay. */
export function blanked(document: string, start: number, end: number, marks: readonly number[], from: number): string {
  const texts: string[] = []
  let parts: string[] = []
  let done = start
  for (let at = from; at < marks.length && marks[at]! < end; at++) {
    parts.push(document.slice(done, marks[at]), ' ')
    done = marks[at]! + 1
    if (parts.length < together) continue
    texts.push(parts.join(''))
    parts = []
  }
  return texts.join('') + parts.join('') + document.slice(done, end)
}
