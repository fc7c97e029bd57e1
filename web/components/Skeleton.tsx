import { useTranslation } from 'react-i18next'
import styles from './Skeleton.module.css'

/** Grey lines that keep the place of what is being loaded; they appear after 300 ms, so a quick answer never flickers. */
export function Skeleton({ lines = 6, heading = false }: { lines?: number; heading?: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={styles.skeleton} role="status">
      <span className="heard">{t('state.loading')}</span>
      {heading ? <span className={`${styles.line} ${styles.heading}`} /> : null}
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} style={{ inlineSize: `${92 - ((index * 37) % 41)}%` }} />
      ))}
    </div>
  )
}
