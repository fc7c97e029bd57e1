import type { UnitRow } from '../../server/contract/unit.js'
import type { Status } from '../../server/workflow/status.js'
import { Cell } from './cell.js'
import { type Draft, type Place, Shelf, type TextStorage } from './drafts.js'
import { baseOf, type DraftKeeper, Editing } from './editing.js'
import { ListView } from './listView.js'
import type { Direction, Purpose } from './nextUnit.js'
import { Outline, type OutlineAnswer } from './outline.js'
import type { Judged, Notice, Saved, Server, VerdictKind } from './ports.js'
import { type Outcome, type Save, SaveQueue } from './saveQueue.js'
import { WindowLoader } from './windows.js'

export interface WorkbenchOptions {
  answer: OutlineAnswer
  place: Place
  server: Server
  storage: TextStorage
  pause(milliseconds: number): Promise<void>
}

/** The server takes so many verdicts in a request. */
const verdictsAtOnce = 1000

/** One document in one language on the desk of one person: everything that the page shows and does, without the page. */
export class Workbench {
  readonly about: OutlineAnswer
  readonly outline: Outline
  readonly view: ListView
  readonly queue: SaveQueue
  /** Null where nothing is open or its texts are not there yet. */
  readonly editing = new Cell<Editing | null>(null)
  /** Counts up when the editor's text was replaced from outside the editor. */
  readonly replaced = new Cell(0)
  readonly notice = new Cell<Notice | null>(null)
  /** When the last save was confirmed; UTC, ISO 8601. */
  readonly savedAt = new Cell<string | null>(null)
  /** Whether drafts can be kept in this browser. */
  readonly keeps = new Cell(true)
  /** Number of a source revision that was published since this page was loaded. */
  readonly newRevision = new Cell<number | null>(null)
  readonly drafts: Shelf<Draft>
  /** Comments that are being written: by unit, replies by the negative id of what they answer. */
  readonly comments: Shelf<string>
  readonly #server: Server
  readonly #refusals = new Map<number, string>()
  readonly #before = new Map<number, UnitRow>()
  readonly #pause: (milliseconds: number) => Promise<void>
  #loader: WindowLoader
  #unsubscribe = () => {}
  /** Until it is started, as after it was stopped, it asks the server nothing. */
  #stopped = true
  /** First and last position on the screen. */
  #looked: [number, number] = [0, 0]

  constructor(options: WorkbenchOptions) {
    const { answer, place, server, storage } = options
    this.about = answer
    this.#server = server
    this.#pause = options.pause
    this.outline = new Outline(answer.units)
    this.view = new ListView(this.outline, answer.may)
    this.drafts = new Shelf<Draft>(storage, 'draft', place)
    this.comments = new Shelf<string>(storage, 'comment', place)
    this.queue = new SaveQueue({
      shelf: new Shelf<Save>(storage, 'save', place),
      send: (unitId, save) => server.save(unitId, save),
      settled: (unitId, save, outcome) => this.#settled(unitId, save, outcome),
      pause: options.pause,
    })
    this.#loader = this.#loadTexts()
    for (const id of this.drafts.units()) this.outline.mark(id, { draft: true })
  }

  start(): void {
    const mark = () => {
      for (const id of this.queue.units()) this.outline.mark(id, { saving: this.queue.state.get().unreachable ? 'waiting' : 'sending' })
    }
    mark()
    this.#unsubscribe = this.queue.state.subscribe(mark)
    this.queue.start()
    if (this.#stopped) this.#loader = this.#loadTexts()
    this.#stopped = false
    this.#loader.look(...this.#looked)
  }

  stop(): void {
    this.#stopped = true
    this.#unsubscribe()
    this.#loader.stop()
    this.queue.stop()
  }

  /** Which positions of the list are on the screen: their texts come first. */
  look(first: number, last: number): void {
    const visible = this.view.visible.get()
    const position = (index: number) => this.outline.entry(visible[index] ?? -1)?.position ?? 0
    this.#looked = [position(first), position(Math.min(last, visible.length - 1))]
    if (!this.#stopped) this.#loader.look(...this.#looked)
  }

  /** Asks for everything again, because changes may have been missed while the connection was lost. */
  reload(): void {
    this.#loader.stop()
    this.#loader = this.#loadTexts()
    this.#loader.look(...this.#looked)
  }

  /** Rows as the server has them now, whoever changed them. A unit whose save is on its way keeps what was written. */
  receive(rows: readonly UnitRow[]): void {
    this.outline.receive(rows)
    for (const row of rows) {
      const save = this.queue.get(row.unitId)
      if (!save) continue
      this.#before.set(row.unitId, row)
      this.#expect(row, save)
    }
    const open = this.editing.get()
    const own = open && rows.find((row) => row.unitId === open.unitId && !this.queue.get(row.unitId))
    if (own && open.receive(own)) this.replaced.set(this.replaced.get() + 1)
    this.#openEditor()
    this.view.refresh()
  }

  /** Opens a unit; whatever was written in the one before is a draft already. */
  open(id: number | null): void {
    if (id !== null && !this.outline.has(id)) return
    if (id !== null) this.view.include(id)
    this.view.active.set(id)
    this.#openEditor()
  }

  /** Why the last save of a unit was refused. */
  refusalOf(id: number): string | null {
    return this.#refusals.get(id) ?? null
  }

  /** Saves what is written in the open unit. Where it cannot be saved (`declined`), why is said. A stale text that nobody changed counts as written for the new source. */
  save(): Saved {
    const open = this.editing.get()
    const row = open && this.outline.entry(open.unitId)?.row
    if (!open || !row || !this.about.may.translate) return { type: 'unchanged' }
    if (!open.dirty.get() && row.target.status !== 'stale') return { type: 'unchanged' }
    if (open.clash.get()) return this.#decline('workbench.said.clash')
    if (open.text.trim() === '') return this.#decline('workbench.said.empty')
    const [fault] = open.faults.get()
    if (fault) return this.#decline('workbench.said.codes', { code: fault.code, problem: fault.type })
    const save: Save = { ...open.base, text: open.text, ...(open.isRepair && { repair: true }), queuedAt: new Date().toISOString() }
    this.#before.set(row.unitId, this.#before.get(row.unitId) ?? row)
    this.#refusals.delete(row.unitId)
    const { kept, outcome } = this.queue.add(row.unitId, save)
    this.keeps.set(kept)
    this.drafts.remove(row.unitId)
    this.outline.mark(row.unitId, { draft: false })
    this.#expect(row, save)
    open.confirm(this.outline.entry(row.unitId)?.row ?? row)
    return { type: 'queued', outcome }
  }

  async stillValid(): Promise<boolean> {
    const id = this.view.active.get()
    const row = id === null ? null : this.outline.entry(id)?.row
    if (!row || row.target.status !== 'stale' || !this.about.may.translate) return false
    if (this.editing.get()?.dirty.get()) {
      this.#decline('workbench.said.editedNotValid')
      return false
    }
    return this.#attempt(async () => {
      this.receive([await this.#server.stillValid(row.unitId, baseOf(row))])
      this.#saved()
      this.say('workbench.said.stillValid')
      return true
    })
  }

  /** Approves or rejects these, as soon as their texts are there; each is judged alone, refusals are said. Units without a translation are passed over. */
  async judge(kind: VerdictKind, ids: Iterable<number>, note = ''): Promise<boolean> {
    const chosen = [...ids]
    await this.outline.loaded(chosen)
    const items = chosen.flatMap((unitId) => {
      const target = this.outline.entry(unitId)?.row?.target
      return target?.translationId && target.status !== 'stale' ? [{ unitId, translationId: target.translationId }] : []
    })
    if (items.length === 0) {
      this.say('workbench.said.nothingToJudge', {}, true)
      return false
    }
    return this.#attempt(async () => {
      const { rows, refused } = await this.#judgeAll(kind, note, items)
      this.receive(rows)
      const done = items.length - refused.length
      if (refused.length > 0) this.say('workbench.said.partlyJudged', { done, refused: refused.length, why: refused[0]?.message ?? '' }, true)
      else this.say(kind === 'approve' ? 'workbench.said.approved' : 'workbench.said.rejected', { count: done }, done > 1)
      return done > 0
    })
  }

  /** To the next unit that needs work; says so where none is left. */
  goOn(purpose: Purpose, direction: Direction = 1): void {
    const next = this.view.nextWork(direction, purpose)
    if (next === null) this.say('workbench.said.nothingLeft', {}, true)
    else this.open(next)
  }

  /** The open unit's text goes back to what is saved. */
  revert(): boolean {
    const open = this.editing.get()
    if (!open?.dirty.get()) return false
    open.revert()
    this.replaced.set(this.replaced.get() + 1)
    this.say('workbench.said.reverted')
    return true
  }

  say(text: string, values: Record<string, unknown> = {}, loud = false): void {
    this.notice.set({ text, values, loud })
  }

  #decline(text: string, values: Record<string, unknown> = {}): Saved {
    this.say(text, values, true)
    return { type: 'declined' }
  }

  async #judgeAll(kind: VerdictKind, note: string, items: { unitId: number; translationId: number }[]): Promise<Judged> {
    const parts: Judged[] = []
    for (let from = 0; from < items.length; from += verdictsAtOnce) parts.push(await this.#server.judge(kind, note, items.slice(from, from + verdictsAtOnce)))
    return { rows: parts.flatMap((part) => part.rows), refused: parts.flatMap((part) => part.refused) }
  }

  /** Says why, where the server refuses. */
  async #attempt(work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await work()
    } catch (error) {
      this.say('workbench.said.failed', { why: this.#server.refusalText(error) }, true)
      return false
    }
  }

  /** The state to show until the server answers. */
  #expect(row: UnitRow, save: Save): void {
    const status: Status = save.wordingId !== row.wordingId ? 'stale' : this.about.approvalsRequired === 0 ? 'approved' : 'translated'
    this.outline.expect(row.unitId, save.text, status)
    this.outline.mark(row.unitId, { saving: this.queue.state.get().unreachable ? 'waiting' : 'sending' })
  }

  #openEditor(): void {
    const id = this.view.active.get()
    if (this.editing.get()?.unitId === id) return
    const row = id === null ? null : this.outline.entry(id)?.row
    if (id === null || !row) return this.editing.set(null)
    const drafts: DraftKeeper = {
      keep: (draft) => {
        this.keeps.set(this.drafts.put(id, draft))
        this.outline.mark(id, { draft: true })
      },
      drop: () => {
        this.drafts.remove(id)
        this.outline.mark(id, { draft: false, saving: this.queue.get(id) ? 'sending' : null })
      },
    }
    this.editing.set(new Editing(row, this.drafts.get(id), drafts, this.about.checks))
  }

  #settled(unitId: number, save: Save, outcome: Outcome): void {
    const before = this.#before.get(unitId)
    this.#before.delete(unitId)
    this.outline.mark(unitId, { saving: outcome.type === 'saved' || outcome.type === 'unreachable' ? null : outcome.type })
    if (outcome.type === 'saved') return this.#confirmed(unitId, outcome.row)
    const draft = this.drafts.get(unitId) ?? { text: save.text, wordingId: save.wordingId, source: save.source, version: save.version, keptAt: save.queuedAt }
    this.keeps.set(this.drafts.put(unitId, draft))
    this.outline.mark(unitId, { draft: true })
    if (outcome.type === 'refused') this.#refusals.set(unitId, this.#server.refusalText(outcome.error))
    const open = this.editing.get()
    if (open?.unitId === unitId) this.editing.set(null)
    this.outline.receive(outcome.type === 'conflict' ? [outcome.row] : before ? [before] : [])
    this.#openEditor()
    const number = (this.outline.entry(unitId)?.position ?? 0) + 1
    if (outcome.type === 'conflict') this.say('workbench.said.conflict', { number }, true)
    else this.say('workbench.said.refused', { number }, true)
  }

  #confirmed(unitId: number, row: UnitRow): void {
    this.outline.receive([row])
    const open = this.editing.get()
    const later = this.drafts.get(unitId)
    if (open?.unitId === unitId) open.confirm(row)
    else if (later) this.drafts.put(unitId, { ...later, ...baseOf(row) })
    this.#saved()
    this.say('workbench.said.saved')
  }

  #saved(): void {
    this.savedAt.set(new Date().toISOString())
  }

  #loadTexts(): WindowLoader {
    return new WindowLoader(this.outline.size, async (window) => this.receive(await this.#server.units(window)), this.#pause)
  }
}
