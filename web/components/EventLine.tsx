import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ActivityEvent } from '../../server/contract/project.js'
import { useFormat } from '../i18n/format.js'
import styles from './EventLine.module.css'
import { RelativeTime } from './RelativeTime.js'

/** One line of what happened: who, what, where, when. */
export function EventLine({ event, project }: { event: ActivityEvent; project: string }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const key = `event.${event.kind}`
  const text = i18n.exists(key) ? t(key, event.payload) : event.kind
  const document = event.documentId === null ? null : String(event.documentId)
  return (
    <li className={styles.event}>
      <span className={styles.what}>
        <bdi className={styles.who}>{event.actor?.name ?? t('activity.system')}</bdi> {text}
        {document && event.locale ? (
          <>
            {' · '}
            <Link to="/$project/$document/$locale" params={{ project, document, locale: event.locale }} search={event.unitId ? { unit: event.unitId } : {}}>
              <bdi>{event.documentPath}</bdi>, {format.language(event.locale)}
            </Link>
          </>
        ) : document ? (
          <>
            {' · '}
            <Link to="/$project/$document" params={{ project, document }}>
              <bdi>{event.documentPath}</bdi>
            </Link>
          </>
        ) : null}
      </span>
      <span className={styles.when}>
        <RelativeTime time={event.createdAt} />
      </span>
    </li>
  )
}
