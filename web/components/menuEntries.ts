import type { ReactNode } from 'react'

export interface MenuEntry {
  id: string
  label: ReactNode
  /** For finding it by typing, where the label is not plain text. */
  text?: string
  /** Marks the one that is in force. */
  selected?: boolean
  lang?: string
  onAction?: () => void
  href?: string
  download?: boolean
}
export interface MenuGroup {
  id: string
  title?: ReactNode
  entries: readonly MenuEntry[]
}
