import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Project } from '../../server/contract/project.js'
import { projectQuery } from '../api/queries.js'
import { buttonClass } from '../components/Button.js'
import { ExportZipMenu } from '../components/ExportMenu.js'
import { AddDocumentIcon } from '../components/icons.js'
import { PageShell } from '../components/PageShell.js'
import { ProjectTabs } from '../components/ProjectTabs.js'
import { EmptyState, Loaded, Notice } from '../components/States.js'
import { useFormat } from '../i18n/format.js'
import { ProjectMatrix } from './ProjectMatrix.js'

export default function ProjectPage() {
  const { t } = useTranslation()
  const { project: slug } = useParams({ from: '/signed-in/$project' })
  const query = useQuery(projectQuery(slug))
  const project = query.data
  return (
    <PageShell
      title={project?.name ?? slug}
      heading={<bdi>{project?.name ?? slug}</bdi>}
      facts={project ? <Facts project={project} /> : null}
      actions={project ? <Actions project={project} /> : null}
      width="wide"
      tabs={query.isLoadingError ? null : <ProjectTabs project={slug} manage={project?.may.manage ?? false} />}
    >
      <Loaded query={query}>
        {(project) => (
          <>
            {project.archivedAt === null ? null : <Notice tone="warning">{t('project.archived')}</Notice>}
            {project.documentList.length ? <ProjectMatrix project={project} /> : <NoDocuments project={project} />}
          </>
        )}
      </Loaded>
    </PageShell>
  )
}

function Facts({ project }: { project: Project }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { approvalsRequired, segmentation } = project.settings
  return (
    <>
      <span>{t('project.from', { language: format.language(project.sourceLocale), count: project.locales.length })}</span>
      <span>{segmentation === 'block' ? t('rules.block') : t('rules.sentence')}</span>
      <span>{t('project.approvals', { count: approvalsRequired })}</span>
    </>
  )
}

function Actions({ project }: { project: Project }) {
  const { t } = useTranslation()
  return (
    <>
      {project.may.export && project.documentList.length ? <ExportZipMenu path="/projects/:project/export" params={{ project: project.slug }} /> : null}
      {project.may.manage && project.archivedAt === null ? (
        <Link to="/$project/import" params={{ project: project.slug }} className={buttonClass('primary')}>
          <AddDocumentIcon aria-hidden="true" />
          {t('project.addDocument')}
        </Link>
      ) : null}
    </>
  )
}

function NoDocuments({ project }: { project: Project }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('project.empty')}
      action={
        project.may.manage ? (
          <Link to="/$project/import" params={{ project: project.slug }} className={buttonClass('primary')}>
            <AddDocumentIcon aria-hidden="true" />
            {t('project.addDocument')}
          </Link>
        ) : null
      }
    >
      <p>{project.may.manage ? t('project.emptyManage') : t('project.emptyWait')}</p>
    </EmptyState>
  )
}
