import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiRefusal } from '../api/client.js'
import { sessionQuery } from '../api/queries.js'
import { Button } from '../components/Button.js'
import { PageShell } from '../components/PageShell.js'
import { ErrorState, Loaded } from '../components/States.js'
import { Tabs } from '../components/Tabs.js'
import { Accounts } from './Accounts.js'
import { Invitations, InvitePerson } from './Invitations.js'

/** Accounts of the whole installation, for administrators. */
export default function PeoplePage() {
  const { t } = useTranslation()
  const session = useQuery(sessionQuery)
  const { tab = 'accounts' } = useSearch({ from: '/signed-in/people' })
  const navigate = useNavigate({ from: '/people' })
  const [inviting, setInviting] = useState(false)
  const administrator = session.data?.account?.siteRole === 'administrator'
  return (
    <PageShell
      title={t('people.title')}
      actions={
        administrator ? (
          <Button look="primary" onClick={() => setInviting(true)}>
            {t('members.invite')}
          </Button>
        ) : null
      }
    >
      <Loaded query={session}>
        {() =>
          administrator ? (
            <Tabs
              label={t('people.title')}
              selected={tab}
              onSelect={(tab) => void navigate({ search: (before) => ({ ...before, tab: tab === 'accounts' ? undefined : tab }), replace: true })}
              tabs={[
                { id: 'accounts', label: t('people.accounts'), content: <Accounts /> },
                { id: 'invitations', label: t('people.invitations'), content: <Invitations /> },
              ]}
            />
          ) : (
            <ErrorState error={new ApiRefusal('forbidden', '')} />
          )
        }
      </Loaded>
      {inviting ? <InvitePerson onClose={() => setInviting(false)} /> : null}
    </PageShell>
  )
}
