import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Hunk } from '../../server/contract/preview.js'
import { differencesQuery } from '../api/queries.js'
import { Button } from '../components/Button.js'
import { EmptyState, ErrorState } from '../components/States.js'
import { Skeleton } from '../components/Skeleton.js'
import { useFormat } from '../i18n/format.js'
import styles from './ByteDiff.module.css'

interface Props {
  project: string
  document: number
  locale: string
  content: 'approved' | 'all'
}

/** Which bytes of the export are others than those of the source: slots, and what the format says of the language. */
export function ByteDiff(place: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useInfiniteQuery(differencesQuery(place.document, place.locale, place.content))
  const pages = query.data?.pages ?? []
  const [first] = pages
  if (!first) return query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton lines={8} />
  if (first.total === 0) return <EmptyState title={t('preview.bytes.none')} />
  return (
    <>
      <p>{t('preview.bytes.summary', { count: first.total, source: format.number(first.sourceBytes), export: format.number(first.exportBytes) })}</p>
      <ol className={styles.hunks}>{pages.flatMap(({ hunks }) => hunks.map((hunk) => <HunkItem key={`${hunk.part} ${hunk.start}`} hunk={hunk} place={place} />))}</ol>
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('preview.bytes.more')}
        </Button>
      ) : null}
    </>
  )
}

function HunkItem({ hunk, place: { project, document, locale } }: { hunk: Hunk; place: Props }) {
  const { t } = useTranslation()
  const { part, start, end, exportStart, exportEnd, before, after, unitId, position } = hunk
  return (
    <li className={styles.hunk}>
      <p className={styles.place}>
        <span dir="ltr">
          {part ? `${part} ` : ''}@@ {start}–{end} → {exportStart}–{exportEnd} @@
        </span>{' '}
        {unitId === null || position === null ? (
          t('preview.bytes.outside')
        ) : (
          <Link to="/$project/$document/$locale" params={{ project, document: String(document), locale }} search={{ unit: unitId }} preload={false}>
            {t('preview.unit', { number: position + 1 })}
          </Link>
        )}
      </p>
      <pre className={styles.bytes}>
        <del>{before}</del>
        <ins>{after}</ins>
      </pre>
    </li>
  )
}
