/** So much text is looked at once, so that a time that grows with the square of a length stays small. */
const stretch = 2000
/** What stands closer to a stretch's end may be seen better from the next one. */
const margin = 400

/** Starts that `find` sees in a text, asked for stretches of it; each begins at the start of a sentence, where there is one. */
export function inStretches(text: string, find: (stretch: string) => number[]): number[] {
  if (text.length <= stretch) return find(text)
  const starts: number[] = []
  for (let from = 0; from < text.length;) {
    const last = from + stretch >= text.length
    const found = find(text.slice(from, from + stretch)).filter((start) => last || start < stretch - margin)
    for (const start of found) starts.push(from + start)
    from = last ? text.length : from + (found.at(-1) ?? evenCut(text, from + stretch - margin) - from)
  }
  return starts
}

/** Not between the halves of a surrogate pair. */
const evenCut = (text: string, at: number): number => (text.charCodeAt(at) >> 10 === 0x37 ? at - 1 : at)
