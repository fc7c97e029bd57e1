import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiveEvents } from '../../server/contract/unit.js'
import { useLiveEvent } from '../api/live.js'
import { useFormat } from '../i18n/format.js'
import styles from './OperationProgress.module.css'

/** A name for one long request, by which its live events are known. */
export const nameOperation = (): string => crypto.randomUUID()

/** How far a long request is: what the server last said of it, as a bar and in words. */
export function OperationProgress({ operation }: { operation: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [last, setLast] = useState<LiveEvents['operation'] | null>(null)
  useLiveEvent('operation', (event) => {
    if (event.operation === operation) setLast(event)
  })
  const stages = { reading: t('operation.reading'), aligning: t('operation.aligning'), writing: t('operation.writing'), exporting: t('operation.exporting') }
  const share = last && last.total > 0 ? last.done / last.total : null
  return (
    <span className={styles.progress}>
      <progress className={styles.bar} max={1} value={share ?? undefined} aria-label={last ? stages[last.stage] : t('operation.sending')} />
      <span>
        {last ? stages[last.stage] : t('operation.sending')}
        {share === null ? null : ` ${format.percent(share)}`}
      </span>
    </span>
  )
}
