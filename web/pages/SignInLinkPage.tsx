import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isRefusal } from '../api/client.js'
import { takeSession } from '../api/queries.js'
import { Button, buttonClass } from '../components/Button.js'
import { PageShell } from '../components/PageShell.js'
import { EmptyState } from '../components/States.js'
import { Skeleton } from '../components/Skeleton.js'
import { useRefusalText } from '../components/refusalText.js'

/** Uses the link at once; who has no password yet is led to the account page to set one. */
export default function SignInLinkPage() {
  const { t } = useTranslation()
  const { token } = useParams({ from: '/sign-in/$token' })
  const navigate = useNavigate()
  const refusalText = useRefusalText()
  const { mutate, error } = useMutation({
    mutationFn: () => api('POST /sign-in-links/:token', { params: { token } }),
    onSuccess: async (session) => {
      await takeSession(session)
      void navigate({ to: session.account?.hasPassword ? '/' : '/account', replace: true })
    },
  })
  // A link works once: not twice because the page was drawn twice.
  const used = useRef<string | null>(null)
  useEffect(() => {
    if (used.current === token) return
    used.current = token
    mutate()
  }, [token, mutate])
  const offline = isRefusal(error, 'offline')
  return (
    <PageShell title={t('signInLink.title')} width="form">
      {error ? (
        <div role="alert">
          <EmptyState
            title={offline ? t('state.offline.title') : t('signInLink.failed')}
            action={
              offline ? (
                <Button onClick={() => mutate()}>{t('action.retry')}</Button>
              ) : (
                <Link to="/sign-in" className={buttonClass()}>
                  {t('action.signIn')}
                </Link>
              )
            }
          >
            <p>{refusalText(error)}</p>
          </EmptyState>
        </div>
      ) : (
        <Skeleton lines={3} />
      )}
    </PageShell>
  )
}
