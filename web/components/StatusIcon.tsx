import { useTranslation } from 'react-i18next'
import type { Status } from '../../server/workflow/status.js'
import styles from './StatusIcon.module.css'

/** A status, or `draft`: typed in this browser and not saved yet. */
export type ShownStatus = Status | 'draft'

const shapes: Record<ShownStatus, React.ReactNode> = {
  missing: <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  draft: (
    <>
      <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.5 1.6" />
      <path d="M8 8V2.75A5.25 5.25 0 0 1 13.25 8z" fill="currentColor" />
    </>
  ),
  translated: (
    <>
      <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" />
    </>
  ),
  approved: (
    <>
      <circle cx="8" cy="8" r="6" fill="currentColor" />
      <path d="M5.25 8.25 7.25 10.25 10.9 6" fill="none" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  stale: <path d="M8 2 14.5 13.5h-13z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  rejected: <path d="M4 4l8 8M12 4l-8 8" fill="none" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" />,
}

/** The shape and colour of a status, the same everywhere. Named for those who listen unless its word stands beside it (`decorative`). */
export function StatusIcon({ status, decorative = false }: { status: ShownStatus; decorative?: boolean }) {
  const { t } = useTranslation()
  const named = decorative ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': t(`status.${status}`) }
  return (
    <svg className={`${styles.icon} ${styles[status]}`} viewBox="0 0 16 16" {...named}>
      {decorative ? null : <title>{t(`status.${status}`)}</title>}
      {shapes[status]}
    </svg>
  )
}

/** Shape and word together. */
export function StatusLabel({ status }: { status: ShownStatus }) {
  const { t } = useTranslation()
  return (
    <span className={`${styles.label} ${styles[status]}`}>
      <StatusIcon status={status} decorative />
      {t(`status.${status}`)}
    </span>
  )
}
