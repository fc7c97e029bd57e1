import type { Unit } from '../document/unit.js'
import { align } from './align.js'
import { pairBitext } from './bitext.js'
import { divide } from './bitext/divide.js'
import { joinCoded, withSourceCodes, type Coded } from './bitext/sourceCodes.js'
import { KnownTexts } from './carry/knownTexts.js'
import { grade, type GradeLevel } from './grade.js'
import { repair } from './repair.js'

/** What a unit of a new source version has of a translation of the old one. */
export interface CarriedUnit {
  /** `stale` where it was made from another wording; `missing` where there is none. */
  status: 'current' | 'stale' | 'missing'
  target: string | null
  /** How much the source changed, where there was an old one. */
  grade: GradeLevel | null
  /** The wording that the translation was made from, where it is another. */
  previous: string | null
  /** What the translation could be for the new wording, where the change can be followed. */
  repaired: string | null
}

export interface CarryOptions {
  from: string
  to: string
  /** Cut a text of the source into sentences, or of the translation; joined, they give it back. */
  cut: { source: (text: string) => string[]; target: (text: string) => string[] }
}

/** A former wording and its translation, if it has one. `cut`: it became several units, or was several. */
interface Former {
  source: Coded
  target: string | null
  cut: boolean
}

/** Pairs an old source with its translation, and carries the translations over to the new source: one answer for each of its units. */
export function carry(old: readonly Unit[], now: readonly Unit[], translated: readonly Unit[], options: CarryOptions): CarriedUnit[] {
  const targets = translationsOf(old, translated, options)
  const former = new Map<number, Former>()
  for (const link of align(old, now)) {
    if (link.old.length === 0 || link.new.length === 0) continue
    const source = joinCoded(link.old.map((at) => old[at]!))
    const target = joinedTarget(link.old, old, targets)
    const cut = link.old.length + link.new.length > 2
    const pieces =
      link.new.length > 1 && target !== null
        ? divide(
            link.new.map((at) => now[at]!),
            options.cut.target(target),
          )
        : [target]
    for (const [n, at] of link.new.entries()) {
      const piece = pieces[n] ?? null
      former.set(at, { source, target: piece !== null && link.new.length > 1 ? withSourceCodes(now[at]!, { text: piece, codes: source.codes }) : piece, cut })
    }
  }
  const known = new KnownTranslations(old, targets)
  return now.map((unit, at) => carried(unit, known.better(unit, former.get(at)), options))
}

function carried(unit: Unit, former: Former | undefined, options: CarryOptions): CarriedUnit {
  if (!former) return { status: 'missing', target: null, grade: null, previous: null, repaired: null }
  const { source, target, cut } = former
  const level = cut ? 'major' : grade(source, unit).level
  const isCurrent = level === 'none' || level === 'cosmetic'
  const previous = level === 'none' ? null : source.text
  const repaired = target === null || cut || level === 'none' ? null : (repair(source, unit, target, options)?.text ?? null)
  return { status: target === null ? 'missing' : isCurrent ? 'current' : 'stale', target, grade: level, previous, repaired }
}

/** Without its place to speak for it, a unit that is so much like another is offered that one's translation. */
const alike = 0.5

class KnownTranslations {
  readonly #known: { source: Unit; target: string }[]
  readonly #texts: KnownTexts

  constructor(old: readonly Unit[], targets: readonly (string | null)[]) {
    this.#known = old.flatMap((source, at) => (targets[at] == null ? [] : [{ source, target: targets[at] }]))
    this.#texts = new KnownTexts(this.#known.map(({ source }) => source.text))
  }

  /** What another old unit has that says the same; for a unit that has nothing, what the most similar one has; else `former`. */
  better(unit: Unit, former: Former | undefined): Former | undefined {
    const isSame = former && former.target !== null && !former.cut && grade(former.source, unit).level === 'none'
    const other = isSame ? undefined : this.#known[this.#texts.same(unit.text)]
    const similar = other ?? (former?.target == null ? this.#known[this.#texts.similar(unit.text, alike)] : undefined)
    return similar ? { ...similar, cut: false } : former
  }
}

/** The translations of units that became one, their codes numbered on as those of their sources. */
function joinedTarget(places: readonly number[], old: readonly Unit[], targets: readonly (string | null)[]): string | null {
  const parts = places.map((at): Coded => ({ text: targets[at] ?? '', codes: old[at]!.codes }))
  return parts.every(({ text }) => text === '') ? null : joinCoded(parts).text.trim()
}

/** The translation of each old unit, null where there is none. Where one text translates several units, each has its part of it. */
function translationsOf(old: readonly Unit[], translated: readonly Unit[], { cut }: CarryOptions): (string | null)[] {
  const found = old.map((): string | null => null)
  for (const { source, target } of pairBitext(old, translated)) {
    if (source.length === 0 || target.length === 0) continue
    const whole = joinCoded(target.map((at) => translated[at]!))
    const pieces =
      source.length === 1
        ? [whole.text]
        : divide(
            source.map((at) => old[at]!),
            cut.target(whole.text),
          )
    for (const [n, at] of source.entries()) if (pieces[n] != null) found[at] = withSourceCodes(old[at]!, { text: pieces[n], codes: whole.codes })
  }
  return found
}
