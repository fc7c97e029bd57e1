import { Comparison, foldSpace, share, Vocabulary } from '../../document/similarity.js'

/** A word that more texts have does not tell which of them are alike. */
const tooCommon = 300
/** So many texts, those that share most rare words, are compared word by word. */
const compared = 20

/** Texts by what they say, to find the one that is most like another. */
export class KnownTexts {
  readonly #texts: readonly string[]
  readonly #vocabulary = new Vocabulary()
  readonly #words: Int32Array[]
  readonly #places = new Map<string, number>()
  readonly #byWord = new Map<number, number[]>()
  readonly #comparison = new Comparison()

  constructor(texts: readonly string[]) {
    this.#texts = texts.map(foldSpace)
    this.#words = texts.map((text) => this.#vocabulary.words(text))
    this.#texts.forEach((text, at) => {
      if (!this.#places.has(text)) this.#places.set(text, at)
      for (const word of new Set(this.#words[at])) {
        const places = this.#byWord.get(word)
        if (places) places.push(at)
        else this.#byWord.set(word, [at])
      }
    })
  }

  /** The first text that is the same but for white space; −1 where there is none. */
  same(text: string): number {
    return this.#places.get(foldSpace(text)) ?? -1
  }

  /** The most similar text that shares at least this much (0…1, Dice over words); −1 where there is none. */
  similar(text: string, least: number): number {
    const words = this.#vocabulary.words(text)
    const shared = new Map<number, number>()
    for (const word of new Set(words)) {
      const places = this.#byWord.get(word) ?? []
      if (places.length <= tooCommon) for (const at of places) shared.set(at, (shared.get(at) ?? 0) + 1 / places.length)
    }
    this.#comparison.setWords(words, this.#vocabulary.size)
    let [best, bestShare] = [-1, least]
    for (const [at] of [...shared].sort((a, b) => b[1] - a[1]).slice(0, compared)) {
      const alike = share(this.#comparison.common(this.#words[at]!), words.length, this.#words[at]!.length)
      if (alike > bestShare || (best < 0 && alike === least)) [best, bestShare] = [at, alike]
    }
    return best
  }
}
