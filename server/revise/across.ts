import { pairInGaps } from './gaps.js'
import type { Pairing } from './pairing.js'
import { type Match, rareMatches } from './rare.js'
import { maxPieces, splitWorth } from './score.js'

/** Without its place to speak for it, an edited unit needs this share of common words; a short one more. */
const needed = 0.5
const neededWhenShort = 0.75
const shortUnit = 4
/** The share of a piece that a whole must have for it to be looked at as a part of it, and the words it needs. */
const neededOfPiece = 0.7
const pieceWords = 4

/** Pairs what was edited and moved across gaps, and split or merged pieces that stand apart, the best first; then what is left in the gaps between them. */
export function pairAcross(pairing: Pairing): void {
  const matches = rareMatches(pairing, openUnits(pairing, 'old', 'new'), openUnits(pairing, 'new', 'old'))
  pairMoved(pairing, matches)
  joinPieces(pairing, 'old', 'new', matches)
  joinPieces(pairing, 'new', 'old', matches)
  pairInGaps(pairing)
}

type Side = 'old' | 'new'

/** Free units, and those that may have further pieces on the other side: edited ones that are the only one of their group on their own. */
function openUnits(pairing: Pairing, side: Side, other: Side): number[] {
  if (!pairing[side].groups.includes(null) && !pairing[other].groups.includes(null)) return []
  const open: number[] = []
  pairing[side].groups.forEach((group, at) => {
    if (group === null || (!group.exact && group[side].length === 1 && group[other].length < maxPieces)) open.push(at)
  })
  return open
}

function pairMoved(pairing: Pairing, matches: readonly Match[]): void {
  const free = (match: Match): boolean => pairing.old.groups[match.old] === null && pairing.new.groups[match.new] === null
  const good = matches.filter((match) => free(match) && match.similarity >= (match.common < shortUnit ? neededWhenShort : needed))
  good.sort((a, b) => b.worth - a.worth || a.new - b.new || a.old - b.old)
  for (const match of good) if (free(match)) pairing.pair([match.old], [match.new])
}

/** Joins free units to the one that contains most of their words: pieces of a split unit, parts of a merged one. */
function joinPieces(pairing: Pairing, whole: Side, piece: Side, matches: readonly Match[]): void {
  const best = new Map<number, Match>()
  for (const match of matches) {
    const size = pairing[piece].words(match[piece]).length
    if (pairing[piece].groups[match[piece]] !== null || size < pieceWords || match.common < neededOfPiece * size) continue
    if (match.common > (best.get(match[piece])?.common ?? 0)) best.set(match[piece], match)
  }
  const parts = new Map<number, Match[]>()
  for (const match of best.values()) {
    const known = parts.get(match[whole])
    if (known) known.push(match)
    else parts.set(match[whole], [match])
  }
  for (const [at, found] of parts) joinTo(pairing, whole, at, piece, found)
}

/** Joins all the pieces, or the one that fits best. */
function joinTo(pairing: Pairing, whole: Side, at: number, piece: Side, found: readonly Match[]): void {
  const group = pairing[whole].groups[at] ?? null
  if (group?.exact || (group && group[whole].length > 1)) return
  const known = group?.[piece] ?? []
  const pieces = found.toSorted((a, b) => b.common - a.common).slice(0, maxPieces - known.length)
  let best: number[] = []
  let bestWorth = 0
  for (const choice of [pieces, ...pieces.map((one) => [one])]) {
    const all = [...known, ...choice.map((match) => match[piece])].sort((a, b) => a - b)
    if (all.length < 2) continue
    const worth = splitWorth(
      pairing,
      pairing[whole].words(at),
      all.map((part) => pairing[piece].words(part)),
    )
    if (worth > bestWorth) [best, bestWorth] = [all, worth]
  }
  if (best.length === 0) return
  if (group) pairing.dissolve(group)
  if (whole === 'old') pairing.pair([at], best)
  else pairing.pair(best, [at])
}
