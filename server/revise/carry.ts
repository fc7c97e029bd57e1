import { foldSpace } from '../document/similarity.js'
import type { Unit } from '../document/unit.js'
import { align } from './align.js'
import { pairBitext } from './bitext.js'
import { divide } from './bitext/divide.js'
import { withSourceCodes } from './bitext/sourceCodes.js'
import { KnownTexts } from './carry/knownTexts.js'
import { grade, type GradeLevel } from './grade.js'

/** What a unit of a new source version has of a translation of the old one. */
export interface CarriedUnit {
  /** `stale` where it was made from another wording; `missing` where there is none. */
  status: 'current' | 'stale' | 'missing'
  target: string | null
  /** How much the source changed, where there was an old one. */
  grade: GradeLevel | null
  /** The old wording of the source, where it differs. */
  previous: string | null
}

/** Cuts a text into sentences; joined, they give it back. */
export type CutSentences = (text: string) => string[]

/** Pairs an old source with its translation, and carries the translations over to the new source: one answer for each of its units. */
export function carry(old: readonly Unit[], now: readonly Unit[], translated: readonly Unit[], cut: CutSentences): CarriedUnit[] {
  const translations = translationsOf(old, translated, cut)
  const carried = now.map((): CarriedUnit => ({ status: 'missing', target: null, grade: null, previous: null }))
  for (const link of align(old, now)) {
    const sources = link.old.map((at) => old[at]!)
    const known = link.old.flatMap((at) => translations[at] ?? [])
    const target = known.length === 0 ? null : known.join(' ')
    const previous = sources.map((unit) => unit.text).join(' ')
    const [first] = link.new
    if (first === undefined || sources.length === 0) continue
    if (link.new.length > 1) {
      const pieces =
        target === null
          ? []
          : divide(
              link.new.map((at) => now[at]!),
              cut(target),
            )
      link.new.forEach((at, n) => (carried[at] = { status: pieces[n] ? 'stale' : 'missing', target: pieces[n] ?? null, grade: 'major', previous }))
      continue
    }
    const level = sources.length === 1 ? grade(sources[0]!, now[first]!).level : 'major'
    const same = foldSpace(previous) === foldSpace(now[first]!.text)
    const current = level === 'none' || level === 'cosmetic'
    carried[first] = { status: target === null ? 'missing' : current ? 'current' : 'stale', target, grade: level, previous: same ? null : previous }
  }
  offerKnown(carried, now, old, translations)
  return carried
}

/** Without its place to speak for it, a unit that is so much like another is offered that one's translation. */
const alike = 0.5

/** Gives units that say what another old unit said that one's translation; those that have none, what the most similar old unit has. */
function offerKnown(carried: CarriedUnit[], now: readonly Unit[], old: readonly Unit[], translations: readonly (string | null)[]): void {
  const sources = old.flatMap((unit, at) => (translations[at] == null ? [] : [{ unit, target: translations[at] }]))
  const known = new KnownTexts(sources.map(({ unit }) => unit.text))
  now.forEach((unit, at) => {
    const mine = carried[at]!
    if (mine.status === 'current') return
    const same = sources[known.same(unit.text)]
    const found = same ?? (mine.target === null ? sources[known.similar(unit.text, alike)] : undefined)
    if (same) carried[at] = { status: 'current', target: same.target, grade: 'none', previous: null }
    else if (found) carried[at] = { status: 'stale', target: found.target, grade: grade(found.unit, unit).level, previous: found.unit.text }
  })
}

/** The translation of each old unit, null where there is none. Where one text translates several units, each has its part of it. */
function translationsOf(old: readonly Unit[], translated: readonly Unit[], cut: CutSentences): (string | null)[] {
  const found = old.map((): string | null => null)
  for (const { source, target } of pairBitext(old, translated)) {
    const [first] = source
    if (first === undefined || target.length === 0) continue
    const [only] = target
    if (source.length === 1) found[first] = target.map((at) => withSourceCodes(old[first]!, translated[at]!)).join(' ')
    else
      divide(
        source.map((at) => old[at]!),
        cut(translated[only!]!.text),
      ).forEach((text, n) => (found[source[n]!] = text === null ? null : withSourceCodes(old[source[n]!]!, { text, codes: translated[only!]!.codes })))
  }
  return found
}
