import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '../../server/contract/index.js'
import { documentQuery, previewQuery } from '../api/queries.js'
import { Button } from '../components/Button.js'
import { PageShell } from '../components/PageShell.js'
import { Loaded, Notice } from '../components/States.js'
import { Tabs } from '../components/Tabs.js'
import { useFormat } from '../i18n/format.js'
import { ByteDiff } from '../preview/ByteDiff.js'
import { Fallbacks, fallbacksOf } from '../preview/Fallbacks.js'
import { Rendered } from '../preview/Rendered.js'
import { SideBySide } from '../preview/SideBySide.js'
import type { PreviewView } from '../search.js'
import styles from './PreviewPage.module.css'

type Preview = AnswerOf<'GET /documents/:document/locales/:locale/preview'>
const contents = ['all', 'approved'] as const

/** A localized document as an export would be just now: beside its source, as bytes, and what is left out of it. */
export default function PreviewPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const { project, document, locale } = useParams({ from: '/signed-in/$project/$document/$locale/preview' })
  const { content = 'all' } = useSearch({ from: '/signed-in/$project/$document/$locale/preview' })
  const navigate = useNavigate({ from: '/$project/$document/$locale/preview' })
  const about = useQuery(documentQuery(Number(document))).data
  const query = useQuery(previewQuery(Number(document), locale, content))
  const name = about?.title ?? about?.path ?? t('project.document')
  const labels = { all: t('export.all'), approved: t('export.approved') }
  return (
    <PageShell
      title={t('preview.titleOf', { document: name, language: format.language(locale) })}
      width="wide"
      crumbs={[
        { label: <bdi>{about?.projectName ?? project}</bdi>, to: '/$project', params: { project } },
        { label: <bdi>{name}</bdi>, to: '/$project/$document', params: { project, document } },
        { label: format.language(locale), to: '/$project/$document/$locale', params: { project, document, locale } },
      ]}
      facts={query.data ? <Facts preview={query.data} /> : null}
      actions={
        <span role="group" aria-label={t('preview.content')} className={styles.contents}>
          {contents.map((one) => (
            <Button
              key={one}
              aria-pressed={content === one}
              onClick={() => void navigate({ search: (before) => ({ ...before, content: one === 'approved' ? one : undefined }), replace: true })}
            >
              {labels[one]}
            </Button>
          ))}
        </span>
      }
    >
      <Loaded query={query}>
        {(preview) => (
          <>
            {preview.checked ? null : <Notice tone="warning">{t('preview.unchecked')}</Notice>}
            <Views preview={preview} locale={locale} content={content} />
          </>
        )}
      </Loaded>
    </PageShell>
  )
}

function Facts({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  const translated = preview.units.filter(({ exported }) => exported !== 'source').length
  return (
    <>
      <bdi>{preview.path}</bdi>
      <span>{t('preview.facts', { translated, units: preview.units.length })}</span>
    </>
  )
}

function Views({ preview, locale, content }: { preview: Preview; locale: string; content: 'approved' | 'all' }) {
  const { t } = useTranslation()
  const { view = 'texts', unit } = useSearch({ from: '/signed-in/$project/$document/$locale/preview' })
  const navigate = useNavigate({ from: '/$project/$document/$locale/preview' })
  const { project, documentId, sourceLocale, page } = preview
  return (
    <Tabs<PreviewView>
      label={t('preview.views')}
      selected={view === 'page' && !page ? 'texts' : view}
      onSelect={(id) => void navigate({ search: (before) => ({ ...before, view: id === 'texts' ? undefined : id }), replace: true })}
      tabs={[
        { id: 'texts', label: t('preview.texts'), content: <SideBySide preview={preview} locale={locale} unit={unit} /> },
        ...(page
          ? [{ id: 'page' as const, label: t('preview.page'), content: <Rendered document={documentId} sourceLocale={sourceLocale} locale={locale} content={content} /> }]
          : []),
        { id: 'bytes', label: t('preview.bytes'), content: <ByteDiff project={project} document={documentId} locale={locale} content={content} /> },
        { id: 'fallbacks', label: t('preview.fallbacksTab', { count: fallbacksOf(preview).length }), content: <Fallbacks preview={preview} locale={locale} /> },
      ]}
    />
  )
}
