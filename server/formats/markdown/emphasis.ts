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
  opens: CodePiece[] | null
  closes: CodePiece[] | null
}

/** Pairs delimiter runs, which stand in order: https://spec.commonmark.org/0.31.2/#process-emphasis */
export function pairEmphasis(delimiters: readonly Delimiter[]): void {
  if (delimiters.length < 2) return
  /** By delimiter: the last one before it that may still open; and whether it may not. */
  const previous: number[] = []
  const removed: boolean[] = []
  /** By kind of closer: up to this delimiter there is no opener for it. */
  const bottoms: number[] = []
  for (let index = 0; index < delimiters.length; index++) {
    const closer = delimiters[index]!
    previous.push(removed[index - 1] === true ? previous[index - 1]! : index - 1)
    while (closer.canClose && closer.start < closer.end) {
      const kind = kindOf(closer)
      const bottom = bottoms[kind] ?? -1
      let at = previous[index]!
      while (at > bottom && !pairs(delimiters[at]!, closer)) at = previous[at]!
      if (at <= bottom) {
        bottoms[kind] = previous[index]!
        break
      }
      take(delimiters[at]!, closer)
      previous[index] = delimiters[at]!.start < delimiters[at]!.end ? at : previous[at]!
    }
    removed.push(!closer.canOpen || closer.start === closer.end)
  }
}

const characters = '*_~'
const lengths = 3

/** Closers of a kind pair with the same openers: the same character, as able to open, and for `~` of the same length, which is 1 or 2. */
function kindOf({ character, canOpen, length }: Delimiter): number {
  return (characters.indexOf(character) * 2 + (canOpen ? 1 : 0)) * lengths + (length % lengths)
}

function pairs(opener: Delimiter, closer: Delimiter): boolean {
  if (!opener.canOpen || opener.character !== closer.character || opener.start === opener.end) return false
  if (opener.character === '~') return opener.length === closer.length
  return !((opener.canClose || closer.canOpen) && (opener.length + closer.length) % 3 === 0 && !(opener.length % 3 === 0 && closer.length % 3 === 0))
}

function take(opener: Delimiter, closer: Delimiter): void {
  const width = opener.character === '~' ? opener.length : opener.end - opener.start >= 2 && closer.end - closer.start >= 2 ? 2 : 1
  const code = opener.character === '~' ? 'strikethrough' : width === 2 ? 'strong' : 'emphasis'
  opener.opens ??= []
  opener.opens.push({ type: 'open', code, start: opener.end - width, end: opener.end })
  opener.end -= width
  closer.closes ??= []
  closer.closes.push({ type: 'close', code, start: closer.start, end: closer.start + width })
  closer.start += width
}

/** Whether a run of `*`, `_` or `~` may open or close: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run */
export function flanking(text: string, start: number, end: number): { canOpen: boolean; canClose: boolean } {
  const before = start === 0 ? 'space' : sortOf(previousCharacter(text, start))
  const after = end >= text.length ? 'space' : sortOf(String.fromCodePoint(text.codePointAt(end)!))
  const left = after !== 'space' && (after !== 'mark' || before !== 'word')
  const right = before !== 'space' && (before !== 'mark' || after !== 'word')
  if (text[start] !== '_') return { canOpen: left, canClose: right }
  return { canOpen: left && (!right || before === 'mark'), canClose: right && (!left || after === 'mark') }
}

type Sort = 'space' | 'mark' | 'word'
const look = (character: string): Sort => (/\s/.test(character) ? 'space' : /[\p{P}\p{S}]/u.test(character) ? 'mark' : 'word')
const ascii = Array.from({ length: 128 }, (_, code) => look(String.fromCharCode(code)))
const sortOf = (character: string): Sort => ascii[character.charCodeAt(0)] ?? look(character)

function previousCharacter(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : text[at - 1]!
}
