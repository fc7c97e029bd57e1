import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '../../server/contract/account.js'
import { siteRoles, type SiteRole } from '../../server/workflow/permissions.js'
import { api } from '../api/client.js'
import { invitationsQuery, projectsQuery, queryClient } from '../api/queries.js'
import { Button } from '../components/Button.js'
import { CopyField } from '../components/CopyField.js'
import { Dialog, DialogActions } from '../components/Dialog.js'
import { Choice, SelectField, TextField } from '../components/Field.js'
import { Form, useFieldErrors } from '../components/Form.js'
import { type Role, RolesField } from '../components/RolesField.js'
import { EmptyState, Loaded, Notice, RefusalNotice } from '../components/States.js'
import { asideText, numberCell, Table } from '../components/Table.js'
import { useFormat } from '../i18n/format.js'
import { useSiteRoleNames } from './siteRoles.js'

export function Invitations() {
  const { t } = useTranslation()
  const invitations = useQuery(invitationsQuery)
  return (
    <Loaded query={invitations}>
      {(rows) =>
        rows.length ? (
          <Table
            foldable
            caption={t('people.invitations')}
            head={
              <>
                <th scope="col">{t('people.whom')}</th>
                <th scope="col">{t('people.role')}</th>
                <th scope="col">{t('people.by')}</th>
                <th scope="col">{t('people.state')}</th>
                <th scope="col">
                  <span className="heard">{t('people.withdraw')}</span>
                </th>
              </>
            }
          >
            {rows.map((row) => (
              <InvitationLine key={row.id} invitation={row} />
            ))}
          </Table>
        ) : (
          <EmptyState title={t('people.noInvitations')}>
            <p>{t('people.noInvitationsWhy')}</p>
          </EmptyState>
        )
      }
    </Loaded>
  )
}

function InvitationLine({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation()
  const format = useFormat()
  const roleNames = useSiteRoleNames()
  const withdraw = useMutation({
    mutationFn: () => api('DELETE /invitations/:invitation', { params: { invitation: invitation.id } }),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  })
  const [now] = useState(Date.now)
  const expired = Date.parse(invitation.expiresAt) < now
  const who = invitation.name ?? invitation.email ?? t('people.anybody')
  return (
    <tr>
      <th scope="row">
        <bdi>{who}</bdi>
        {invitation.name && invitation.email ? (
          <span className={asideText} dir="ltr">
            {invitation.email}
          </span>
        ) : null}
        <RefusalNotice error={withdraw.error} />
      </th>
      <td>
        {roleNames[invitation.siteRole]}
        {invitation.grants.map((grant) => (
          <div key={`${grant.project} ${grant.role} ${grant.locale}`} className={asideText}>
            {grant.locale
              ? t('invitation.grantLocale', { project: grant.project, role: t(`role.${grant.role}`), language: format.language(grant.locale) })
              : t('invitation.grant', { project: grant.project, role: t(`role.${grant.role}`) })}
          </div>
        ))}
      </td>
      <td data-head={t('people.by')}>
        <bdi>{invitation.invitedBy}</bdi>
      </td>
      <td>
        {invitation.acceptedAt
          ? t('people.accepted', { date: format.date(invitation.acceptedAt) })
          : expired
            ? t('people.expired', { date: format.date(invitation.expiresAt) })
            : t('people.waits', { date: format.date(invitation.expiresAt) })}
      </td>
      <td className={numberCell}>
        {invitation.acceptedAt ? null : (
          <Button look="quiet" busy={withdraw.isPending} aria-label={t('people.withdrawOf', { who })} onClick={() => withdraw.mutate()}>
            {t('people.withdraw')}
          </Button>
        )}
      </td>
    </tr>
  )
}

export function InvitePerson({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const roleNames = useSiteRoleNames()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [siteRole, setSiteRole] = useState<SiteRole>('member')
  const [project, setProject] = useState('')
  const [roles, setRoles] = useState<Role[]>([])
  const { data: projects = [] } = useQuery(projectsQuery)
  const invite = useMutation({
    mutationFn: () => api('POST /invitations', { body: { name: name.trim() || null, email: email.trim() || null, siteRole, grants: roles.map((role) => ({ project, ...role })) } }),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  })
  const { beside, above } = useFieldErrors(invite.error, ['name', 'email'])
  const hints = { member: t('people.memberHint'), manager: t('people.managerHint'), administrator: t('people.administratorHint') }
  return (
    <Dialog title={t('members.invite')} onClose={onClose}>
      {invite.data ? (
        <>
          {invite.data.mailed ? <Notice tone="done">{t('invite.mailed', { email: email.trim() })}</Notice> : null}
          <CopyField label={t('invite.link')} value={invite.data.url} hint={t('invite.until', { date: format.date(invite.data.expiresAt) })} />
          <DialogActions>
            <Button look="primary" onClick={onClose}>
              {t('action.done')}
            </Button>
          </DialogActions>
        </>
      ) : (
        <Form onSubmit={() => invite.mutate()} error={above}>
          <TextField
            label={t('field.name')}
            hint={t('field.optional')}
            value={name}
            error={beside.name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
            dir="auto"
            autoComplete="off"
          />
          <TextField
            label={t('field.email')}
            hint={t('invite.emailHint')}
            type="email"
            value={email}
            error={beside.email}
            onChange={(event) => setEmail(event.target.value)}
            dir="ltr"
            autoComplete="off"
          />
          <Choice
            label={t('people.role')}
            name="siteRole"
            value={siteRole}
            onChange={setSiteRole}
            options={[...siteRoles].reverse().map((role) => ({ value: role, label: roleNames[role], hint: hints[role] }))}
          />
          {projects.length ? (
            <SelectField
              label={t('people.inProject')}
              hint={t('field.optional')}
              value={project}
              onChange={(event) => {
                setProject(event.target.value)
                setRoles([])
              }}
            >
              <option value="">{t('people.noProject')}</option>
              {projects.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </SelectField>
          ) : null}
          {project ? <RolesField roles={roles} locales={projects.find(({ slug }) => slug === project)?.locales ?? []} onChange={setRoles} /> : null}
          <DialogActions>
            <Button onClick={onClose}>{t('action.cancel')}</Button>
            <Button type="submit" look="primary" busy={invite.isPending}>
              {t('invite.make')}
            </Button>
          </DialogActions>
        </Form>
      )}
    </Dialog>
  )
}
