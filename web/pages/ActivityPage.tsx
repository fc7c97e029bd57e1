import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { activityQuery, projectQuery } from '../api/queries.js'
import { Button } from '../components/Button.js'
import { EventLine } from '../components/EventLine.js'
import { PageShell } from '../components/PageShell.js'
import { ProjectTabs } from '../components/ProjectTabs.js'
import { Skeleton } from '../components/Skeleton.js'
import { EmptyState, ErrorState } from '../components/States.js'

/** What happened in a project, newest first. */
export default function ActivityPage() {
  const { t } = useTranslation()
  const { project: slug } = useParams({ from: '/signed-in/$project/activity' })
  const project = useQuery(projectQuery(slug))
  return (
    <PageShell
      title={t('activity.title')}
      crumbs={[{ label: project.data?.name ?? slug, to: '/$project', params: { project: slug } }]}
      tabs={<ProjectTabs project={slug} manage={project.data?.may.manage ?? false} />}
    >
      <Events slug={slug} />
    </PageShell>
  )
}

function Events({ slug }: { slug: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(activityQuery(slug))
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Skeleton />
  const events = query.data.pages.flatMap((page) => page.events)
  if (events.length === 0) return <EmptyState title={t('activity.empty')} />
  return (
    <>
      <ol>
        {events.map((event) => (
          <EventLine key={event.id} event={event} project={slug} />
        ))}
      </ol>
      {query.hasNextPage ? (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('activity.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
