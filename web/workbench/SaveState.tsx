import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.js'
import { useDesk } from './desk.js'
import { AlertIcon, SendingIcon, WaitingIcon } from './icons.js'
import styles from './SaveState.module.css'
import { useCell } from './useCell.js'

/** How one's saves stand: on their way, waiting for the connection, or when the last one arrived. */
export function SaveState() {
  const { t } = useTranslation()
  const format = useFormat()
  const { bench } = useDesk()
  const queue = useCell(bench.queue.state)
  const savedAt = useCell(bench.savedAt)
  const keeps = useCell(bench.keeps)
  if (!keeps) {
    return (
      <p className={`${styles.state} ${styles.alert}`} role="alert">
        <AlertIcon aria-hidden="true" />
        {t('workbench.state.cannotKeep')}
      </p>
    )
  }
  if (queue.waiting > 0 && queue.unreachable) {
    return (
      <p className={`${styles.state} ${styles.alert}`} role="status">
        <WaitingIcon aria-hidden="true" />
        {t('workbench.state.waiting', { count: queue.waiting })}
      </p>
    )
  }
  if (queue.waiting > 0) {
    return (
      <p className={styles.state}>
        <SendingIcon aria-hidden="true" />
        {t('workbench.state.sending')}
      </p>
    )
  }
  return <p className={styles.state}>{savedAt ? t('workbench.state.saved', { time: format.clock(savedAt) }) : null}</p>
}
