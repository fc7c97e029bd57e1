import { belowOne, Comparison, foldSpace, joinWords, share, Vocabulary } from '../document/similarity.js'
import type { AlignableUnit } from './link.js'
import { heaviestRise } from './order.js'

/** Units of both versions that belong together: indexes, in order. */
export interface Group {
  old: number[]
  new: number[]
  /** Their texts are equal but for white space. */
  exact: boolean
}

/** What numbers stand for in both versions, in order of first sight. */
interface Numbers {
  texts: Map<string, number>
  places: Map<string, number>
  identities: Map<number, number>
}

/** One version of a document, with what alignment compares in it. */
export class Version {
  readonly units: readonly AlignableUnit[]
  readonly texts: readonly string[]
  /** Equal for units of equal text. */
  readonly textIds: Int32Array
  /** Equal for units of equal text, kind and key. */
  readonly identities: Int32Array
  /** The group that a unit belongs to, null where it has none yet. */
  readonly groups: (Group | null)[]
  readonly #words: (Int32Array | undefined)[]
  readonly #letters: (Int32Array | undefined)[]
  readonly #vocabulary: Vocabulary

  constructor(units: readonly AlignableUnit[], numbers: Numbers, vocabulary: Vocabulary) {
    this.units = units
    this.texts = units.map((unit) => foldSpace(unit.text))
    this.textIds = Int32Array.from(this.texts, (text) => numberOf(numbers.texts, text))
    const identity = (unit: AlignableUnit, at: number): number => numberOf(numbers.places, `${unit.kind}\0${unit.key ?? ''}`) * 2 ** 26 + this.textIds[at]!
    this.identities = Int32Array.from(units, (unit, at) => numberOf(numbers.identities, identity(unit, at)))
    this.groups = new Array<Group | null>(units.length).fill(null)
    this.#words = new Array<Int32Array | undefined>(units.length)
    this.#letters = new Array<Int32Array | undefined>(units.length)
    this.#vocabulary = vocabulary
  }

  words(at: number): Int32Array {
    return (this.#words[at] ??= this.#vocabulary.words(this.texts[at]!))
  }

  letters(at: number): Int32Array {
    return (this.#letters[at] ??= this.#vocabulary.characters(this.texts[at]!))
  }

  /** The words of several units as one text. */
  joined(at: readonly number[]): Int32Array {
    return joinWords(at.map((unit) => this.words(unit)))
  }

  free(from: number, to: number): number[] {
    const found: number[] = []
    for (let at = from; at < to; at++) if (this.groups[at] === null) found.push(at)
    return found
  }
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}

/** Stretches of both versions between units that are paired in order: free units of each. */
export interface Gap {
  old: number[]
  new: number[]
}

/** Two versions of a document, and which of their units were found to belong together so far. */
export class Pairing {
  readonly old: Version
  readonly new: Version
  readonly vocabulary = new Vocabulary()
  readonly comparison = new Comparison()
  readonly #letters = new Comparison()

  constructor(before: readonly AlignableUnit[], after: readonly AlignableUnit[]) {
    const numbers: Numbers = { texts: new Map(), places: new Map(), identities: new Map() }
    this.old = new Version(before, numbers, this.vocabulary)
    this.new = new Version(after, numbers, this.vocabulary)
  }

  pair(old: readonly number[], now: readonly number[]): void {
    const exact = old.length === 1 && now.length === 1 && this.old.textIds[old[0]!] === this.new.textIds[now[0]!]
    const group: Group = { old: [...old], new: [...now], exact }
    for (const at of old) this.old.groups[at] = group
    for (const at of now) this.new.groups[at] = group
  }

  free(): Gap {
    return { old: this.old.free(0, this.old.units.length), new: this.new.free(0, this.new.units.length) }
  }

  dissolve(group: Group): void {
    for (const at of group.old) this.old.groups[at] = null
    for (const at of group.new) this.new.groups[at] = null
  }

  /** Groups in the order of the new version. */
  groups(): Group[] {
    const found: Group[] = []
    this.new.groups.forEach((group, at) => {
      if (group && group.new[0] === at) found.push(group)
    })
    return found
  }

  /** The groups that kept their order, in order; the others moved. Where it is ambiguous, the shorter texts moved. */
  inOrder(): Group[] {
    const groups = this.groups()
    const weights = groups.map((group) => 1 + group.old.reduce((size, at) => size + this.old.texts[at]!.length, 0))
    const rising = heaviestRise(
      groups.map((group) => group.old[0]!),
      weights,
    )
    return groups.filter((_, at) => rising[at] === 1)
  }

  /** Gaps with free units on both sides, between groups that kept their order. */
  gaps(): Gap[] {
    const found: Gap[] = []
    let [oldFrom, newFrom] = [0, 0]
    const close = (oldTo: number, newTo: number): void => {
      const old = this.old.free(oldFrom, oldTo)
      const now = old.length === 0 ? [] : this.new.free(newFrom, newTo)
      if (now.length > 0) found.push({ old, new: now })
    }
    for (const group of this.inOrder()) {
      close(group.old[0]!, group.new[0]!)
      oldFrom = group.old.at(-1)! + 1
      newFrom = group.new.at(-1)! + 1
    }
    close(this.old.units.length, this.new.units.length)
    return found
  }

  /** 0…1 over words; 1 for equal texts. */
  similarity(old: readonly number[], now: readonly number[]): number {
    if (old.length === 1 && now.length === 1 && this.old.textIds[old[0]!] === this.new.textIds[now[0]!]) return 1
    const text = (version: Version, at: readonly number[]): string => at.map((unit) => version.texts[unit]!).join(' ')
    if (text(this.old, old) === text(this.new, now)) return 1
    const [a, b] = [this.old.joined(old), this.new.joined(now)]
    const byWords = share(this.commonWords(a, b), a.length, b.length)
    const byCharacters = old.length === 1 && now.length === 1 ? this.shortSimilarity(old[0]!, now[0]!) : 0
    return belowOne(Math.max(byWords, byCharacters), a.length + b.length)
  }

  commonWords(a: Int32Array, b: Int32Array): number {
    this.comparison.setWords(a, this.vocabulary.size)
    return this.comparison.common(b)
  }

  /** For short units, whose every word counts: a slip of typing leaves most letters, a new number only the digits. */
  shortSimilarity(old: number, now: number): number {
    const [a, b] = [this.old.texts[old]!, this.new.texts[now]!]
    if (a.length > 40 || b.length > 40) return 0
    if (isNumber(a) && isNumber(b)) return 0.5
    if (share(Math.min(a.length, b.length), a.length, b.length) < neededOfLetters) return 0
    const [x, y] = [this.old.letters(old), this.new.letters(now)]
    this.#letters.setWords(x, this.vocabulary.size)
    const alike = share(this.#letters.common(y), x.length, y.length)
    return alike < neededOfLetters ? 0 : alike - 0.15
  }
}

/** Unrelated words share half of their letters by chance. */
const neededOfLetters = 0.75

const isNumber = (text: string): boolean => /\d/.test(text) && !/\p{L}/u.test(text)
