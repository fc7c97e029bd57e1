import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ActivityEvent } from '../../server/contract/project.js'
import { useFormat } from '../i18n/format.js'
import styles from './EventList.module.css'
import { RelativeTime } from './RelativeTime.js'

interface Run<E> {
  event: E
  count: number
}

const alike = (a: ActivityEvent, b: ActivityEvent): boolean =>
  a.kind === b.kind && a.unitId !== null && b.unitId !== null && a.actor?.id === b.actor?.id && a.documentId === b.documentId && a.locale === b.locale

/** Somebody's repeated work on one document is one line: the newest, and how often. */
function runsOf<E extends ActivityEvent>(events: readonly E[]): Run<E>[] {
  const runs: Run<E>[] = []
  for (const event of events) {
    const last = runs.at(-1)
    if (last && alike(last.event, event)) last.count++
    else runs.push({ event, count: 1 })
  }
  return runs
}

/** What happened, newest first: who, what, where, when. */
export function EventList<E extends ActivityEvent>({ events, projectOf }: { events: readonly E[]; projectOf: (event: E) => string }) {
  return (
    <ol>
      {runsOf(events).map(({ event, count }) => (
        <EventLine key={event.id} event={event} count={count} project={projectOf(event)} />
      ))}
    </ol>
  )
}

function EventLine({ event, count, project }: { event: ActivityEvent; count: number; project: string }) {
  const { t, i18n } = useTranslation()
  const key = `event.${event.kind}`
  return (
    <li className={styles.event}>
      <span className={styles.what}>
        <bdi className={styles.who}>{event.actor?.name ?? t('activity.system')}</bdi> {i18n.exists(key) ? t(key, event.payload) : event.kind}
        {count > 1 ? <span className={styles.count}> {t('activity.times', { count })}</span> : null}
        <Place event={event} project={project} />
      </span>
      <span className={styles.when}>
        <RelativeTime time={event.createdAt} />
      </span>
    </li>
  )
}

function Place({ event, project }: { event: ActivityEvent; project: string }) {
  const format = useFormat()
  if (event.documentId === null) return null
  const document = String(event.documentId)
  return (
    <>
      {' · '}
      {event.locale ? (
        <Link to="/$project/$document/$locale" params={{ project, document, locale: event.locale }} search={event.unitId ? { unit: event.unitId } : {}}>
          <bdi>{event.documentPath}</bdi> ({format.language(event.locale)})
        </Link>
      ) : (
        <Link to="/$project/$document" params={{ project, document }}>
          <bdi>{event.documentPath}</bdi>
        </Link>
      )}
    </>
  )
}
