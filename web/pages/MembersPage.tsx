import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member, Project } from '../../server/contract/project.js'
import { membersQuery, projectQuery } from '../api/queries.js'
import { Button } from '../components/Button.js'
import { PageShell } from '../components/PageShell.js'
import { ProjectTabs } from '../components/ProjectTabs.js'
import { useRoleTexts } from '../components/RolesField.js'
import { EmptyState, Loaded } from '../components/States.js'
import { asideText, numberCell, Table } from '../components/Table.js'
import { AddMember, EditMember, InviteMember } from './MemberDialogs.js'

type Open = { what: 'add' } | { what: 'invite' } | { what: 'edit'; member: Member } | null

export default function MembersPage() {
  const { t } = useTranslation()
  const { project: slug } = useParams({ from: '/signed-in/$project/members' })
  const project = useQuery(projectQuery(slug))
  const members = useQuery(membersQuery(slug))
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const manage = project.data?.may.manage ?? false
  return (
    <PageShell
      title={t('members.title')}
      crumbs={[{ label: <bdi>{project.data?.name ?? slug}</bdi>, to: '/$project', params: { project: slug } }]}
      tabs={project.isLoadingError ? null : <ProjectTabs project={slug} manage={manage} />}
      actions={
        manage ? (
          <>
            <Button onClick={() => setOpen({ what: 'add' })}>{t('members.add')}</Button>
            <Button look="primary" onClick={() => setOpen({ what: 'invite' })}>
              {t('members.invite')}
            </Button>
          </>
        ) : null
      }
    >
      <Loaded query={members}>
        {(members) =>
          members.length ? (
            <MemberTable members={members} onEdit={manage ? (member) => setOpen({ what: 'edit', member }) : null} />
          ) : (
            <EmptyState title={t('members.empty')}>
              <p>{t('members.emptyWhy')}</p>
            </EmptyState>
          )
        }
      </Loaded>
      {open && project.data ? <MemberDialog open={open} project={project.data} onClose={close} /> : null}
    </PageShell>
  )
}

function MemberDialog({ open, project, onClose }: { open: NonNullable<Open>; project: Project; onClose: () => void }) {
  if (open.what === 'add') return <AddMember project={project} onClose={onClose} />
  if (open.what === 'invite') return <InviteMember project={project} onClose={onClose} />
  return <EditMember project={project} member={open.member} onClose={onClose} />
}

function MemberTable({ members, onEdit }: { members: readonly Member[]; onEdit: ((member: Member) => void) | null }) {
  const { t } = useTranslation()
  const roleTexts = useRoleTexts()
  return (
    <Table
      foldable
      caption={t('members.title')}
      head={
        <>
          <th scope="col">{t('field.name')}</th>
          <th scope="col">{t('roles.title')}</th>
          {onEdit ? (
            <th scope="col">
              <span className="heard">{t('members.change')}</span>
            </th>
          ) : null}
        </>
      }
    >
      {members.map((member) => (
        <tr key={member.id}>
          <th scope="row">
            <bdi>{member.name}</bdi>
            <span className={asideText}>
              <bdi dir="ltr">{member.email}</bdi>
            </span>
          </th>
          <td>
            {roleTexts(member.roles).map((text) => (
              <div key={text}>{text}</div>
            ))}
          </td>
          {onEdit ? (
            <td className={numberCell}>
              <Button look="quiet" aria-label={t('members.changeOf', { name: member.name })} onClick={() => onEdit(member)}>
                {t('members.change')}
              </Button>
            </td>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}
