import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary, Project } from '../../server/contract/project.js'
import { type Status, statuses } from '../../server/workflow/status.js'
import { Select } from '../components/Field.js'
import { SearchBox } from '../components/SearchBox.js'
import { addCounts, StackedBar, totalUnits, wordsLeft, type Counts } from '../components/StackedBar.js'
import { RelativeTime } from '../components/RelativeTime.js'
import { StatusLabel } from '../components/StatusIcon.js'
import { numberCell, Table } from '../components/Table.js'
import { useFormat } from '../i18n/format.js'
import { languageProps } from '../i18n/languages.js'
import { type DocumentSort, documentSorts } from '../search.js'
import styles from './ProjectMatrix.module.css'

const leftIn = (document: DocumentSummary): number => Object.values(document.progress).reduce((sum, counts) => sum + wordsLeft(counts), 0)
const has = (document: DocumentSummary, status: Status): boolean => Object.values(document.progress).some((counts) => counts[status].units > 0)

/** Documents × languages: how far each is, and the way into each. */
export function ProjectMatrix({ project }: { project: Project }) {
  const { t } = useTranslation()
  const format = useFormat()
  const search = useSearch({ from: '/signed-in/$project' })
  const find = useDeferredValue(search.find?.toLowerCase())
  const sort = search.sort ?? 'path'
  const compare = useMemo<Record<DocumentSort, (a: DocumentSummary, b: DocumentSummary) => number>>(
    () => ({
      path: (a, b) => format.compare(a.path, b.path),
      updated: (a, b) => (a.updatedAt < b.updatedAt ? 1 : -1),
      left: (a, b) => leftIn(b) - leftIn(a),
    }),
    [format],
  )
  const archivedCount = project.documentList.filter((document) => document.archivedAt !== null).length
  const shown = project.documentList
    .filter((document) => (document.archivedAt !== null) === Boolean(search.archived))
    .filter((document) => !find || document.path.toLowerCase().includes(find) || document.title?.toLowerCase().includes(find))
    .filter((document) => !search.status || has(document, search.status))
    .sort(compare[sort])
  const locales = [...project.locales].sort((a, b) => format.compare(format.language(a), format.language(b)))
  const active = project.documentList.filter((document) => document.archivedAt === null)
  return (
    <div className={styles.whole}>
      <Toolbar archivedCount={archivedCount} />
      <p className="heard" role="status">
        {t('project.shown', { count: shown.length })}
      </p>
      <Table
        caption={t('project.matrix')}
        className={styles.matrix}
        head={
          <>
            <th scope="col" className={styles.documentHead}>
              {t('project.document')}
            </th>
            {locales.map((tag) => (
              <th scope="col" key={tag}>
                <span className={styles.localeHead}>{format.language(tag)}</span>
              </th>
            ))}
            <th scope="col" className={numberCell}>
              {t('project.left')}
            </th>
          </>
        }
      >
        {shown.map((document) => (
          <DocumentRow key={document.id} project={project} document={document} locales={locales} />
        ))}
        {shown.length === 0 ? (
          <tr>
            <td colSpan={locales.length + 2}>{t('project.noneMatch')}</td>
          </tr>
        ) : null}
        {active.length > 1 && !search.archived ? <SumRow documents={active} locales={locales} /> : null}
      </Table>
      <ul className={styles.legend} aria-label={t('project.legend')}>
        {[...statuses].reverse().map((status) => (
          <li key={status}>
            <StatusLabel status={status} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Toolbar({ archivedCount }: { archivedCount: number }) {
  const { t } = useTranslation()
  const search = useSearch({ from: '/signed-in/$project' })
  const navigate = useNavigate({ from: '/$project' })
  const set = (change: Partial<typeof search>) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
  const [text, setText] = useState(search.find ?? '')
  const sortNames = { path: t('project.sortPath'), updated: t('project.sortUpdated'), left: t('project.sortLeft') }
  return (
    <div className={styles.toolbar} role="search">
      <SearchBox
        label={t('project.find')}
        value={text}
        onChange={(value) => {
          setText(value)
          set({ find: value || undefined })
        }}
      />
      <Select label={t('project.filterStatus')} value={search.status ?? ''} onChange={(event) => set({ status: statuses.find((status) => status === event.target.value) })}>
        <option value="">{t('project.anyStatus')}</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {t('project.with', { status: t(`status.${status}`) })}
          </option>
        ))}
      </Select>
      <Select
        label={t('project.sort')}
        value={search.sort ?? 'path'}
        onChange={(event) => set({ sort: documentSorts.find((sort) => sort === event.target.value && sort !== 'path') })}
      >
        {documentSorts.map((sort) => (
          <option key={sort} value={sort}>
            {sortNames[sort]}
          </option>
        ))}
      </Select>
      {archivedCount || search.archived ? (
        <label className={styles.archived}>
          <input type="checkbox" checked={Boolean(search.archived)} onChange={(event) => set({ archived: event.target.checked || undefined })} />
          {t('project.showArchived', { count: archivedCount })}
        </label>
      ) : null}
    </div>
  )
}

function DocumentRow({ project, document, locales }: { project: Project; document: DocumentSummary; locales: readonly string[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const params = { project: project.slug, document: String(document.id) }
  const left = leftIn(document)
  return (
    <tr>
      <th scope="row" className={styles.document}>
        <Link to="/$project/$document" params={params} className={styles.title} {...(document.title ? languageProps(project.sourceLocale) : {})}>
          {document.title ?? <bdi>{document.path}</bdi>}
        </Link>
        <span className={styles.facts}>
          {document.title ? <bdi>{document.path}</bdi> : null}
          <span>{t('count.words', { count: document.words })}</span>
          <span>{t('revision.number', { number: document.revision })}</span>
          <RelativeTime time={document.updatedAt} />
        </span>
      </th>
      {locales.map((tag) => (
        <td key={tag} className={styles.cell}>
          <Cell counts={document.progress[tag]} name={format.language(tag)} params={{ ...params, locale: tag }} />
        </td>
      ))}
      <td className={numberCell}>{format.number(left)}</td>
    </tr>
  )
}

function Cell({ counts, name, params }: { counts: Counts | undefined; name: string; params: { project: string; document: string; locale: string } }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!counts) return <span className={styles.none}>–</span>
  const total = totalUnits(counts)
  const left = wordsLeft(counts)
  return (
    <Link to="/$project/$document/$locale" params={params} search={{}} className={styles.progress}>
      <span className={styles.name} aria-hidden="true">
        {name}
      </span>
      <StackedBar counts={counts} label={name} />
      <span className={styles.share}>
        <span>{total ? format.percent(counts.approved.units / total) : '–'}</span>
        {left ? <span className={styles.left}>{t('project.leftShort', { count: left })}</span> : null}
      </span>
    </Link>
  )
}

function SumRow({ documents, locales }: { documents: readonly DocumentSummary[]; locales: readonly string[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sums = locales.map((tag) => addCounts(documents.flatMap((document) => document.progress[tag] ?? [])))
  return (
    <tr className={styles.sum}>
      <th scope="row" className={styles.document}>
        {t('project.all', { count: documents.length })}
      </th>
      {sums.map((counts, index) => (
        <td key={locales[index]} className={styles.cell}>
          <span className={styles.progress}>
            <span className={styles.name} aria-hidden="true">
              {format.language(locales[index] ?? '')}
            </span>
            <StackedBar counts={counts} label={format.language(locales[index] ?? '')} />
            <span className={styles.share}>{totalUnits(counts) ? format.percent(counts.approved.units / totalUnits(counts)) : '–'}</span>
          </span>
        </td>
      ))}
      <td className={numberCell}>{format.number(sums.reduce((sum, counts) => sum + wordsLeft(counts), 0))}</td>
    </tr>
  )
}
