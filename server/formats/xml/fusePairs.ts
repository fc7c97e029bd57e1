import type { CodePiece, Piece } from '../../document/block.js'

interface Frame {
  at: number
  words: boolean
  /** Pairs directly inside, and where the last of them begins and ends. */
  pairs: number
  first: number
  last: number
}

/** A pair that holds nothing but one other, as a note around its paragraph, becomes one code with it. `wrappers`: the opening sides of pairs that hold no words by their nature. */
export function fusePairs(pieces: readonly Piece[], wrappers: ReadonlySet<Piece>): Piece[] {
  if (wrappers.size === 0) return [...pieces]
  const fused: (Piece | null)[] = [...pieces]
  const frames: Frame[] = []
  pieces.forEach((piece, at) => {
    const around = frames.at(-1)
    if (piece.type === 'open') frames.push({ at, words: false, pairs: 0, first: 0, last: 0 })
    else if (piece.type === 'text' && around && /\S/.test(piece.text)) around.words = true
    else if (piece.type === 'close' && around) {
      frames.pop()
      if (wrappers.has(pieces[around.at]!) && around.pairs === 1 && !around.words) fuse(fused, around, at)
      const outer = frames.at(-1)
      if (outer) Object.assign(outer, { pairs: outer.pairs + 1, first: around.at, last: at })
    }
  })
  return fused.filter((piece) => piece !== null)
}

/** The frame that ends at `end` takes in the pair inside it. */
function fuse(pieces: (Piece | null)[], { at, first, last }: Frame, end: number): void {
  const inner = pieces[first] as CodePiece
  const { plain, alone } = inner
  pieces[at] = { ...(pieces[at] as CodePiece), end: inner.end, ...(plain && { plain }), ...(alone !== undefined && { alone }) }
  pieces[end] = { ...(pieces[end] as CodePiece), start: pieces[last]!.start }
  pieces.fill(null, at + 1, first + 1)
  pieces.fill(null, last, end)
}
