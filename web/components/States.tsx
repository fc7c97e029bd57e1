import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isRefusal } from '../api/client.js'
import { Button, buttonClass } from './Button.js'
import { useRefusalText } from './refusalText.js'
import { Skeleton } from './Skeleton.js'
import styles from './States.module.css'

/** What a place says while there is nothing in it, and what to do about that. */
export function EmptyState({ title, children, action }: { title?: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.state}>
      {title ? <p className={styles.title}>{title}</p> : null}
      {children ? <div className={styles.words}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  )
}

/** A page or part that could not be shown: offline, forbidden, not there, refused, or broken; each says what can be done. `untitled` where the page's heading says it already. */
export function ErrorState({ error, onRetry, untitled = false }: { error: unknown; onRetry?: () => void; untitled?: boolean }) {
  const { t } = useTranslation()
  const refusalText = useRefusalText()
  const home = (
    <Link to="/" className={buttonClass()}>
      {t('action.home')}
    </Link>
  )
  const retry = onRetry ? <Button onClick={onRetry}>{t('action.retry')}</Button> : null
  const [title, action] = isRefusal(error, 'offline')
    ? [t('state.offline.title'), retry]
    : isRefusal(error, 'forbidden')
      ? [t('state.forbidden.title'), home]
      : isRefusal(error, 'not-found')
        ? [t('state.notFound.title'), home]
        : isRefusal(error) && error.code !== 'unexpected'
          ? [t('state.refused.title'), home]
          : [t('state.unexpected.title'), retry]
  return (
    <div role="alert">
      <EmptyState title={untitled ? undefined : title} action={action}>
        <p>{refusalText(error)}</p>
      </EmptyState>
    </div>
  )
}

/** The one place where a query becomes a page: its skeleton, its error, or its content. Content once shown stays while a later try fails. */
export function Loaded<T>({ query, skeleton, children }: { query: UseQueryResult<T>; skeleton?: ReactNode; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return skeleton ?? <Skeleton />
}

/** Something to know before going on; `tone` is told by a mark and a border, not by colour alone. */
export function Notice({ tone = 'info', children, action }: { tone?: 'info' | 'warning' | 'error' | 'done'; children: ReactNode; action?: ReactNode }) {
  const mark = { info: 'i', warning: '!', error: '✕', done: '✓' }[tone]
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'error' ? 'alert' : undefined}>
      <span className={styles.mark} aria-hidden="true">
        {mark}
      </span>
      <div className={styles.said}>{children}</div>
      {action}
    </div>
  )
}

/** A refused request above the form that it was made from. */
export function RefusalNotice({ error }: { error: unknown }) {
  const refusalText = useRefusalText()
  return error ? <Notice tone="error">{refusalText(error)}</Notice> : null
}
