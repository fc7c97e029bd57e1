import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '../../server/contract/index.js'
import type { Session } from '../../server/contract/account.js'
import type { Status } from '../../server/workflow/status.js'
import { projectsQuery, sessionQuery, workQuery } from '../api/queries.js'
import { buttonClass } from '../components/Button.js'
import { EventList } from '../components/EventList.js'
import { Select } from '../components/Field.js'
import { AddIcon } from '../components/icons.js'
import { PageShell, Section } from '../components/PageShell.js'
import { addCounts, StackedBar, totalUnits, wordsLeft } from '../components/StackedBar.js'
import { EmptyState, Loaded } from '../components/States.js'
import { StatusIcon } from '../components/StatusIcon.js'
import { useFormat } from '../i18n/format.js'
import styles from './WorkPage.module.css'

type Work = AnswerOf<'GET /work'>
type Item = Work['items'][number]

/** What waits for whom, by the status that a click leads to. */
const waits = [
  ['rejected', 'rejected'],
  ['stale', 'stale'],
  ['toTranslate', 'missing'],
  ['toReview', 'translated'],
] as const satisfies readonly (readonly [keyof Item, Status])[]

export default function WorkPage() {
  const { t } = useTranslation()
  const { data: session } = useQuery(sessionQuery)
  const work = useQuery(workQuery)
  const mayCreate = session?.account?.siteRole !== 'member'
  return (
    <PageShell
      title={t('work.title')}
      actions={
        mayCreate ? (
          <Link to="/new" className={buttonClass()}>
            <AddIcon aria-hidden="true" />
            {t('newProject.title')}
          </Link>
        ) : null
      }
    >
      <Loaded query={work}>
        {(data) => (
          <>
            <Waiting items={data.items} session={session} />
            <Projects />
            <Recent work={data} />
          </>
        )}
      </Loaded>
    </PageShell>
  )
}

function Waiting({ items, session }: { items: Item[]; session: Session | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { language } = useSearch({ from: '/signed-in/' })
  const navigate = useNavigate({ from: '/' })
  const languages = [...new Set(items.map((item) => item.locale))].sort((a, b) => format.compare(format.language(a), format.language(b)))
  const shown = items.filter((item) => !language || item.locale === language)
  const projects = Map.groupBy(shown, (item) => item.project)
  if (!items.length)
    return (
      <EmptyState title={t('work.empty')}>
        {session?.memberships.length || session?.account?.siteRole === 'administrator' ? <p>{t('work.emptyWhy')}</p> : <p>{t('work.emptyNoRole')}</p>}
      </EmptyState>
    )
  return (
    <Section
      title={t('work.waiting', { words: shown.reduce((sum, item) => sum + item.words, 0) })}
      actions={
        languages.length > 1 ? (
          <Select
            label={t('work.filterLanguage')}
            value={language ?? ''}
            onChange={(event) => void navigate({ search: { language: event.target.value || undefined }, replace: true })}
          >
            <option value="">{t('work.allLanguages')}</option>
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {format.language(tag)}
              </option>
            ))}
          </Select>
        ) : null
      }
    >
      {[...projects].map(([project, its]) => (
        <div key={project} className={styles.project}>
          <h3 className={styles.projectName}>
            <Link to="/$project" params={{ project }}>
              <bdi>{its[0]?.projectName}</bdi>
            </Link>
          </h3>
          <ul>
            {its.map((item) => (
              <WaitingItem key={`${item.documentId} ${item.locale}`} item={item} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

function WaitingItem({ item }: { item: Item }) {
  const { t } = useTranslation()
  const format = useFormat()
  const params = { project: item.project, document: String(item.documentId), locale: item.locale }
  const labels = {
    rejected: t('work.rejected', { count: item.rejected }),
    stale: t('work.stale', { count: item.stale }),
    toTranslate: t('work.toTranslate', { count: item.toTranslate }),
    toReview: t('work.toReview', { count: item.toReview }),
  }
  return (
    <li className={styles.item}>
      <Link to="/$project/$document/$locale" params={params} search={{}} className={styles.document}>
        <span className={styles.title}>
          <bdi>{item.documentTitle ?? item.documentPath}</bdi>
        </span>
        <span className={styles.language}>{format.language(item.locale)}</span>
      </Link>
      <span className={styles.tasks}>
        {waits.map(([field, status]) =>
          item[field] > 0 ? (
            <Link key={field} to="/$project/$document/$locale" params={params} search={{ status }} className={styles.task}>
              <StatusIcon status={status} decorative />
              {labels[field]}
            </Link>
          ) : null,
        )}
      </span>
      <span className={styles.words}>{t('count.words', { count: item.words })}</span>
    </li>
  )
}

function Projects() {
  const { t } = useTranslation()
  const format = useFormat()
  const { data: projects } = useQuery(projectsQuery)
  const open = projects?.filter((project) => project.archivedAt === null)
  if (!open?.length) return null
  return (
    <Section title={t('work.projects')}>
      <ul className={styles.projects}>
        {open.map((project) => {
          const counts = addCounts(Object.values(project.progress))
          const total = totalUnits(counts)
          return (
            <li key={project.id}>
              <Link to="/$project" params={{ project: project.slug }} className={styles.card}>
                <span className={styles.title}>
                  <bdi>{project.name}</bdi>
                </span>
                <StackedBar counts={counts} label={project.name} />
                <span className={styles.facts}>
                  {t('work.projectFacts', { documents: project.documents, languages: project.locales.length })}
                  {total ? ` · ${format.percent(counts.approved.units / total)}` : ''}
                  {wordsLeft(counts) ? ` · ${t('project.wordsLeft', { count: wordsLeft(counts) })}` : ''}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Recent({ work }: { work: Work }) {
  const { t } = useTranslation()
  if (!work.recent.length) return null
  return (
    <Section title={t('work.recent')}>
      <EventList events={work.recent} projectOf={(event) => event.project} />
    </Section>
  )
}
