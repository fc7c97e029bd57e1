import type { ReactNode } from 'react'
import styles from './Table.module.css'

export const numberCell = styles.number

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
