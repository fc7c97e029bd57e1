import { isWhole, type Block } from '../document/block.js'
import { inOneOrder, type BreakRule } from '../document/breakRule.js'
import { parseText, serializeText } from '../document/codes.js'
import { Refusal } from '../errors.js'
import { heardLength, isSamePlace, Segments } from '../segment/breaks.js'
import { numberCodes, sayingBlocks, trimBlock } from './blocks.js'
import { normaliseLines } from './lineEnds.js'
import { decodePart, placedParts, siblingsOf } from './parts.js'
import { formatFor, type ReadOptions } from './readDocument.js'
import { plainSegments, segmentsOf } from './segmentsOf.js'

/** What a person wants: a unit cut so many characters (UTF-16) into its text, or joined with the next one. `text` is what is known of the unit. */
export type BreakWish = { kind: 'split'; position: number; text: string; at: number } | { kind: 'join'; position: number; text: string }

/** A unit in its block. */
interface PlacedUnit {
  block: Block
  segments: Block[]
  /** Which of the segments it is. */
  segment: number
  /** The unit itself: the segment, or an attribute of it. */
  saying: Block
}

/**
 * The rules of a document by which it is cut or joined there, in place of those in `options`. Refuses `unit-unsplittable`, `split-misplaced` (inside of markup or of a character),
 * `split-empty` (a piece would have no word), `units-apart` (not of one block), and `document-reads-differently` where the unit is not found as it is known.
 */
export function findBreak(bytes: Uint8Array, options: ReadOptions, wish: BreakWish): BreakRule[] {
  const { breaks: rules = [] } = options
  const [unit, next] = findUnits(bytes, options, wish.position)
  if (!unit || numberCodes(unit.saying.pieces, () => '').text !== wish.text) throw new Refusal('document-reads-differently')
  const base = new Segments(plainSegments(unit.block, options))
  const places = wish.kind === 'split' ? [splitPlace(unit, wish)] : joinPlaces(unit, next)
  const own = new Set(base.starts())
  const wanted = places.filter((place) => own.has(place) === (wish.kind === 'join')).map((place) => ({ kind: wish.kind, ...base.surroundings(place) }))
  const here = places.map((place) => base.surroundings(place))
  return inOneOrder([...rules.filter((rule) => !here.some((place) => isSamePlace(rule, place))), ...wanted])
}

/** The unit at a position and the one after it. */
function findUnits(bytes: Uint8Array, options: ReadOptions, position: number): PlacedUnit[] {
  const format = formatFor(options, bytes)
  const parts = placedParts(bytes, format)
  const sibling = siblingsOf(parts)
  const found: PlacedUnit[] = []
  let at = 0
  for (const part of parts) {
    const { text } = normaliseLines(decodePart(part).text)
    for (const untrimmed of format.read(text, options, { name: part.name, sibling }).blocks) {
      const block = trimBlock(untrimmed)
      const segments = segmentsOf(block, options)
      for (const [segment, one] of segments.entries())
        for (const saying of sayingBlocks(trimBlock(one))) {
          if (at++ >= position) found.push({ block, segments, segment, saying })
          if (found.length === 2) return found
        }
    }
  }
  return found
}

const isFixed = ({ block, saying }: PlacedUnit): boolean => isWhole(block) || isWhole(saying)

function splitPlace(unit: PlacedUnit, { text, at }: { text: string; at: number }): number {
  if (isFixed(unit)) throw new Refusal('unit-unsplittable')
  const { pieces } = unit.saying
  const distance = heardLength(parseText(text.slice(0, at)))
  const alone = new Segments([unit.saying])
  const sides = isBetweenCodes(text, at) ? alone.cut(alone.placeIn(pieces, distance)) : null
  if (!sides) throw new Refusal('split-misplaced')
  if (!sides.every(saysSomething)) throw new Refusal('split-empty')
  return new Segments(unit.segments).placeIn(pieces, distance)
}

function saysSomething(side: Block): boolean {
  const trimmed = trimBlock(side)
  return sayingBlocks(trimmed)[0] === trimmed
}

/** Halves of a code are no codes. */
const isBetweenCodes = (text: string, at: number): boolean => serializeText([...parseText(text.slice(0, at)), ...parseText(text.slice(at))]) === text

function joinPlaces(unit: PlacedUnit, next: PlacedUnit | undefined): number[] {
  if (!next || next.block !== unit.block || isFixed(unit) || isFixed(next)) throw new Refusal('units-apart')
  return new Segments(unit.segments).starts().slice(unit.segment, next.segment)
}
