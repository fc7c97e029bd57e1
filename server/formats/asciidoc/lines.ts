/** A stretch of text as lines: where each begins, and where it ends without the white space behind it. */
export class Lines {
  private readonly text: string
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  /** Lines of marks only, that may close a block, by what they say. */
  private readonly fences = new Map<string, number[]>()

  constructor(text: string, start: number, end: number) {
    this.text = text
    for (let at = start; at < end;) {
      const found = text.indexOf('\n', at)
      const stop = found === -1 || found > end ? end : found
      this.add(at, stop)
      at = stop + 1
    }
  }

  private add(start: number, stop: number): void {
    let end = stop
    while (end > start && /[ \t\f\v]/.test(this.text[end - 1]!)) end--
    const index = this.starts.push(start) - 1
    this.ends.push(end)
    if (end - start < 2 || !/[-.=*_+/`|,:!]/.test(this.text[start]!) || /[^-.=*_+/`|,:!]/.test(this.text[end - 1]!)) return
    const line = this.line(index)
    const known = this.fences.get(line)
    if (known) known.push(index)
    else this.fences.set(line, [index])
  }

  get count(): number {
    return this.starts.length
  }

  /** Without the white space at its end; empty where there is none. */
  line(index: number): string {
    return this.text.slice(this.start(index), this.end(index))
  }

  start(index: number): number {
    return this.starts[index] ?? this.text.length
  }

  end(index: number): number {
    return this.ends[index] ?? this.text.length
  }

  /** The first line from `from` on and before `to` that is just this fence; `to` where there is none. */
  find(fence: string, from: number, to: number): number {
    const known = this.fences.get(fence) ?? []
    let low = 0
    let high = known.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (known[middle]! < from) low = middle + 1
      else high = middle
    }
    const found = known[low]
    return found !== undefined && found < to ? found : to
  }
}

/** Lines that a preprocessor takes out, wherever they stand. */
const directive = /^\\?(?:ifdef|ifndef|ifeval|endif|include)::[^ \t].*\[.*\]$|^(?:ifeval|endif)::\[.*\]$/s
export const commentLine = /^\/\/(?!\/)/
export const attributeEntry = /^:(!?[\p{L}\p{N}_][^:\n]*):(?:[ \t]+(.*))?$/su
export const blockAnchor = /^\[\[(?:[\p{L}_:][\p{L}\p{N}_\-:.]*(?:, *(.+))?)?\]\]$/su
export const attributeLine = /^\[(?:|[\p{L}\p{N}_.#%{,"'].*)\]$/su
export const blockTitle = /^\.\.?[^ \t.]/
export const sectionTitle = /^(={1,6}|#{1,6})[ \t]+[^ \t]/
export const layoutBreak = /^(?:'{3,}|<{3,}|([-*_])( *)\1\2\1)$/
const blockMacro = /^([\p{L}\p{N}_][\p{L}\p{N}_-]*)::(?:|[^ \t]|[^ \t].*?[^ \t])\[.*\]$/su
export const fence = /^(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\/{4,}|--|[|,:!]={3,})$|^`{3}(?!`)/
export const admonition = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+/
/** Whether a preprocessor takes the line out. A line with many brackets is looked at only where it ends with one. */
export const isDirective = (line: string): boolean => line.endsWith(']') && directive.test(line)

/** The name of a macro that is a block of its own, `image` of `image::a.png[]`. */
export const macroName = (line: string): string | undefined => (line.endsWith(']') ? blockMacro.exec(line)?.[1] : undefined)

const listMarker = /^[ \t]*(-|\*+|\.+|•|\d+\.|[A-Za-z]\.|[IVXivx]+\)|<(?:\d+|\.)>)[ \t]+(?=[^ \t])/
const descriptionTerm = /^(?!\/\/[^/])[ \t]*([^ \t].*?)(:::{0,2}|;;)(?=$|[ \t])/s
const underline = /^(?:={2,}|-{2,}|~{2,}|\^{2,}|\+{2,})$/

/** The beginning of a list's item: its marker, and how long that is; of a description list, the term before it. */
export function listItem(line: string): { marker: string; length: number; term?: { start: number; end: number } } | null {
  const item = listMarker.exec(line)
  if (item)
    return {
      marker: item[1]!
        .replace(/\d+/, '1')
        .replace(/^[a-z]\.$/, 'a.')
        .replace(/^[A-Z]\.$/, 'A.'),
      length: item[0].length,
    }
  const entry = descriptionTerm.exec(line)
  if (!entry) return null
  const start = entry[0].length - entry[2]!.length - entry[1]!.length
  return { marker: entry[2]!, length: entry[0].length, term: { start, end: start + entry[1]!.length } }
}

/** The level of a title whose line is underlined by the next one; 0 where it is none. */
export function underlinedLevel(title: string, next: string): number {
  if (!underline.test(next) || title.startsWith('.') || !/[\p{L}\p{N}]/u.test(title)) return 0
  return Math.abs([...title].length - next.length) < 2 ? '=-~^+'.indexOf(next[0]!) + 1 : 0
}

/** The length of a line that would underline a title of its length; 0 where it is none. */
export const underlineLength = (line: string): number => (underline.test(line) ? line.length : 0)
