import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member, Project } from '../../server/contract/project.js'
import { api } from '../api/client.js'
import { candidatesQuery, membersQuery, queryClient } from '../api/queries.js'
import { useAnnouncer } from '../components/Announcer.js'
import { Button } from '../components/Button.js'
import { CopyField } from '../components/CopyField.js'
import { Dialog, DialogActions } from '../components/Dialog.js'
import { SelectField, TextField } from '../components/Field.js'
import { Form, useFieldErrors } from '../components/Form.js'
import { type Role, RolesField } from '../components/RolesField.js'
import { Loaded, Notice } from '../components/States.js'
import { useFormat } from '../i18n/format.js'

/** Sets somebody's roles; none takes them out of the project. */
function useSetRoles(project: Project, onDone: () => void) {
  const { t } = useTranslation()
  const { toast } = useAnnouncer()
  return useMutation({
    mutationFn: ({ account, roles }: { account: number; roles: Role[] }) =>
      api('PUT /projects/:project/members/:account', { params: { project: project.slug, account }, body: { roles } }),
    onSuccess: (members) => {
      queryClient.setQueryData(membersQuery(project.slug).queryKey, members)
      void queryClient.invalidateQueries({ queryKey: candidatesQuery(project.slug).queryKey })
      toast(t('members.saved'))
      onDone()
    },
  })
}

export function EditMember({ project, member, onClose }: { project: Project; member: Member; onClose: () => void }) {
  const { t } = useTranslation()
  const [roles, setRoles] = useState<Role[]>(member.roles)
  const save = useSetRoles(project, onClose)
  return (
    <Dialog title={<bdi>{member.name}</bdi>} onClose={onClose}>
      <Form onSubmit={() => save.mutate({ account: member.id, roles })} error={save.error}>
        <RolesField roles={roles} locales={project.locales} onChange={setRoles} />
        {roles.length ? null : <Notice tone="warning">{t('members.none')}</Notice>}
        <DialogActions>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" look={roles.length ? 'primary' : 'danger'} busy={save.isPending}>
            {roles.length ? t('action.save') : t('members.remove')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

export function AddMember({ project, onClose }: { project: Project; onClose: () => void }) {
  const { t } = useTranslation()
  const candidates = useQuery(candidatesQuery(project.slug))
  const [account, setAccount] = useState('')
  const [roles, setRoles] = useState<Role[]>([])
  const save = useSetRoles(project, onClose)
  return (
    <Dialog title={t('members.add')} onClose={onClose}>
      <Loaded query={candidates}>
        {(people) =>
          people.length ? (
            <Form onSubmit={() => save.mutate({ account: Number(account), roles })} error={save.error}>
              <SelectField label={t('members.who')} required value={account} onChange={(event) => setAccount(event.target.value)}>
                <option value="" disabled>
                  {t('members.choose')}
                </option>
                {people.map((person) => (
                  <option key={person.id} value={person.id}>
                    {`${person.name} · ${person.email}`}
                  </option>
                ))}
              </SelectField>
              <RolesField roles={roles} locales={project.locales} onChange={setRoles} />
              <DialogActions>
                <Button onClick={onClose}>{t('action.cancel')}</Button>
                <Button type="submit" look="primary" busy={save.isPending} disabled={!account || !roles.length}>
                  {t('members.add')}
                </Button>
              </DialogActions>
            </Form>
          ) : (
            <>
              <p>{t('members.noCandidates')}</p>
              <DialogActions>
                <Button onClick={onClose}>{t('action.close')}</Button>
              </DialogActions>
            </>
          )
        }
      </Loaded>
    </Dialog>
  )
}

export function InviteMember({ project, onClose }: { project: Project; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<Role[]>([])
  const invite = useMutation({
    mutationFn: () => api('POST /projects/:project/invitations', { params: { project: project.slug }, body: { name: name.trim() || null, email: email.trim() || null, roles } }),
  })
  const { beside, above } = useFieldErrors(invite.error, ['name', 'email'])
  if (invite.data)
    return (
      <Dialog title={t('members.invite')} onClose={onClose}>
        {invite.data.mailed ? <Notice tone="done">{t('invite.mailed', { email: email.trim() })}</Notice> : null}
        <CopyField label={t('invite.link')} value={invite.data.url} hint={t('invite.until', { date: format.date(invite.data.expiresAt) })} />
        <DialogActions>
          <Button look="primary" onClick={onClose}>
            {t('action.done')}
          </Button>
        </DialogActions>
      </Dialog>
    )
  return (
    <Dialog title={t('members.invite')} onClose={onClose}>
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
        <RolesField roles={roles} locales={project.locales} onChange={setRoles} />
        <DialogActions>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" look="primary" busy={invite.isPending} disabled={!roles.length}>
            {t('invite.make')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
