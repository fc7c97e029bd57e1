import { useQuery } from '@tanstack/react-query'
import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { live, useLiveEvent, useLiveScope } from '../api/live.js'
import { queryClient, sessionQuery, takeSession } from '../api/queries.js'
import { Dialog } from '../components/Dialog.js'
import { SignInForm } from '../components/SignInForm.js'
import { speak } from '../i18n/index.js'
import { negotiate } from '../i18n/languages.js'

const quiet = 1000

/** Asks again for what changed elsewhere; many changes in a moment are one question. */
function useRefreshing(): (key: readonly unknown[]) => void {
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  return (key) => {
    const name = JSON.stringify(key)
    if (waiting.current.has(name)) return
    const refresh = () => {
      waiting.current.delete(name)
      void queryClient.invalidateQueries({ queryKey: key })
    }
    waiting.current.set(name, setTimeout(refresh, quiet))
  }
}

// Asking who is signed in tells both whether the server answers and whether the session ended.
live.probeWith(async () => {
  await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0, retry: false })
  return true
})

/** What surrounds every page behind the door: the live stream of the place one is at, and the language of one's account. */
export function SignedIn() {
  const { i18n } = useTranslation()
  const { project, document } = useParams({ strict: false })
  const { data: session } = useQuery(sessionQuery)
  const locale = session?.account?.locale
  useEffect(() => {
    if (locale && i18n.language !== locale) void speak(negotiate([locale]))
  }, [locale, i18n])

  const documentId = Number(document)
  useLiveScope(project, Number.isInteger(documentId) && documentId > 0 ? documentId : undefined)
  useEffect(() => () => live.follow(null), [])
  const refresh = useRefreshing()
  useLiveEvent('project', (event) => refresh(['project', event.project]))
  useLiveEvent('revision', (event) => {
    refresh(['document', event.documentId])
    if (project) refresh(['project', project])
  })
  useLiveEvent('unit', (event) => {
    refresh(['document', event.documentId])
    refresh(['work'])
    if (project) refresh(['project', project])
  })
  // What was said while the line was cut has to be asked for.
  useEffect(() => live.on('reconnected', () => void queryClient.invalidateQueries()), [])
  const ended = session !== undefined && session.account === null
  return (
    <>
      <Outlet />
      {ended ? <SignInAgain mail={session.server.mail} /> : null}
    </>
  )
}

/** The session ended while a page was open: the page stays, with everything that was typed in it, and one signs in over it. */
function SignInAgain({ mail }: { mail: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const leave = () => void navigate({ to: '/sign-in' })
  return (
    <Dialog title={t('signIn.again')} onClose={leave}>
      <p>{t('signIn.againWhy')}</p>
      <SignInForm
        mail={mail}
        onSignedIn={async (session) => {
          await takeSession(session)
          void queryClient.invalidateQueries()
          live.retry()
        }}
      />
    </Dialog>
  )
}
