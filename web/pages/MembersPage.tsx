import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member, Project } from '../../server/contract/project.js'
import { api } from '../api/client.js'
import { candidatesQuery, membersQuery, projectQuery, queryClient } from '../api/queries.js'
import { useAnnouncer } from '../components/Announcer.js'
import { Button, IconButton } from '../components/Button.js'
import { SelectField, TextField } from '../components/Field.js'
import { Form, FormActions, useFieldErrors } from '../components/Form.js'
import { PageShell, Section } from '../components/PageShell.js'
import { ProjectTabs } from '../components/ProjectTabs.js'
import { EmptyState, Loaded, Notice, RefusalNotice } from '../components/States.js'
import { Table } from '../components/Table.js'
import { useFormat } from '../i18n/format.js'
import styles from './MembersPage.module.css'

type Role = Member['roles'][number]

export default function MembersPage() {
  const { t } = useTranslation()
  const { project: slug } = useParams({ from: '/signed-in/$project/members' })
  const project = useQuery(projectQuery(slug))
  const manage = project.data?.may.manage ?? false
  return (
    <PageShell
      title={t('members.title')}
      crumbs={[{ label: project.data?.name ?? slug, to: '/$project', params: { project: slug } }]}
      tabs={<ProjectTabs project={slug} manage={manage} />}
    >
      <Loaded query={project}>
        {(known) => (
          <>
            <Members project={known} />
            {known.may.manage ? <AddMember project={known} /> : null}
            {known.may.manage ? <Invite project={known} /> : null}
          </>
        )}
      </Loaded>
    </PageShell>
  )
}

/** Sets somebody's roles and shows what the server then says of everybody. */
function useSetRoles(slug: string) {
  const { t } = useTranslation()
  const { toast } = useAnnouncer()
  return useMutation({
    mutationFn: ({ account, roles }: { account: number; roles: Role[] }) => api('PUT /projects/:project/members/:account', { params: { project: slug, account }, body: { roles } }),
    onSuccess: (members) => {
      queryClient.setQueryData(membersQuery(slug).queryKey, members)
      void queryClient.invalidateQueries({ queryKey: candidatesQuery(slug).queryKey })
      toast(t('members.saved'))
    },
  })
}

function Members({ project }: { project: Project }) {
  const { t } = useTranslation()
  const query = useQuery(membersQuery(project.slug))
  const setRoles = useSetRoles(project.slug)
  return (
    <Loaded query={query}>
      {(members) =>
        members.length === 0 ? (
          <EmptyState title={t('members.empty')} />
        ) : (
          <>
            <RefusalNotice error={setRoles.error} />
            <Table
              caption={t('members.title')}
              head={
                <>
                  <th scope="col">{t('field.name')}</th>
                  <th scope="col">{t('members.roles')}</th>
                </>
              }
            >
              {members.map((member) => (
                <tr key={member.id}>
                  <th scope="row">
                    <bdi>{member.name}</bdi>
                    <span className={styles.email}>
                      <bdi>{member.email}</bdi>
                    </span>
                  </th>
                  <td>
                    <Roles member={member} project={project} onChange={(roles) => setRoles.mutate({ account: member.id, roles })} />
                  </td>
                </tr>
              ))}
            </Table>
          </>
        )
      }
    </Loaded>
  )
}

function Roles({ member, project, onChange }: { member: Member; project: Project; onChange: (roles: Role[]) => void }) {
  const { t } = useTranslation()
  const roleText = useRoleText()
  const [adding, setAdding] = useState(false)
  return (
    <ul className={styles.roles}>
      {member.roles.map((role) => (
        <li key={`${role.role} ${role.locale}`} className={styles.role}>
          {roleText(role)}
          {project.may.manage ? (
            <IconButton label={t('members.removeRole', { role: roleText(role), name: member.name })} onClick={() => onChange(member.roles.filter((other) => other !== role))}>
              <span aria-hidden="true">✕</span>
            </IconButton>
          ) : null}
        </li>
      ))}
      {project.may.manage ? (
        <li>
          {adding ? (
            <RolePicker
              project={project}
              verb={t('members.addRole')}
              onPick={(role) => {
                setAdding(false)
                onChange([...member.roles.filter((other) => other.role !== role.role || other.locale !== role.locale), role])
              }}
            />
          ) : (
            <Button look="quiet" aria-label={t('members.addRoleTo', { name: member.name })} onClick={() => setAdding(true)}>
              {t('members.addRole')}
            </Button>
          )}
        </li>
      ) : null}
    </ul>
  )
}

/** A role in words: "Translator, French". */
function useRoleText() {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ role, locale }: Role): string => {
    const name = t(`role.${role}`)
    if (role !== 'translator' && role !== 'reviewer') return name
    return t('members.roleFor', { role: name, language: locale === null ? t('members.allLanguages') : format.language(locale) })
  }
}

function useRole(project: Project) {
  const [role, setRole] = useState<Role['role']>('translator')
  const [locale, setLocale] = useState<string | null>(project.locales[0] ?? null)
  const forLocale = role === 'translator' || role === 'reviewer'
  return { value: { role, locale: forLocale ? locale : null } as Role, forLocale, setRole, setLocale }
}

function RoleFields({ project, role }: { project: Project; role: ReturnType<typeof useRole> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const roles: Role['role'][] = ['translator', 'reviewer', 'viewer', 'manager']
  return (
    <>
      <SelectField label={t('members.role')} value={role.value.role} onChange={(event) => role.setRole(event.target.value as Role['role'])}>
        {roles.map((name) => (
          <option key={name} value={name}>
            {t(`role.${name}`)}
          </option>
        ))}
      </SelectField>
      {role.forLocale ? (
        <SelectField label={t('members.language')} value={role.value.locale ?? ''} onChange={(event) => role.setLocale(event.target.value || null)}>
          <option value="">{t('members.allLanguages')}</option>
          {project.locales.map((tag) => (
            <option key={tag} value={tag}>
              {format.language(tag)}
            </option>
          ))}
        </SelectField>
      ) : null}
    </>
  )
}

function RolePicker({ project, verb, onPick }: { project: Project; verb: string; onPick: (role: Role) => void }) {
  const role = useRole(project)
  return (
    <div className={styles.picker}>
      <RoleFields project={project} role={role} />
      <Button onClick={() => onPick(role.value)}>{verb}</Button>
    </div>
  )
}

function AddMember({ project }: { project: Project }) {
  const { t } = useTranslation()
  const candidates = useQuery(candidatesQuery(project.slug))
  const setRoles = useSetRoles(project.slug)
  const role = useRole(project)
  const [account, setAccount] = useState('')
  if (!candidates.data?.length) return null
  return (
    <Section title={t('members.add')}>
      <Form
        label={t('members.add')}
        error={setRoles.error}
        onSubmit={() => setRoles.mutate({ account: Number(account), roles: [role.value] }, { onSuccess: () => setAccount('') })}
      >
        <SelectField label={t('members.person')} required value={account} onChange={(event) => setAccount(event.target.value)}>
          <option value="">{t('members.choosePerson')}</option>
          {candidates.data.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name} ({person.email})
            </option>
          ))}
        </SelectField>
        <RoleFields project={project} role={role} />
        <FormActions>
          <Button type="submit" look="primary" busy={setRoles.isPending}>
            {t('members.add')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Invite({ project }: { project: Project }) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const role = useRole(project)
  const invite = useMutation({
    mutationFn: () => api('POST /projects/:project/invitations', { params: { project: project.slug }, body: { email: email.trim() || null, roles: [role.value] } }),
    onSuccess: () => setEmail(''),
  })
  const { beside, above } = useFieldErrors(invite.error, ['email'])
  return (
    <Section title={t('members.invite')}>
      <Form label={t('members.invite')} error={above} onSubmit={() => invite.mutate()}>
        <TextField
          label={t('field.email')}
          hint={t('members.inviteHint')}
          type="email"
          dir="ltr"
          autoComplete="off"
          value={email}
          error={beside.email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <RoleFields project={project} role={role} />
        <FormActions>
          <Button type="submit" look="primary" busy={invite.isPending}>
            {t('members.makeLink')}
          </Button>
        </FormActions>
      </Form>
      {invite.data ? (
        <Notice tone="done">
          {invite.data.mailed ? t('members.mailed') : t('members.linkMade')} <output className={styles.link}>{invite.data.url}</output>
        </Notice>
      ) : null}
    </Section>
  )
}
