import { createContext, useContext } from 'react'
import type { EditorHandle } from '../editor/mountEditor.js'
import { Cell } from './cell.js'
import type { Workbench } from './workbench.js'

export const panelTabs = ['discussion', 'history', 'details'] as const
export type PanelTab = (typeof panelTabs)[number]

/** Where the open unit stood before the eyes, in pixels below the upper edge of the list: there it stays when the document is loaded anew. */
export interface Stand {
  unitId: number
  top: number
}

/** A unit that is to be split so far into its source (UTF-16), or joined with the next one. */
export type Recutting = { kind: 'split'; unitId: number; at: number } | { kind: 'join'; unitId: number }

/** The workbench and the parts of the page that belong to no document: what is open beside it, and the editor under the hands. */
export class Desk {
  readonly bench: Workbench
  readonly accountId: number
  readonly mac: boolean
  readonly panel: Cell<PanelTab | null>
  /** Units that a dialog asks about. */
  readonly rejecting = new Cell<readonly number[] | null>(null)
  /** The unit of which a dialog asks where to split it. */
  readonly splitting = new Cell<number | null>(null)
  /** Splits a unit or joins it with the next; answers why it was refused, or null. */
  readonly recut: { current: ((wish: Recutting) => Promise<string | null>) | null } = { current: null }
  readonly keySheet = new Cell(false)
  /** The open unit's editor, while there is one. */
  readonly editor: { current: EditorHandle | null } = { current: null }
  /** Outlives the desk. */
  readonly stand: { current: Stand | null }
  /** Whether the next editor takes the caret: not while somebody types a search. */
  takesFocus = true

  constructor(bench: Workbench, accountId: number, panel: PanelTab | null, stand: { current: Stand | null }) {
    this.bench = bench
    this.accountId = accountId
    this.panel = new Cell(panel)
    this.stand = stand
    this.mac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  }
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('There is no workbench around this component')
  return desk
}
