import type { CodeType } from '../../document/codeType.js'
import type { Piece } from '../../document/block.js'
import { mostCodes } from '../blocks.js'

/** What a match in a cue's text is: a side of a tag with its name, a code that stands alone, or a text that is spelled otherwise. */
export type Mark = { type: 'open' | 'close'; name: string; code: CodeType; label?: string } | { type: 'single'; code: CodeType; label?: string } | { type: 'text'; text: string }

type Side = Mark & { type: 'open' | 'close' }

/** The pieces of a cue from `start` to `end`. Tags that nest are pairs; one that is never closed, or crosses another, stands alone. */
export function cuePieces(document: string, start: number, end: number, pattern: RegExp, read: (match: RegExpMatchArray) => Mark): Piece[] {
  const pieces: Piece[] = []
  const tags = new Pairing()
  let at = start
  let marks = 0
  const textTo = (to: number) => {
    if (to > at) pieces.push({ type: 'text', text: document.slice(at, to), start: at, end: to })
  }
  for (const match of document.slice(start, end).matchAll(pattern)) {
    textTo(start + match.index)
    at = start + match.index
    const range = { start: at, end: at + match[0].length }
    const mark = read(match)
    // With more than that, the cue is no unit, and the rest would only fill the memory.
    if (mark.type !== 'text' && ++marks > 2 * mostCodes + 2) break
    if (mark.type === 'open' || mark.type === 'close') tags.add(mark, pieces.length)
    pieces.push(mark.type === 'text' ? { ...mark, ...range } : { type: 'single', code: mark.code, ...(mark.label && { label: mark.label }), ...range })
    at = range.end
  }
  textTo(end)
  for (const [open, close] of tags.pairs) {
    pieces[open] = { ...pieces[open]!, type: 'open' } as Piece
    pieces[close] = { ...pieces[close]!, type: 'close' } as Piece
  }
  return pieces
}

/** Finds which tags close which. */
class Pairing {
  /** Indexes of pieces. */
  readonly pairs: [number, number][] = []
  readonly #open: { name: string; index: number }[] = []
  readonly #names = new Map<string, number>()

  add({ type, name }: Side, index: number): void {
    if (type === 'open') {
      this.#open.push({ name, index })
      this.#names.set(name, (this.#names.get(name) ?? 0) + 1)
      return
    }
    if (!this.#names.get(name)) return
    for (let last = this.#open.pop(); last; last = this.#open.pop()) {
      this.#names.set(last.name, this.#names.get(last.name)! - 1)
      if (last.name !== name) continue
      this.pairs.push([last.index, index])
      return
    }
  }
}
