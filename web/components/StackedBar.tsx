import { useTranslation } from 'react-i18next'
import { type Status, statuses } from '../../server/workflow/status.js'
import { useFormat } from '../i18n/format.js'
import styles from './StackedBar.module.css'

export type Counts = Record<Status, { units: number; words: number }>

/** Done first, as a bar fills. */
const order: readonly Status[] = [...statuses].reverse()

export const totalUnits = (counts: Counts): number => statuses.reduce((sum, status) => sum + counts[status].units, 0)
/** Source words that still wait for a translator. */
export const wordsLeft = (counts: Counts): number => counts.missing.words + counts.stale.words + counts.rejected.words

export function addCounts(all: readonly Counts[]): Counts {
  const sum = (status: Status) => ({ units: all.reduce((n, c) => n + c[status].units, 0), words: all.reduce((n, c) => n + c[status].words, 0) })
  return { missing: sum('missing'), stale: sum('stale'), rejected: sum('rejected'), translated: sum('translated'), approved: sum('approved') }
}

/** "3 approved, 2 stale": what a bar shows, in words. */
export function useCountsText(): (counts: Counts) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (counts) => {
    const parts = order.filter((status) => counts[status].units > 0).map((status) => t('progress.part', { status: t(`status.${status}`), count: counts[status].units }))
    return parts.length ? format.list(parts) : t('progress.none')
  }
}

/** Units by status as one bar; patterns and the words it is named with say the same as its colours. */
export function StackedBar({ counts, label }: { counts: Counts; label?: string }) {
  const countsText = useCountsText()
  const total = totalUnits(counts)
  const text = countsText(counts)
  return (
    <span className={styles.bar} role="img" aria-label={label ? `${label}: ${text}` : text} title={text}>
      {order.map((status) =>
        counts[status].units > 0 ? <span key={status} className={`${styles.part} ${styles[status]}`} style={{ inlineSize: `${(counts[status].units / total) * 100}%` }} /> : null,
      )}
    </span>
  )
}
