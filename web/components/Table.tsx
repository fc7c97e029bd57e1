import type { ReactNode } from 'react'
import styles from './Table.module.css'

/** A cell of figures or of what can be done, at the end of its row. */
export const numberCell = styles.number
/** A second line in a cell. */
export const asideText = styles.aside

/** A plain table that scrolls inside itself where the page is narrow. `caption` names it for those who listen. */
export function Table({ caption, head, children, className }: { caption: string; head: ReactNode; children: ReactNode; className?: string }) {
  return (
    <div className={`${styles.scroll} ${className ?? ''}`} role="region" aria-label={caption} tabIndex={0}>
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
