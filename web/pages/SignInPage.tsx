import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery, takeSession } from '../api/queries.js'
import { PageShell } from '../components/PageShell.js'
import { SignInForm } from '../components/SignInForm.js'
import { Loaded } from '../components/States.js'
import styles from './SignIn.module.css'

export default function SignInPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const session = useQuery(sessionQuery)
  const { next } = useSearch({ from: '/sign-in' })
  const signedIn = Boolean(session.data?.account)
  useEffect(() => {
    // Only ever to a place of this site.
    if (signedIn) void navigate({ href: next?.startsWith('/') && !/^\/[/\\]/.test(next) ? next : '/', replace: true })
  }, [signedIn, next, navigate])
  return (
    <PageShell title={t('signIn.title')} width="form">
      <div className={styles.narrow}>
        <p className={styles.motto}>{t('signIn.motto')}</p>
        <Loaded query={session}>
          {({ server }) => (
            <>
              <SignInForm mail={server.mail} onSignedIn={takeSession} />
              <p className={styles.help}>{server.mail ? t('signIn.noAccount') : t('signIn.noAccountNoMail')}</p>
            </>
          )}
        </Loaded>
      </div>
    </PageShell>
  )
}
