import type { Finding } from '../../server/checks/check.js'
import { findingsOf } from '../../server/checks/index.js'
import type { CheckSettings } from '../../server/checks/settings.js'
import type { UnitRow } from '../../server/contract/unit.js'
import { compareCodes, type CodeFault } from '../../server/document/codes.js'
import { Cell } from './cell.js'
import type { Base, Draft } from './drafts.js'

/** Why a text cannot be saved as it is: somebody saved another translation since, or the source has another wording now. */
export type Clash = 'target' | 'source'

/** What the open unit's editor starts from. */
export const baseOf = (row: UnitRow): Base => ({ wordingId: row.wordingId, source: row.source, version: row.target.version })

/** What stands between a text that was begun on `base` and saving it now. */
export function clashOf(base: Base, row: UnitRow, text: string): Clash | null {
  if (base.version !== row.target.version && row.target.text !== text) return 'target'
  return base.wordingId === row.wordingId ? null : 'source'
}

/** Where drafts go. */
export interface DraftKeeper {
  keep(draft: Draft): void
  drop(): void
}

/**
 * The text of the open unit while somebody writes it. Every keystroke is kept as a draft together with what it was begun on;
 * what others change meanwhile is taken over where nothing was written, and reported as a clash where something was.
 */
export class Editing {
  readonly unitId: number
  /** Differs from what is saved. */
  readonly dirty: Cell<boolean>
  readonly faults: Cell<readonly CodeFault[]>
  /** What checks find in it that does not keep it from being saved. */
  readonly warnings: Cell<readonly Finding[]>
  /** Whether it is a caption, shown for a time. */
  readonly timed: boolean
  readonly clash: Cell<Clash | null>
  /** When the draft that it went on from was kept; null where it started from what is saved. */
  readonly resumedFrom: string | null
  #text: string
  #repair: string | null = null
  #base: Base
  #row: UnitRow
  readonly #drafts: DraftKeeper
  readonly #checks: CheckSettings

  constructor(row: UnitRow, draft: Draft | null, drafts: DraftKeeper, checks: CheckSettings) {
    this.unitId = row.unitId
    this.timed = row.cue !== null
    this.#row = row
    this.#checks = checks
    this.#drafts = drafts
    this.#text = draft?.text ?? row.target.text
    this.#base = draft ? { wordingId: draft.wordingId, source: draft.source, version: draft.version } : baseOf(row)
    this.resumedFrom = draft && draft.text !== row.target.text ? draft.keptAt : null
    this.dirty = new Cell(this.#text !== row.target.text)
    this.clash = new Cell(draft ? clashOf(this.#base, row, this.#text) : null)
    this.faults = new Cell(this.#compare())
    this.warnings = new Cell(this.#check())
  }

  get text(): string {
    return this.#text
  }

  get base(): Base {
    return this.#base
  }

  /** Takes a proposed repair for its text. */
  repair(text: string): void {
    this.#repair = text
    this.type(text)
  }

  /** Whether the text is a repair as it was proposed. */
  get isRepair(): boolean {
    return this.#repair === this.#text
  }

  /** What a person wrote, now. */
  type(text: string): void {
    if (text === this.#text) return
    this.#text = text
    this.dirty.set(text !== this.#row.target.text)
    if (this.dirty.get()) this.#keep()
    else this.#drafts.drop()
    this.#refresh()
  }

  /** The unit changed: true where the editor must show `text` anew, because nothing had been written in it. */
  receive(row: UnitRow): boolean {
    const untouched = !this.dirty.get()
    this.#row = row
    if (untouched) this.#base = baseOf(row)
    const replaced = untouched && this.#text !== row.target.text
    if (replaced) this.#text = row.target.text
    this.dirty.set(this.#text !== row.target.text)
    this.#refresh()
    return replaced
  }

  /** The server confirmed a text of this editor: what was written since goes on from there. */
  confirm(row: UnitRow): void {
    this.#row = row
    this.#base = baseOf(row)
    this.dirty.set(this.#text !== row.target.text)
    if (this.dirty.get()) this.#keep()
    this.#refresh()
  }

  /** Goes on with this text over what the others did: saving will replace the translation, for the source as it is now. */
  rebase(): void {
    this.#base = baseOf(this.#row)
    if (this.dirty.get()) this.#keep()
    this.#refresh()
  }

  /** Back to what is saved. */
  revert(): void {
    this.#drafts.drop()
    this.#text = this.#row.target.text
    this.#base = baseOf(this.#row)
    this.dirty.set(false)
    this.#refresh()
  }

  #keep(): void {
    this.#drafts.keep({ ...this.#base, text: this.#text, keptAt: new Date().toISOString() })
  }

  #refresh(): void {
    this.clash.set(this.dirty.get() ? clashOf(this.#base, this.#row, this.#text) : null)
    setIfOther(this.faults, this.#compare())
    setIfOther(this.warnings, this.#check())
  }

  /** An empty text is no translation yet, so nothing is missing in it. */
  #compare(): readonly CodeFault[] {
    return this.#text.trim() === '' ? [] : compareCodes(this.#row.source, this.#text, this.#row.codes)
  }

  #check(): readonly Finding[] {
    return findingsOf({ ...this.#row, target: this.#text }, this.#checks).filter(({ severity }) => severity === 'warning')
  }
}

function setIfOther<T>(cell: Cell<T>, value: T): void {
  if (JSON.stringify(value) !== JSON.stringify(cell.get())) cell.set(value)
}
