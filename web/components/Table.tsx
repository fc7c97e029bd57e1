import type { ReactNode } from 'react'
import styles from './Table.module.css'

/** A cell of figures or of what can be done, at the end of its row. */
export const numberCell = styles.number
/** A second line in a cell. */
export const asideText = styles.aside

interface TableProps {
  /** Names the table for those who listen. */
  caption: string
  head: ReactNode
  children: ReactNode
  /** On a narrow page each row becomes an entry of a list, and a cell says its head by `data-head`; without it the table scrolls inside itself. */
  foldable?: boolean
  className?: string
}

export function Table({ caption, head, children, foldable, className }: TableProps) {
  return (
    <div className={`${styles.scroll} ${foldable ? styles.foldable : ''} ${className ?? ''}`} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="heard">{caption}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
