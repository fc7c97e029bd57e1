import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../api/queries.js'
import { AppHeader } from '../components/AppHeader.js'
import { useArrival } from '../components/PageShell.js'
import { Skeleton } from '../components/Skeleton.js'
import { ErrorState } from '../components/States.js'
import { useFormat } from '../i18n/format.js'
import type { Stand } from '../workbench/desk.js'
import { readSearch } from '../workbench/useAddress.js'
import { useOutline } from '../workbench/useOutline.js'
import { WorkbenchDesk } from '../workbench/WorkbenchDesk.js'
import styles from '../workbench/WorkbenchDesk.module.css'

/** Room for a third crumb. */
const room = window.matchMedia('(min-width: 40rem)')
const watchRoom = (watcher: () => void): (() => void) => {
  room.addEventListener('change', watcher)
  return () => room.removeEventListener('change', watcher)
}

/** A document in a language: where translators and reviewers work. */
export default function WorkbenchPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { project, document, locale } = useParams({ from: '/signed-in/$project/$document/$locale' })
  const search = readSearch(useSearch({ strict: false }))
  const { data: session } = useQuery(sessionQuery)
  const outline = useOutline(Number(document), locale)
  const about = outline.answer
  const name = about?.title ?? about?.path ?? t('workbench.title')
  const title = t('workbench.titleOf', { document: name, language: format.language(locale) })
  const heading = useArrival(title)
  const roomy = useSyncExternalStore(watchRoom, () => room.matches)
  const stand = useRef<Stand | null>(null)
  const accountId = useLasting(session?.account?.id)
  return (
    <div className={styles.page}>
      <AppHeader
        crumbs={[
          { label: about?.projectName ?? project, to: '/$project', params: { project } },
          { label: <bdi>{name}</bdi>, to: '/$project/$document', params: { project, document } },
          ...(roomy ? [{ label: format.language(locale), to: '/$project/$document/$locale', params: { project, document, locale } } as const] : []),
        ]}
      />
      <main id="main" tabIndex={-1} className={styles.main}>
        <h1 ref={heading} tabIndex={-1} className="heard">
          {title}
        </h1>
        {about && accountId !== undefined ? (
          <WorkbenchDesk
            key={`${accountId} ${about.documentId} ${about.locale} ${outline.turn}`}
            answer={about}
            accountId={accountId}
            search={search}
            stand={stand}
            onReload={outline.reload}
          />
        ) : outline.error ? (
          <ErrorState error={outline.error} onRetry={outline.reload} />
        ) : (
          <div className={styles.loading}>
            <Skeleton lines={12} />
          </div>
        )}
      </main>
    </div>
  )
}

/** The last value that there was: who signs in again over the page finds everything as it stood. */
function useLasting<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value)
  if (value !== undefined && value !== last) setLast(value)
  return value ?? last
}
