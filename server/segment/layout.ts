const marker = /(?<=^|\s)(?<bullet>[•‣⁃▪●◦]\s*)?(?<label>\d{1,3}|[a-z])(?<style>\.\)|[.)])\s+(?=\P{Ll})|(?<=^|\s)(?<alone>[•‣⁃▪●◦])\s+/gu

/** Where the items of a list begin that stands in one line: “1) One 2) Two”, “• One • Two”. Only of a text that begins as a list, and by the next number or letter. */
export function listStarts(text: string): number[] {
  if (!/^\s*(?:[•‣⁃▪●◦]|\d{1,3}[.)]|[a-z][.)])/u.test(text)) return []
  const starts: number[] = []
  let next: string | null = null
  for (const { index, groups } of text.matchAll(marker)) {
    const { bullet = '', label = '', style = '', alone } = groups!
    const shape = alone ?? `${bullet.trim()}${label}${style}`
    if (next === null && text.slice(0, index).trim() !== '') return []
    if (next !== null && shape !== next) continue
    if (next !== null) starts.push(index)
    next = alone ?? `${bullet.trim()}${following(label)}${style}`
  }
  return starts
}

const following = (label: string): string => (/\d/.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1))

/** A remark in brackets that is longer than this may be cut. */
const longestRemark = 200
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '（': '）' }

/** Says of a place whether it is inside a remark in brackets, which is not cut. */
export function bracketed(text: string): (place: number) => boolean {
  const remarks: [start: number, end: number][] = []
  const open: { closer: string; at: number }[] = []
  for (const { 0: bracket, index } of text.matchAll(/[()[\]（）]/gu)) {
    const closer = closers[bracket]
    if (closer !== undefined) open.push({ closer, at: index })
    else if (open.at(-1)?.closer === bracket) {
      const { at } = open.pop()!
      if (index - at <= longestRemark) remarks.push([at, index])
    }
  }
  return (place) => remarks.some(([start, end]) => place > start && place <= end)
}
