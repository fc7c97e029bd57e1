import type { AlignableUnit } from '../../server/revise/link.js'

/** What an editor does to a document. */
export const operations = ['edit', 'rewrite', 'move', 'move-and-edit', 'move-section', 'split', 'merge', 'delete', 'insert', 'delete-row', 'insert-row'] as const
export type Operation = (typeof operations)[number]

/** A document, what became of it, and which old units (numbers in `before`) each unit of `after` came from. */
export interface ChangedDocument {
  before: AlignableUnit[]
  after: AlignableUnit[]
  /** As links have them, added and removed ones too: `3→4`, `3→4,5`, `→6`, `7→`. */
  truth: Set<string>
  /** Those of `truth` that an operation made. */
  touched: Set<string>
}

/** A seeded generator of numbers 0…1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A unit on its way from one version to the next. */
interface Draft extends AlignableUnit {
  from: number[]
  /** Pieces of one split unit have the same number, wherever they stand. */
  split?: number
  touched: boolean
}

export const linkName = (old: readonly number[], now: readonly number[]): string => `${old.join(',')}→${now.join(',')}`

/** How many links were found, how many of them are true, and how many true ones (in all, and of those that an operation made) were found. */
export interface Score {
  found: number
  right: number
  truth: number
  recalled: number
  touched: number
  touchedRecalled: number
}

/** Compares links with the truth. Text that was deleted in one place and written again in another is a move too: alignment keeps its translation. */
export function score(document: ChangedDocument, links: readonly { old: number[]; new: number[] }[]): Score {
  const { before, after, truth, touched } = document
  const names = new Set<string>()
  let right = 0
  for (const link of links) {
    const name = linkName(link.old, link.new)
    const [gone, added] = [linkName(link.old, []), linkName([], link.new)]
    const restored = link.old.length === 1 && link.new.length === 1 && before[link.old[0]!]!.text === after[link.new[0]!]!.text && truth.has(gone) && truth.has(added)
    if (restored) names.add(gone).add(added)
    else names.add(name)
    if (restored || truth.has(name)) right++
  }
  const count = (set: ReadonlySet<string>): number => [...set].filter((name) => names.has(name)).length
  return { found: links.length, right, truth: truth.size, recalled: count(truth), touched: touched.size, touchedRecalled: count(touched) }
}

export function changedDocument(seed: number, size: number, list: readonly Operation[]): ChangedDocument {
  const writer = new Writer(random(seed))
  const before = writer.document(size)
  const editor = new Editor(writer, before)
  for (const operation of list) editor.apply(operation)
  return editor.result()
}

const commonWords =
  'the of and to a in is it that was for on are as with they be at one have this from or had by not but what all were when we there can an your which their said if do will each about how up out them then many some so these would other into has more'.split(
    ' ',
  )

/** Writes units in an invented language whose words are as unevenly frequent as those of real ones. */
class Writer {
  readonly random: () => number
  readonly #words: string[]

  constructor(next: () => number) {
    this.random = next
    const syllables = 'ba den for gri hal in jor kel lum mar nes op pra qui ron sta tur ul ver wex yon zi'.split(' ')
    this.#words = Array.from({ length: 4000 }, () => Array.from({ length: 2 + this.below(2) }, () => syllables[this.below(syllables.length)]).join(''))
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit)
  }

  word(): string {
    if (this.random() < 0.45) return commonWords[Math.floor(this.random() ** 2 * commonWords.length)]!
    if (this.random() < 0.04) return String(this.below(3000))
    return this.#words[Math.floor(this.random() ** 2.5 * this.#words.length)]!
  }

  phrase(count: number): string {
    const words = Array.from({ length: count }, () => this.word())
    words[0] = words[0]![0]!.toUpperCase() + words[0]!.slice(1)
    return words.join(' ')
  }

  sentences(count: number): string {
    return Array.from({ length: count }, () => `${this.phrase(5 + this.below(18))}.`).join(' ')
  }

  document(size: number): AlignableUnit[] {
    const units: AlignableUnit[] = []
    let path: string[] = []
    const add = (kind: AlignableUnit['kind'], text: string, level = 0): void => void units.push({ text, kind, level, path, key: null })
    while (units.length < size) {
      const title = this.random() < 0.15 ? ['Notes', 'Example', 'See also'][this.below(3)]! : this.phrase(1 + this.below(5))
      path = []
      add('heading', title, 2)
      path = [title]
      for (let blocks = 2 + this.below(5); blocks > 0; blocks--) {
        const kind = this.random()
        if (kind < 0.65) add('paragraph', this.sentences(1 + this.below(5)))
        else if (kind < 0.85) for (let items = 2 + this.below(5); items > 0; items--) add('list-item', this.phrase(2 + this.below(12)), 1)
        else for (let rows = 2 + this.below(6); rows > 0; rows--) for (const cell of this.row()) add('table-cell', cell)
      }
    }
    return units.slice(0, size)
  }

  row(): string[] {
    return [this.phrase(1 + this.below(3)), this.random() < 0.5 ? 'Yes' : 'No', this.random() < 0.7 ? 'Yes' : 'No', String(this.below(40))]
  }
}

class Editor {
  readonly #writer: Writer
  readonly #before: AlignableUnit[]
  readonly #drafts: Draft[]
  #splits = 0

  constructor(writer: Writer, before: AlignableUnit[]) {
    this.#writer = writer
    this.#before = before
    this.#drafts = before.map((unit, at) => ({ ...unit, from: [at], touched: false }))
  }

  apply(operation: Operation): void {
    const drafts = this.#drafts
    const below = (limit: number): number => this.#writer.below(limit)
    if (operation === 'edit') this.#edit(this.#pick(4), 0.12)
    else if (operation === 'rewrite') this.#edit(this.#pick(12), 0.4)
    else if (operation === 'move' || operation === 'move-and-edit') {
      const at = this.#pick(6)
      if (operation === 'move-and-edit') this.#edit(at, 0.15)
      const [draft] = drafts.splice(at, 1)
      if (draft) drafts.splice(below(drafts.length + 1), 0, { ...draft, touched: true })
    } else if (operation === 'move-section') this.#moveSection()
    else if (operation === 'split') this.#split(this.#pick(14))
    else if (operation === 'merge') this.#merge()
    else if (operation === 'delete') this.#delete()
    else if (operation === 'insert') drafts.splice(below(drafts.length + 1), 0, this.#added('paragraph', this.#writer.sentences(1 + below(4))))
    else this.#changeRows(operation)
  }

  /** An untouched unit of so many words. */
  #pick(words: number): number {
    for (let tries = 0; tries < 200; tries++) {
      const at = this.#writer.below(this.#drafts.length)
      const draft = this.#drafts[at]!
      if (!draft.touched && draft.text.split(' ').length >= words) return at
    }
    return -1
  }

  #edit(at: number, part: number): void {
    const draft = this.#drafts[at]
    if (!draft) return
    const words = draft.text.split(' ')
    for (let changes = Math.max(1, Math.round(words.length * part * (0.5 + this.#writer.random()))); changes > 0; changes--) {
      const place = this.#writer.below(words.length)
      const kind = this.#writer.random()
      if (kind < 0.6) words[place] = this.#writer.word()
      else if (kind < 0.8) words.splice(place, 0, this.#writer.word())
      else if (words.length > 3) words.splice(place, 1)
    }
    Object.assign(draft, { text: words.join(' '), touched: true })
  }

  #moveSection(): void {
    const headings = this.#drafts.flatMap((draft, at) => (draft.kind === 'heading' ? [at] : []))
    const pick = this.#writer.below(headings.length)
    const [from, to] = [headings[pick]!, headings[pick + 1] ?? this.#drafts.length]
    const section = this.#drafts.splice(from, to - from)
    const places = this.#drafts.flatMap((draft, at) => (draft.kind === 'heading' ? [at] : []))
    for (const draft of section) draft.touched = true
    this.#drafts.splice(places[this.#writer.below(places.length)] ?? 0, 0, ...section)
  }

  #split(at: number): void {
    const draft = this.#drafts[at]
    if (!draft) return
    const words = draft.text.split(' ')
    const count = words.length >= 30 && this.#writer.random() < 0.3 ? 3 : 2
    const cuts = Array.from({ length: count - 1 }, (_, n) => Math.round((words.length * (n + 1)) / count + (this.#writer.random() - 0.5) * (words.length / 4)))
    const split = ++this.#splits
    const pieces = [0, ...cuts].map((cut, n): Draft => ({ ...draft, text: words.slice(cut, cuts[n]).join(' '), split, touched: true }))
    this.#drafts.splice(at, 1, ...pieces)
  }

  #merge(): void {
    for (let tries = 0; tries < 200; tries++) {
      const at = this.#writer.below(this.#drafts.length - 1)
      const [one, two] = [this.#drafts[at]!, this.#drafts[at + 1]!]
      if (one.touched || two.touched || one.kind !== 'paragraph' || two.kind !== 'paragraph') continue
      this.#drafts.splice(at, 2, { ...one, text: `${one.text} ${two.text}`, from: [...one.from, ...two.from], touched: true })
      return
    }
  }

  /** Deletes a unit, but none of two equal ones side by side: nobody could tell which it was. */
  #delete(): void {
    let at = this.#pick(1)
    while (at >= 0 && [at - 1, at + 1].some((next) => this.#drafts[next]?.text === this.#drafts[at]!.text)) at = this.#pick(1)
    if (at >= 0) this.#drafts.splice(at, 1)
  }

  #changeRows(operation: 'delete-row' | 'insert-row'): void {
    const rows = this.#drafts.flatMap((draft, at) =>
      draft.kind === 'table-cell' && /^(Yes|No)$/.test(this.#drafts[at + 1]?.text ?? '') && this.#drafts[at + 3]?.kind === 'table-cell' && !/^(Yes|No|\d+)$/.test(draft.text)
        ? [at]
        : [],
    )
    const at = rows[this.#writer.below(rows.length)]
    if (at === undefined) return
    if (operation === 'delete-row') this.#drafts.splice(at, 4)
    else this.#drafts.splice(at, 0, ...this.#writer.row().map((cell) => this.#added('table-cell', cell)))
  }

  #added(kind: AlignableUnit['kind'], text: string): Draft {
    return { text, kind, level: 0, path: [], key: null, from: [], touched: true }
  }

  result(): ChangedDocument {
    const [truth, touched] = [new Set<string>(), new Set<string>()]
    const left = new Set(this.#before.keys())
    this.#drafts.forEach((draft, at) => {
      const pieces = draft.split === undefined ? [at] : this.#drafts.flatMap(({ split }, place) => (split === draft.split ? [place] : []))
      const name = linkName(draft.from, pieces)
      truth.add(name)
      if (draft.touched) touched.add(name)
      for (const old of draft.from) left.delete(old)
    })
    for (const old of left) for (const set of [truth, touched]) set.add(linkName([old], []))
    let path: string[] = []
    const after = this.#drafts.map(({ text, kind, level, key }): AlignableUnit => {
      const unit = { text, kind, level, key, path: kind === 'heading' ? [] : path }
      if (kind === 'heading') path = [text]
      return unit
    })
    return { before: this.#before, after, truth, touched }
  }
}
