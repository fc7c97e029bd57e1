import { Cell } from './cell.js'
import { everything, type Filter, visibleUnits } from './filter.js'
import { type Direction, isWork, neighbour, nextNeeding, type Purpose } from './nextUnit.js'
import type { Outline } from './outline.js'

const none: ReadonlySet<number> = new Set()

/** What of the outline is shown, where one is in it, and what is selected for a verdict on many. */
export class ListView {
  readonly outline: Outline
  readonly filter = new Cell<Filter>(everything)
  /** Units that are shown, in document order. */
  readonly visible: Cell<readonly number[]>
  /** The unit that is open. */
  readonly active = new Cell<number | null>(null)
  readonly selected = new Cell<ReadonlySet<number>>(none)
  readonly #may: { translate: boolean; review: boolean }
  #anchor: number | null = null
  #head: number | null = null

  constructor(outline: Outline, may: { translate: boolean; review: boolean }) {
    this.outline = outline
    this.#may = may
    this.visible = new Cell<readonly number[]>(outline.ids)
  }

  /** A new filter starts afresh: what was kept in view after it was finished goes now. */
  show(filter: Filter): void {
    if (filter.status === this.filter.get().status && filter.q === this.filter.get().q) return
    this.filter.set(filter)
    this.visible.set(filter.status === null && !filter.q.trim() ? this.outline.ids : visibleUnits(this.outline.entries, filter))
    this.clearSelection()
  }

  /** Texts came in: the search finds more; nothing that is shown goes. */
  refresh(): void {
    const filter = this.filter.get()
    if (filter.status === null && !filter.q.trim()) return
    const shown = visibleUnits(this.outline.entries, filter, new Set(this.visible.get()))
    if (shown.length !== this.visible.get().length) this.visible.set(shown)
  }

  /** Makes sure that a unit is shown, if need be among those that the filter finds. */
  include(id: number): void {
    if (this.visible.get().includes(id) || !this.outline.has(id)) return
    this.visible.set(visibleUnits(this.outline.entries, this.filter.get(), new Set([...this.visible.get(), id])))
  }

  neighbour(direction: Direction): number | null {
    return neighbour(this.visible.get(), this.active.get(), direction)
  }

  nextWork(direction: Direction, purpose: Purpose): number | null {
    return nextNeeding(this.visible.get(), this.active.get(), direction, (id) => {
      const entry = this.outline.entry(id)
      return entry !== undefined && isWork(entry.status, purpose, this.filter.get(), this.#may)
    })
  }

  /** Where to begin: the first unit with work, else the first. */
  firstWork(): number | null {
    return nextNeeding(this.visible.get(), null, 1, (id) => isWork(this.outline.entry(id)?.status ?? 'approved', 'either', everything, this.#may)) ?? this.visible.get()[0] ?? null
  }

  /** Makes the selection one unit longer or shorter at its moving end; answers that end. */
  extend(direction: Direction): number | null {
    const from = this.#head ?? this.active.get()
    const to = neighbour(this.visible.get(), from, direction)
    if (from === null || to === null) return null
    this.selectTo(to)
    return to
  }

  /** Selects from where the selection began (the open unit) to this one. */
  selectTo(id: number): void {
    this.#anchor ??= this.active.get() ?? id
    this.#head = id
    const visible = this.visible.get()
    const [a, b] = [visible.indexOf(this.#anchor), visible.indexOf(id)]
    if (a === -1 || b === -1) return
    this.selected.set(new Set(visible.slice(Math.min(a, b), Math.max(a, b) + 1)))
  }

  selectAll(): void {
    this.selected.set(new Set(this.visible.get()))
  }

  clearSelection(): void {
    this.#anchor = null
    this.#head = null
    this.selected.set(none)
  }
}
