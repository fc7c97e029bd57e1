/** Words; in scripts that write without spaces, characters. */
const wordPattern =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|[\p{L}\p{N}_](?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{M}\p{N}_])*/gu
const codePattern = /<\/?[1-9]\d{0,5}\/?>/g
const latinWords = /[a-z0-9_\u00aa-\u00ba\u00c0-\u024f]+/g
const beyondLatin = /[^\u0000-\u024f\u2000-\u206f]/

/** Numbers words in order of first sight, so that texts can be compared as arrays of integers. */
export class Vocabulary {
  readonly #ids = new Map<string, number>()

  get size(): number {
    return this.#ids.size
  }

  #id(word: string): number {
    const known = this.#ids.get(word)
    if (known !== undefined) return known
    this.#ids.set(word, this.#ids.size)
    return this.#ids.size - 1
  }

  /** The words of a text without regard to case, punctuation and numbered codes; of a text that has none, its other characters. */
  words(text: string): Int32Array {
    const plain = (text.includes('<') ? text.replace(codePattern, ' ') : text).toLowerCase()
    const found = plain.match(beyondLatin.test(plain) ? wordPattern : latinWords) ?? text.match(/\S/gu) ?? []
    return Int32Array.from(found, (word) => this.#id(word))
  }

  /** The characters of a text as if they were words. */
  characters(text: string): Int32Array {
    return Int32Array.from(text.toLowerCase(), (character) => this.#id(character))
  }
}

/** The words of several texts as those of one. */
export function joinWords(parts: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(parts.reduce((size, part) => size + part.length, 0))
  let end = 0
  for (const part of parts) {
    joined.set(part, end)
    end += part.length
  }
  return joined
}

/** Bits of a block: with its carry a sum still fits a 32-bit integer. */
const blockBits = 30
const blockMask = 2 ** blockBits - 1
/** Past so many words, or steps, two texts are compared as sets of words. */
const maxWords = 4000
const maxSteps = 2_000_000

/**
 * Compares one sequence of word numbers with many: the length of the longest common subsequence, in time length × length / 30.
 * Bit-parallel, after Hyyrö, Bit-parallel LCS-length computation revisited (2004).
 */
export class Comparison {
  /** Word → 1 + its row in `#masks`; 0 where the word does not occur. */
  #rows = new Int32Array(0)
  #masks = new Int32Array(0)
  #blocks = 0
  #state = new Int32Array(0)
  #counts = new Int32Array(0)
  #words: Int32Array = new Int32Array(0)

  /** `vocabularySize` must exceed every word number that will be compared. */
  setWords(words: Int32Array, vocabularySize: number): void {
    for (const word of this.#words) this.#rows[word] = 0
    if (this.#rows.length < vocabularySize) this.#rows = new Int32Array(vocabularySize * 2)
    this.#words = words
    this.#blocks = Math.ceil(Math.min(words.length, maxWords) / blockBits)
    const size = Math.min(words.length, maxWords) * this.#blocks
    if (this.#masks.length < size) this.#masks = new Int32Array(size * 2)
    else this.#masks.fill(0, 0, size)
    if (this.#state.length < this.#blocks) this.#state = new Int32Array(this.#blocks * 2)
    let rows = 0
    words.forEach((word, at) => {
      if (this.#rows[word] === 0) this.#rows[word] = ++rows
      if (words.length > maxWords) return
      const block = Math.floor(at / blockBits)
      this.#masks[(this.#rows[word]! - 1) * this.#blocks + block]! |= 1 << (at % blockBits)
    })
  }

  /** How many words `other` has in common with the words that were set, in the same order. */
  common(other: Int32Array): number {
    if (this.#words.length > maxWords || this.#blocks * other.length > maxSteps) return this.#commonInAnyOrder(other)
    const blocks = this.#blocks
    const [rows, masks, state] = [this.#rows, this.#masks, this.#state]
    state.fill(blockMask, 0, blocks)
    for (let at = 0; at < other.length; at++) {
      const row = rows[other[at]!]!
      if (row === 0) continue
      let carry = 0
      const base = (row - 1) * blocks
      for (let block = 0; block < blocks; block++) {
        const mask = masks[base + block]!
        const value = state[block]!
        const sum = value + (value & mask) + carry
        carry = sum >>> blockBits
        state[block] = (sum & blockMask) | (value & ~mask)
      }
    }
    let count = 0
    for (let block = 0; block < blocks; block++) count += bitCount(~state[block]! & blockMask)
    return count
  }

  #commonInAnyOrder(other: Int32Array): number {
    if (this.#counts.length < this.#rows.length) this.#counts = new Int32Array(this.#rows.length)
    for (const word of this.#words) this.#counts[word]!++
    let count = 0
    for (const word of other) if (this.#counts[word]!-- > 0) count++
    for (const word of this.#words) this.#counts[word] = 0
    for (const word of other) this.#counts[word] = 0
    return count
  }
}

function bitCount(bits: number): number {
  let value = bits - ((bits >>> 1) & 0x55555555)
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333)
  return (((value + (value >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** The share of words that two sequences of `a` and `b` words have in common (Dice). */
export const share = (common: number, a: number, b: number): number => (a + b === 0 ? 1 : (2 * common) / (a + b))

/** How alike two texts are, 0…1, by the words that they have in common in the same order; 1 only where nothing but white space differs. */
export function similarity(a: string, b: string): number {
  const [x, y] = [foldSpace(a), foldSpace(b)]
  if (x === y) return 1
  const vocabulary = new Vocabulary()
  const [words, others] = [vocabulary.words(x), vocabulary.words(y)]
  const comparison = new Comparison()
  comparison.setWords(words, vocabulary.size)
  return belowOne(share(comparison.common(others), words.length, others.length), words.length + others.length)
}

/** Keeps texts that differ in punctuation, case or codes alone apart from equal ones. */
export const belowOne = (value: number, size: number): number => Math.min(value, 1 - 0.5 / Math.max(1, size))

/** A text with every run of white space as one space, none at its ends. */
export const foldSpace = (text: string): string => (/^\s|\s$|\s\s|[^\S ]/u.test(text) ? text.replace(/\s+/gu, ' ').trim() : text)
