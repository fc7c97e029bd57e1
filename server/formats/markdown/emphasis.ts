import type { CodePiece } from '../../document/block.js'

/** A run of `*`, `_` or `~`. What pairs takes from it becomes `closes` (at its left, in order) and `opens` (at its right, the last one first); `start` to `end` is what remains as text. */
export interface Delimiter {
  type: 'delimiter'
  character: string
  start: number
  end: number
  /** Its length before anything was taken. */
  length: number
  canOpen: boolean
  canClose: boolean
  opens: CodePiece[]
  closes: CodePiece[]
}

/** Pairs delimiter runs, which stand in order: https://spec.commonmark.org/0.31.2/#process-emphasis */
export function pairEmphasis(delimiters: readonly Delimiter[]): void {
  if (delimiters.length < 2) return
  const previous = delimiters.map((_, index) => index - 1)
  /** By kind of closer: below this index there is no opener for it. */
  const bottoms = new Map<string, number>()
  const removed = new Set<number>()
  for (let index = 0; index < delimiters.length; index++) {
    const closer = delimiters[index]!
    if (index > 0 && previous[index] === index - 1) previous[index] = lastKept(index - 1, removed, previous)
    while (closer.canClose && closer.start < closer.end) {
      const kind = `${closer.character}${closer.canOpen}${closer.character === '~' ? closer.length : closer.length % 3}`
      const bottom = bottoms.get(kind) ?? -1
      let at = previous[index]!
      while (at > bottom && !pairs(delimiters[at]!, closer)) at = previous[at]!
      if (at <= bottom) {
        bottoms.set(kind, previous[index]!)
        break
      }
      take(delimiters[at]!, closer)
      previous[index] = delimiters[at]!.start < delimiters[at]!.end ? at : previous[at]!
    }
    if (!closer.canOpen || closer.start === closer.end) removed.add(index)
  }
}

function lastKept(index: number, removed: ReadonlySet<number>, previous: readonly number[]): number {
  return removed.has(index) ? previous[index]! : index
}

function pairs(opener: Delimiter, closer: Delimiter): boolean {
  if (!opener.canOpen || opener.character !== closer.character || opener.start === opener.end) return false
  if (opener.character === '~') return opener.length === closer.length
  return !((opener.canClose || closer.canOpen) && (opener.length + closer.length) % 3 === 0 && !(opener.length % 3 === 0 && closer.length % 3 === 0))
}

function take(opener: Delimiter, closer: Delimiter): void {
  const width = opener.character === '~' ? opener.length : opener.end - opener.start >= 2 && closer.end - closer.start >= 2 ? 2 : 1
  const code = opener.character === '~' ? 'strikethrough' : width === 2 ? 'strong' : 'emphasis'
  opener.opens.push({ type: 'open', code, start: opener.end - width, end: opener.end })
  opener.end -= width
  closer.closes.push({ type: 'close', code, start: closer.start, end: closer.start + width })
  closer.start += width
}

/** Whether a run of `*`, `_` or `~` may open or close: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run */
export function flanking(text: string, start: number, end: number): { canOpen: boolean; canClose: boolean } {
  const before = start === 0 ? ' ' : previousCharacter(text, start)
  const after = end >= text.length ? ' ' : String.fromCodePoint(text.codePointAt(end)!)
  const [spaceBefore, spaceAfter] = [/\s/.test(before), /\s/.test(after)]
  const [markBefore, markAfter] = [/[\p{P}\p{S}]/u.test(before), /[\p{P}\p{S}]/u.test(after)]
  const left = !spaceAfter && (!markAfter || spaceBefore || markBefore)
  const right = !spaceBefore && (!markBefore || spaceAfter || markAfter)
  if (text[start] !== '_') return { canOpen: left, canClose: right }
  return { canOpen: left && (!right || markBefore), canClose: right && (!left || markAfter) }
}

function previousCharacter(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : text[at - 1]!
}
