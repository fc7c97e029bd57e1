import { Refusal } from '../errors.js'
import { breaksAround, isSame } from './breaksAround.js'
import type { Format, Localisation } from './format.js'
import { normaliseLines } from './lineEnds.js'
import { compareReading, meantUnits, type Difference, type Meant, type SourceUnit } from './meant.js'
import { openParts } from './openParts.js'
import { decodePart, placedParts, siblingsOf, type PlacedPart } from './parts.js'
import { readPart, readText, type ReadOptions } from './readDocument.js'
import { cutsBlocks } from './segmentsOf.js'
import { closeParts, writeParts, type Edit } from './writeDocument.js'

/** A document as it was read. */
export interface SourceDocument {
  bytes: Uint8Array
  format: Format
  /** In the order of their slots. */
  units: readonly SourceUnit[]
  /** How it was read. */
  options: ReadOptions
  localisation?: Localisation
}

export interface FaithfulDocument {
  bytes: Uint8Array
  /** Positions of units whose translation would have changed the structure: the source stands there. */
  broken: ReadonlySet<number>
  /** False where the source itself reads differently by now than when it was read, so that nothing can be compared. */
  checked: boolean
}

/** How often those that make a document read differently are taken out and the rest tried again. */
const rounds = 20
/** How often it is tried to take back in what was taken out on suspicion. */
const attempts = 40
/** How many translations are tried alone, how many of them at a time, and how far around the slot it is looked then, in characters. */
const trials = 2000
const together = 64
const vicinity = 12_000

/**
 * The localized document, read again and compared: every unit has the text that was written, and everything else is as in the source. A translation that would change that is left out, alone.
 * `targets` has a text or null for every unit. What one of them breaks is found where the readings differ, by trying it alone, and at last by halves: in a bounded number of readings.
 */
export function writeFaithfully(document: SourceDocument, targets: readonly (string | null)[]): FaithfulDocument {
  const trial = new Trial(document, targets)
  const all = targets.flatMap((target, at) => (target === null ? [] : [at]))
  if (trial.isFaithful(all)) return { bytes: trial.bytes, broken: new Set(), checked: true }
  if (!trial.readsAsBefore()) return { bytes: trial.bytes, broken: new Set(), checked: false }
  const sound = takeIn(trial, takeOut(trial, all))
  trial.compare(sound)
  const left = new Set(sound)
  return { bytes: trial.bytes, broken: new Set(all.filter((at) => !left.has(at))), checked: true }
}

interface Sorted {
  /** The document reads as meant with these. */
  kept: number[]
  /** Taken out, but perhaps innocent. */
  suspected: number[]
}

/** Takes out what is to blame until the rest reads as meant; at last all that stands where it does not. */
function takeOut(trial: Trial, all: readonly number[]): Sorted {
  let kept = [...all]
  const suspected: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const differences = trial.compare(kept)
    if (differences.length === 0) return { kept, suspected }
    const { guilty, suspects } = trial.blame(differences, kept)
    const out = guilty.size > 0 && round < rounds ? guilty : suspects
    if (out === suspects) suspected.push(...suspects)
    kept = kept.filter((at) => !out.has(at))
  }
  return trial.isFaithful(kept) ? { kept, suspected } : { kept: [], suspected: [...kept, ...suspected] }
}

/** Takes back in, by halves, whatever leaves the document as meant. */
function takeIn(trial: Trial, { kept, suspected }: Sorted): number[] {
  let sound = kept
  let left = attempts
  const queue = [suspected.toSorted(inOrder)]
  for (let some = queue.pop(); some && left > 0; some = queue.pop()) {
    if (some.length === 0) continue
    left--
    const more = [...sound, ...some].sort(inOrder)
    if (trial.isFaithful(more)) sound = more
    else if (some.length > 1) queue.push(some.slice(some.length >> 1), some.slice(0, some.length >> 1))
  }
  return sound
}

const editOf = ({ start, end, codes, context }: SourceUnit, target: string): Edit => ({ start, end, codes, context, target })

/** How codes are spelled is not compared: what stands between them tells what they are. */
const unspelled = (): string => ''

const inOrder = (a: number, b: number): number => a - b

/** Writes some of the translations and compares what is read then with what was meant. */
class Trial {
  readonly #document: SourceDocument
  readonly #targets: readonly (string | null)[]
  readonly #parts: readonly PlacedPart[]
  readonly #byBlock: ReadOptions
  readonly #blocks: readonly SourceUnit[]
  readonly #alone = new Map<number, boolean>()
  #open: ReturnType<typeof openParts> | undefined
  #changed: ReadonlyMap<string, Uint8Array> = new Map()
  #meant: Meant[] = []

  constructor(document: SourceDocument, targets: readonly (string | null)[]) {
    this.#document = document
    this.#targets = targets
    this.#parts = placedParts(document.bytes, document.format)
    this.#byBlock = { ...document.options, segmentation: 'block', breaks: undefined }
    // A translation has other sentences than its source: they are compared as the blocks that they are part of.
    this.#blocks = cutsBlocks(document.options) ? this.#readSource() : document.units
  }

  /** What was written last. */
  get bytes(): Uint8Array {
    return closeParts(this.#document.bytes, this.#document.format, this.#changed)
  }

  compare(some: readonly number[]): Difference[] {
    const { format, units, localisation } = this.#document
    const targets: (string | null)[] = units.map(() => null)
    for (const at of some) targets[at] = this.#targets[at]!
    const edits = some.map((at) => editOf(units[at]!, this.#targets[at]!))
    this.#changed = edits.length === 0 ? new Map<string, Uint8Array>() : writeParts(this.#parts, format, edits, localisation)
    const meant = meantUnits(this.#blocks, units, targets, format.sayable)
    const read = this.#readAgain()
    this.#meant = meant ? this.#inChangedParts(meant) : []
    return meant && read ? compareReading(this.#meant, read) : [{ from: 0, to: this.#meant.length, read: -1 }]
  }

  isFaithful(some: readonly number[]): boolean {
    return this.compare(some).length === 0
  }

  /** Whether the source still reads as the units that are known of it: a later version of a reader may see more in it. */
  readsAsBefore(): boolean {
    const { units, options } = this.#document
    if (cutsBlocks(options)) return meantUnits(this.#blocks, units, []) !== null
    const now = this.#readSource()
    return now.length === units.length && now.every((unit, at) => isSame(unit, units[at]!))
  }

  /** Which of these translations make the differences: `guilty` for certain, `suspects` because they stand there. */
  blame(differences: readonly Difference[], some: readonly number[]): { guilty: Set<number>; suspects: Set<number> } {
    const places = differences.map(({ from, to }) => this.#around(from, to, some))
    const guilty = new Set(places.flatMap((edits) => this.#guiltyAlone(edits)))
    // As many units as meant, each with a translation of its own: what does not read as it was written is to blame.
    const own = ({ from, to, read }: Difference) => (read === to - from ? this.#meant.slice(from, to).map(({ edits }) => edits) : [])
    if (guilty.size === 0) for (const edits of differences.flatMap(own)) if (edits.length === 1) guilty.add(edits[0]!)
    return { guilty, suspects: new Set(places.flat()) }
  }

  /** Translations between the nearest ones before and after a stretch. */
  #around(from: number, to: number, some: readonly number[]): number[] {
    const before = this.#meant.findLast(({ edits }, at) => at < from && edits.length > 0)?.edits ?? []
    const after = this.#meant.find(({ edits }, at) => at >= to && edits.length > 0)?.edits ?? []
    const [first, last] = [before[0] ?? 0, after.at(-1) ?? Infinity]
    return some.filter((edit) => edit >= first && edit <= last)
  }

  /** Those that break the document when they are tried alone: the first, and others near it. What one of them swallowed is not looked at before it is out. */
  #guiltyAlone(suspects: readonly number[]): number[] {
    for (let from = 0; from < suspects.length; from += together) {
      const found = suspects.slice(from, from + together).filter((edit) => this.#breaksAlone(edit))
      if (found.length > 0) return found
    }
    return []
  }

  #breaksAlone(edit: number): boolean {
    const { format, units, options } = this.#document
    const known = this.#alone.get(edit)
    if (known !== undefined || this.#alone.size >= trials) return known ?? false
    this.#open ??= openParts(this.#parts)
    const place = this.#open(units[edit]!)
    const breaks = place !== null && breaksAround(place.part, format, options, place.unit, this.#targets[edit]!, vicinity) === true
    this.#alone.set(edit, breaks)
    return breaks
  }

  /** The source by block. */
  #readSource(): SourceUnit[] {
    const sibling = siblingsOf(this.#parts)
    return this.#parts.flatMap((part) => readPart(part, sibling, this.#document.format, this.#byBlock).units)
  }

  /** Reads the parts that changed; null where they do not even decode. */
  #readAgain(): SourceUnit[] | null {
    const parts = this.#parts.map((part) => ({ ...part, bytes: this.#changed.get(part.name) ?? part.bytes }))
    const sibling = siblingsOf(parts)
    const read = (part: PlacedPart) => readText(normaliseLines(decodePart(part).text).text, this.#document.format, this.#byBlock, { name: part.name, sibling }, unspelled).units
    try {
      return parts.filter(({ name }) => this.#changed.has(name)).flatMap(read)
    } catch (error) {
      if (error instanceof Refusal) return null
      throw error
    }
  }

  #inChangedParts(meant: Meant[]): Meant[] {
    const changed = this.#parts.filter(({ name }) => this.#changed.has(name))
    return changed.length === this.#parts.length
      ? meant
      : meant.filter(({ block: { start } }) => changed.some((part) => part.start <= start && start < part.start + part.bytes.length))
  }
}
