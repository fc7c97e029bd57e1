import type { UnitKind } from '../document/unit.js'

/** What alignment looks at in a unit. */
export interface AlignableUnit {
  text: string
  kind: UnitKind
  level: number
  path: readonly string[]
  key: string | null
}

export type LinkKind = 'same' | 'edited' | 'moved' | 'split' | 'merged' | 'added' | 'removed'

/** How units of the old version (indexes) became units of the new: `old` is empty where added, `new` where removed, longer where merged or split. */
export interface Link {
  kind: LinkKind
  old: number[]
  new: number[]
  /** 0…1 over words; 1 where nothing but white space changed. A moved unit that was edited too is `moved` with less than 1. */
  similarity: number
}
