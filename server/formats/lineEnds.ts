/** A text whose only line ends are line feeds, and where its characters stood in the original. */
export interface NormalisedLines {
  text: string
  original(offset: number): number
}

/** Makes every CR LF and CR one LF, so that readers know one kind of line end only. */
export function normaliseLines(text: string): NormalisedLines {
  if (!text.includes('\r')) return { text, original: (offset) => offset }
  const dropped: number[] = []
  const normal = text.replace(/\r\n?/g, (end, at: number) => {
    if (end.length === 2) dropped.push(at + 1 - dropped.length)
    return '\n'
  })
  // dropped[n] is the first offset of the new text that stands n + 1 characters later in the original.
  return {
    text: normal,
    original(offset) {
      let low = 0
      let high = dropped.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (dropped[middle]! <= offset) low = middle + 1
        else high = middle
      }
      return offset + low
    },
  }
}
