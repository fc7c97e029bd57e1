/** A line of a document without its end. */
export interface Line {
  start: number
  end: number
  text: string
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found === -1 ? text.length : found
    lines.push({ start, end, text: text.slice(start, end) })
    start = end + 1
  }
  return lines
}
