import { pairInGaps } from './gaps.js'
import type { Group, Pairing } from './pairing.js'
import { type Match, rareMatches } from './rare.js'
import { splitWorth } from './score.js'

/** Without its place to speak for it, an edited unit needs this share of common words; a short one more. */
const needed = 0.5
const neededWhenShort = 0.75
const shortUnit = 4
/** The share of a piece that a whole must have for it to be looked at as a part of it, and the words it needs. */
const neededOfPiece = 0.7
const pieceWords = 4

/** Pairs what was edited and moved across gaps, and split or merged pieces that stand apart, the best first; then what is left in the gaps between them. */
export function pairAcross(pairing: Pairing): void {
  pairMoved(pairing)
  joinPieces(pairing)
  pairInGaps(pairing)
}

function pairMoved(pairing: Pairing): void {
  const { old, new: now } = pairing.free()
  const good = rareMatches(pairing, old, now).filter((match) => match.similarity >= (match.common < shortUnit ? neededWhenShort : needed))
  good.sort((a, b) => b.worth - a.worth || a.new - b.new || a.old - b.old)
  for (const match of good) if (pairing.old.groups[match.old] === null && pairing.new.groups[match.new] === null) pairing.pair([match.old], [match.new])
}

type Side = 'old' | 'new'

/** Joins free units to units that contain them: pieces of a split one, parts of a merged one. */
function joinPieces(pairing: Pairing): void {
  for (const [whole, piece] of [
    ['old', 'new'],
    ['new', 'old'],
  ] as const) {
    const pieces = pairing[piece].free(0, pairing[piece].units.length)
    if (pieces.length === 0) continue
    const wholes = openUnits(pairing, whole, piece)
    for (const [at, parts] of piecesOf(pairing, whole, wholes, piece, pieces)) joinTo(pairing, whole, at, piece, parts)
  }
}

/** Units that may have further pieces: free ones, and edited ones with a single unit on their own side. */
function openUnits(pairing: Pairing, side: Side, other: Side): number[] {
  const open: number[] = []
  pairing[side].groups.forEach((group, at) => {
    if (group === null || (!group.exact && group[side].length === 1 && group[other].length < 8)) open.push(at)
  })
  return open
}

/** Free units by the unit that contains most of their words. */
function piecesOf(pairing: Pairing, whole: Side, wholes: readonly number[], piece: Side, pieces: readonly number[]): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const matches = whole === 'old' ? rareMatches(pairing, wholes, pieces) : rareMatches(pairing, pieces, wholes)
  const best = new Map<number, Match>()
  for (const match of matches) {
    const size = pairing[piece].words(match[piece]).length
    if (size < pieceWords || match.common < neededOfPiece * size) continue
    if (match.common > (best.get(match[piece])?.common ?? 0)) best.set(match[piece], match)
  }
  for (const [at, match] of best) {
    const parts = found.get(match[whole])
    if (parts) parts.push(at)
    else found.set(match[whole], [at])
  }
  return found
}

function joinTo(pairing: Pairing, whole: Side, at: number, piece: Side, parts: readonly number[]): void {
  const group: Group | null = pairing[whole].groups[at] ?? null
  const words = pairing[whole].words(at)
  const all = [...new Set([...(group?.[piece] ?? []), ...parts])].sort((a, b) => a - b)
  if (all.length < 2) return
  const lists = all.map((part) => pairing[piece].words(part))
  if (splitWorth(pairing, words, lists) <= 0) return
  if (group) pairing.dissolve(group)
  if (whole === 'old') pairing.pair([at], all)
  else pairing.pair(all, [at])
}
