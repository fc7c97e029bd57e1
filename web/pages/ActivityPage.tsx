import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { activityQuery, projectQuery } from '../api/queries.js'
import { Button } from '../components/Button.js'
import { EventList } from '../components/EventList.js'
import { PageShell, Section } from '../components/PageShell.js'
import { ProjectTabs } from '../components/ProjectTabs.js'
import { Skeleton } from '../components/Skeleton.js'
import { EmptyState, ErrorState } from '../components/States.js'
import { useFormat } from '../i18n/format.js'

/** What happened in a project, newest first, day by day. */
export default function ActivityPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { project: slug } = useParams({ from: '/signed-in/$project/activity' })
  const project = useQuery(projectQuery(slug))
  const activity = useInfiniteQuery(activityQuery(slug))
  const events = activity.data?.pages.flatMap((page) => page.events) ?? []
  const days = Map.groupBy(events, (event) => format.date(event.createdAt))
  return (
    <PageShell
      title={t('activity.title')}
      crumbs={[{ label: <bdi>{project.data?.name ?? slug}</bdi>, to: '/$project', params: { project: slug } }]}
      tabs={project.isLoadingError ? null : <ProjectTabs project={slug} manage={project.data?.may.manage ?? false} />}
    >
      {activity.data ? (
        events.length ? (
          [...days].map(([day, its]) => (
            <Section key={day} title={day}>
              <EventList events={its} projectOf={() => slug} />
            </Section>
          ))
        ) : (
          <EmptyState title={t('activity.empty')} />
        )
      ) : activity.isError ? (
        <ErrorState error={activity.error} onRetry={() => void activity.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
      {activity.hasNextPage ? (
        <div>
          <Button busy={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
            {t('activity.more')}
          </Button>
        </div>
      ) : null}
    </PageShell>
  )
}
