import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountRow } from '../../server/contract/account.js'
import { siteRoles } from '../../server/workflow/permissions.js'
import { api } from '../api/client.js'
import { accountsQuery, queryClient, sessionQuery } from '../api/queries.js'
import { useAnnouncer } from '../components/Announcer.js'
import { Button } from '../components/Button.js'
import { CopyField } from '../components/CopyField.js'
import { Confirm, Dialog, DialogActions } from '../components/Dialog.js'
import { Select } from '../components/Field.js'
import { Menu } from '../components/Menu.js'
import { RelativeTime } from '../components/RelativeTime.js'
import { SearchBox } from '../components/SearchBox.js'
import { Loaded, RefusalNotice } from '../components/States.js'
import { asideText, numberCell, Table } from '../components/Table.js'
import { useFormat } from '../i18n/format.js'
import styles from './People.module.css'
import { useSiteRoleNames } from './siteRoles.js'

export function Accounts() {
  const { t } = useTranslation()
  const accounts = useQuery(accountsQuery)
  const { find = '' } = useSearch({ from: '/signed-in/people' })
  const navigate = useNavigate({ from: '/people' })
  const [text, setText] = useState(find)
  const wanted = text.toLowerCase()
  return (
    <div className={styles.tab}>
      <SearchBox
        label={t('people.find')}
        value={text}
        onChange={(value) => {
          setText(value)
          void navigate({ search: (before) => ({ ...before, find: value || undefined }), replace: true })
        }}
      />
      <Loaded query={accounts}>
        {(accounts) => <AccountTable accounts={accounts.filter((account) => account.name.toLowerCase().includes(wanted) || account.email.toLowerCase().includes(wanted))} />}
      </Loaded>
    </div>
  )
}

function AccountTable({ accounts }: { accounts: readonly AccountRow[] }) {
  const { t } = useTranslation()
  const { data: session } = useQuery(sessionQuery)
  return (
    <Table
      foldable
      caption={t('people.accounts')}
      head={
        <>
          <th scope="col">{t('field.name')}</th>
          <th scope="col">{t('people.role')}</th>
          <th scope="col">{t('people.projects')}</th>
          <th scope="col">{t('people.seen')}</th>
          <th scope="col">
            <span className="heard">{t('document.more')}</span>
          </th>
        </>
      }
    >
      {accounts.map((account) => (
        <AccountLine key={account.id} account={account} self={account.id === session?.account?.id} />
      ))}
      {accounts.length ? null : (
        <tr>
          <td colSpan={5}>{t('people.noneFound')}</td>
        </tr>
      )}
    </Table>
  )
}

type Asking = 'disable' | 'link' | null

function AccountLine({ account, self }: { account: AccountRow; self: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { toast } = useAnnouncer()
  const roleNames = useSiteRoleNames()
  const [asking, setAsking] = useState<Asking>(null)
  const change = useMutation({
    mutationFn: (body: { siteRole?: AccountRow['siteRole']; disabled?: boolean }) => api('PATCH /accounts/:account', { params: { account: account.id }, body }),
    onSuccess: (saved) => {
      queryClient.setQueryData(accountsQuery.queryKey, (rows) => rows?.map((row) => (row.id === saved.id ? saved : row)))
      toast(t('people.saved', { name: saved.name }))
      setAsking(null)
    },
  })
  const disabled = account.disabledAt !== null
  const projects = [...new Set(account.memberships.map((membership) => membership.projectSlug))]
  return (
    <tr className={disabled ? styles.disabled : undefined}>
      <th scope="row">
        <bdi>{account.name}</bdi> {self ? <span className={styles.badge}>{t('people.you')}</span> : null}{' '}
        {disabled ? <span className={styles.badge}>{t('people.disabled')}</span> : null}
        <span className={asideText}>
          <bdi dir="ltr">{account.email}</bdi>
        </span>
        {asking === null ? <RefusalNotice error={change.error} /> : null}
      </th>
      <td>
        <Select
          label={t('people.roleOf', { name: account.name })}
          value={account.siteRole}
          onChange={(event) => change.mutate({ siteRole: siteRoles.find((role) => role === event.target.value) })}
        >
          {siteRoles.map((role) => (
            <option key={role} value={role}>
              {roleNames[role]}
            </option>
          ))}
        </Select>
      </td>
      <td data-head={t('people.projects')}>{projects.length ? format.list(projects) : '–'}</td>
      <td data-head={t('people.seen')}>{account.lastSeenAt ? <RelativeTime time={account.lastSeenAt} /> : t('people.never')}</td>
      <td className={numberCell}>
        <Menu
          label={t('people.moreOf', { name: account.name })}
          icon={<span aria-hidden="true">⋯</span>}
          iconOnly
          groups={[
            {
              id: 'more',
              entries: [
                { id: 'link', label: t('people.makeLink'), onAction: () => setAsking('link') },
                disabled
                  ? { id: 'enable', label: t('people.enable'), onAction: () => change.mutate({ disabled: false }) }
                  : { id: 'disable', label: t('people.disable'), onAction: () => setAsking('disable') },
              ],
            },
          ]}
        />
        {asking === 'disable' ? (
          <Confirm
            title={t('people.disableAsk', { name: account.name })}
            verb={t('people.disable')}
            busy={change.isPending}
            onConfirm={() => change.mutate({ disabled: true })}
            onClose={() => setAsking(null)}
          >
            <p>{t('people.disableWhat')}</p>
            <RefusalNotice error={change.error} />
          </Confirm>
        ) : null}
        {asking === 'link' ? <SignInLink account={account} onClose={() => setAsking(null)} /> : null}
      </td>
    </tr>
  )
}

function SignInLink({ account, onClose }: { account: AccountRow; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const make = useMutation({ mutationFn: () => api('POST /accounts/:account/sign-in-link', { params: { account: account.id } }) })
  return (
    <Dialog title={t('people.linkFor', { name: account.name })} onClose={onClose}>
      {make.data ? (
        <CopyField label={t('people.link')} value={make.data.url} hint={t('invite.until', { date: format.dateTime(make.data.expiresAt) })} />
      ) : (
        <p>{t('people.linkWhat')}</p>
      )}
      <RefusalNotice error={make.error} />
      <DialogActions>
        <Button onClick={onClose}>{make.data ? t('action.done') : t('action.cancel')}</Button>
        {make.data ? null : (
          <Button look="primary" busy={make.isPending} onClick={() => make.mutate()}>
            {t('people.makeLink')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
