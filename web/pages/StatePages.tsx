import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiRefusal } from '../api/client.js'
import { PageShell } from '../components/PageShell.js'
import { Skeleton } from '../components/Skeleton.js'
import { ErrorState } from '../components/States.js'

/** No page has this address. */
export function MissingPage() {
  const { t } = useTranslation()
  return (
    <PageShell title={t('state.notFound.title')} width="form">
      <ErrorState error={new ApiRefusal('not-found', '')} untitled />
    </PageShell>
  )
}

/** A page that could not be loaded or broke while it was shown. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const retry = () => {
    // What could not be loaded is only fetched again by a new page; without a connection that would be the browser's own error.
    if (navigator.onLine) location.reload()
    else {
      reset()
      void router.invalidate()
    }
  }
  return (
    <PageShell title={t('state.failed.title')} width="form">
      <ErrorState error={error} onRetry={retry} />
    </PageShell>
  )
}

/** While it is not yet known who is asking: the frame of a page, so that nothing jumps when it comes. */
export function PendingPage() {
  const { t } = useTranslation()
  return (
    <PageShell title={t('state.loading')} heading={<span aria-hidden="true">…</span>}>
      <Skeleton lines={8} />
    </PageShell>
  )
}
