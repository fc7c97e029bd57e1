import type { FallbackReason } from '../../server/contract/preview.js'
import type { Workbench } from './workbench.js'

/** Who knows which translations exports leave out. */
export interface ExportJudge {
  /** Of the whole document. */
  all(): Promise<readonly { unitId: number; reason: FallbackReason }[]>
  one(unitId: number): Promise<FallbackReason | null>
}

/** Units that change within this time are looked at together, in ms; more than `few` of them by looking at the whole document. */
const pause = 300
const few = 10

/** Marks translations that exports would leave out. Nobody waits for it; where nobody can tell, marks stay as they are. */
export class Fallbacks {
  readonly #bench: Pick<Workbench, 'outline' | 'view' | 'say'>
  readonly #judge: ExportJudge
  #changed = new Set<number>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(bench: Pick<Workbench, 'outline' | 'view' | 'say'>, judge: ExportJudge) {
    this.#bench = bench
    this.#judge = judge
  }

  async lookAtAll(): Promise<void> {
    const found = await this.#judge.all().catch(() => null)
    if (!found) return
    const reasons = new Map(found.map(({ unitId, reason }) => [unitId, reason]))
    const { outline, view } = this.#bench
    for (const { id, fallback } of outline.entries) if (fallback !== (reasons.get(id) ?? null)) outline.mark(id, { fallback: reasons.get(id) ?? null })
    view.refresh()
  }

  /** A unit has another translation, or another status. */
  changed(unitId: number): void {
    this.#changed.add(unitId)
    this.#timer ??= setTimeout(() => void this.#look(), pause)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  async #look(): Promise<void> {
    this.#timer = undefined
    const units = [...this.#changed]
    this.#changed = new Set()
    if (units.length > few) return this.lookAtAll()
    const { outline, view } = this.#bench
    for (const id of units) {
      const before = outline.entry(id)?.fallback ?? null
      const fallback = await this.#judge.one(id).catch(() => before)
      outline.mark(id, { fallback })
      if (fallback && !before) this.#bench.say('workbench.said.fallback', { number: (outline.entry(id)?.position ?? 0) + 1 }, true)
    }
    view.refresh()
  }
}
