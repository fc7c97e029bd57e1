import type { AnswerOf } from '../../server/contract/index.js'
import type { FallbackReason } from '../../server/contract/preview.js'
import type { UnitRow } from '../../server/contract/unit.js'
import { unitKinds, type UnitKind } from '../../server/document/unit.js'
import { statuses, type Status } from '../../server/workflow/status.js'
import { Cell } from './cell.js'

export type OutlineAnswer = AnswerOf<'GET /documents/:document/locales/:locale'>

/** How a save of a unit stands that the server has not confirmed: on its way, waiting for the connection, or in need of the translator. */
export type Saving = 'sending' | 'waiting' | 'conflict' | 'refused'

/** What the list knows of a unit. Never changed in place: a change makes a new one, so that comparing by identity is enough. */
export interface Entry {
  readonly id: number
  /** In document order, from 0. */
  readonly position: number
  readonly status: Status
  readonly kind: UnitKind
  readonly level: number
  /** Length of the source, for guessing the height of a row that was never shown. */
  readonly characters: number
  /** Open ones. */
  readonly comments: number
  /** Null until its texts are loaded. */
  readonly row: UnitRow | null
  /** Whether this browser keeps an unsaved text of it. */
  readonly draft: boolean
  readonly saving: Saving | null
  /** Why exports leave the translation out, as far as that was looked at. */
  readonly fallback: FallbackReason | null
}

/** Whether checks found anything in its translation. */
export const isWarned = ({ row }: Entry): boolean => row !== null && row.findings.length > 0

export type Counts = Readonly<Record<Status, number>>

/**
 * All units of a document in a language, watched one by one: a change of one unit tells only those who watch that unit
 * (and those who watch the counts, if its status changed), so a list of ten thousand renders one row.
 */
export class Outline {
  readonly ids: readonly number[]
  readonly counts: Cell<Counts>
  /** Units whose translation checks found something in, of those that are loaded. */
  readonly warned = new Cell(0)
  /** How many translations exports leave out. */
  readonly fallbacks = new Cell(0)
  readonly #entries: Entry[]
  readonly #positions: ReadonlyMap<number, number>
  readonly #watchers = new Map<number, Set<() => void>>()

  constructor(units: OutlineAnswer['units']) {
    this.ids = units.id
    this.#positions = new Map(units.id.map((id, position) => [id, position]))
    this.#entries = units.id.map((id, position) => ({
      id,
      position,
      status: statuses[units.status[position] ?? 0] ?? 'missing',
      kind: unitKinds[units.kind[position] ?? 1] ?? 'paragraph',
      level: units.level[position] ?? 0,
      characters: units.characters[position] ?? 0,
      comments: units.comments[position] ?? 0,
      row: null,
      draft: false,
      saving: null,
      fallback: null,
    }))
    this.counts = new Cell(this.#count())
  }

  get size(): number {
    return this.ids.length
  }

  get entries(): readonly Entry[] {
    return this.#entries
  }

  has(id: number): boolean {
    return this.#positions.has(id)
  }

  at(position: number): Entry | undefined {
    return this.#entries[position]
  }

  entry(id: number): Entry | undefined {
    const position = this.#positions.get(id)
    return position === undefined ? undefined : this.#entries[position]
  }

  /** Takes over what the server says of units. Those of another document are passed over. */
  receive(rows: readonly UnitRow[]): void {
    for (const row of rows) this.#change(row.unitId, { row, status: row.target.status, comments: row.comments })
    this.#recount()
  }

  /** Shows a save as if it had been confirmed already. */
  expect(id: number, text: string, status: Status): void {
    const row = this.entry(id)?.row
    if (!row) return
    this.#change(id, { status, row: { ...row, target: { ...row.target, text, status }, stale: null, rejection: null } })
    this.#recount()
  }

  mark(id: number, mark: Partial<Pick<Entry, 'draft' | 'saving' | 'comments' | 'fallback'>>): void {
    this.#change(id, mark)
    if ('fallback' in mark) this.fallbacks.set(this.#entries.filter(({ fallback }) => fallback !== null).length)
  }

  /** Watches one unit; returns how to stop. */
  watch(id: number, listener: () => void): () => void {
    const watchers = this.#watchers.get(id) ?? new Set()
    this.#watchers.set(id, watchers.add(listener))
    return () => {
      watchers.delete(listener)
      if (watchers.size === 0) this.#watchers.delete(id)
    }
  }

  /** Resolves when the texts of all these units are there. */
  async loaded(ids: readonly number[]): Promise<void> {
    for (const id of ids)
      while (this.entry(id)?.row === null)
        await new Promise<void>((resolve) => {
          const unwatch = this.watch(id, () => {
            unwatch()
            resolve()
          })
        })
  }

  #change(id: number, change: Partial<Entry>): void {
    const position = this.#positions.get(id)
    if (position === undefined) return
    const before = this.#entries[position] as Entry
    const keys = Object.keys(change) as (keyof Entry)[]
    if (keys.every((key) => Object.is(before[key], change[key]))) return
    this.#entries[position] = { ...before, ...change }
    for (const listener of [...(this.#watchers.get(id) ?? [])]) listener()
  }

  #recount(): void {
    const before = this.counts.get()
    const after = this.#count()
    if (statuses.some((status) => before[status] !== after[status])) this.counts.set(after)
    this.warned.set(this.#entries.reduce((sum, entry) => sum + (isWarned(entry) ? 1 : 0), 0))
  }

  #count(): Counts {
    const counts: Record<Status, number> = { missing: 0, stale: 0, rejected: 0, translated: 0, approved: 0 }
    for (const entry of this.#entries) counts[entry.status]++
    return counts
  }
}
