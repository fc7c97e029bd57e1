import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Document } from '../../server/contract/document.js'
import { ApiRefusal, api } from '../api/client.js'
import { documentQuery, fallbacksQuery, queryClient } from '../api/queries.js'
import { useAnnouncer } from '../components/Announcer.js'
import { Button, buttonClass } from '../components/Button.js'
import { Dialog, DialogActions } from '../components/Dialog.js'
import { ExportLocaleMenu, ExportZipMenu } from '../components/ExportMenu.js'
import { TextField } from '../components/Field.js'
import { Form, useFieldErrors } from '../components/Form.js'
import { Menu } from '../components/Menu.js'
import { PageShell, Section } from '../components/PageShell.js'
import { StackedBar, totalUnits, wordsLeft } from '../components/StackedBar.js'
import { ErrorState, Loaded, Notice } from '../components/States.js'
import { numberCell, Table } from '../components/Table.js'
import { useFormat } from '../i18n/format.js'
import { languageProps } from '../i18n/languages.js'
import styles from './DocumentPage.module.css'
import { Revisions } from './Revisions.js'

export default function DocumentPage() {
  const { t } = useTranslation()
  const { project, document: id } = useParams({ from: '/signed-in/$project/$document' })
  const number = Number(id)
  const query = useQuery({ ...documentQuery(number), enabled: Number.isInteger(number) })
  const document = query.data
  const name = document?.title ?? document?.path ?? t('project.document')
  return (
    <PageShell
      title={name}
      heading={document ? <span {...languageProps(document.sourceLocale)}>{name}</span> : undefined}
      crumbs={[{ label: <bdi>{document?.projectName ?? project}</bdi>, to: '/$project', params: { project } }]}
      facts={document ? <Facts document={document} /> : null}
      actions={document ? <Actions document={document} /> : null}
    >
      {Number.isInteger(number) ? (
        <Loaded query={query}>
          {(document) => (
            <>
              {document.archivedAt === null ? null : <Notice tone="warning">{t('document.archived')}</Notice>}
              <Languages document={document} />
              <Revisions document={document} />
            </>
          )}
        </Loaded>
      ) : (
        <ErrorState error={new ApiRefusal('not-found', '')} />
      )}
    </PageShell>
  )
}

function Facts({ document }: { document: Document }) {
  const { t } = useTranslation()
  const format = useFormat()
  const revision = document.revisions[0]
  return (
    <>
      <bdi>{document.path}</bdi>
      <span>{format.language(document.sourceLocale)}</span>
      {revision ? <span>{t('import.result', { units: revision.units, words: revision.words })}</span> : null}
    </>
  )
}

function Actions({ document }: { document: Document }) {
  const { t } = useTranslation()
  const { toast } = useAnnouncer()
  const [renaming, setRenaming] = useState(false)
  const archived = document.archivedAt !== null
  const archive = useMutation({
    mutationFn: () => api('PATCH /documents/:document', { params: { document: document.id }, body: { archived: !archived } }),
    onSuccess: (saved) => {
      keep(saved)
      toast(saved.archivedAt === null ? t('document.restoredToast') : t('document.archivedToast'))
    },
  })
  const params = { project: document.project, document: String(document.id) }
  return (
    <>
      {document.may.export ? <ExportZipMenu path="/documents/:document/export" params={{ document: document.id }} /> : null}
      {document.may.manage && !archived ? (
        <Link to="/$project/$document/revise" params={params} className={buttonClass('primary')}>
          {t('revise.title')}
        </Link>
      ) : null}
      {document.may.manage ? (
        <Menu
          label={t('document.more')}
          icon={<span aria-hidden="true">⋯</span>}
          iconOnly
          look="plain"
          groups={[
            {
              id: 'more',
              entries: [
                { id: 'rename', label: t('document.rename'), onAction: () => setRenaming(true) },
                { id: 'archive', label: archived ? t('document.restore') : t('document.archive'), onAction: () => archive.mutate() },
              ],
            },
          ]}
        />
      ) : null}
      {renaming ? <Rename document={document} onClose={() => setRenaming(false)} /> : null}
    </>
  )
}

function keep(saved: Document): void {
  queryClient.setQueryData(documentQuery(saved.id).queryKey, saved)
  void queryClient.invalidateQueries({ queryKey: ['project', saved.project] })
}

function Rename({ document, onClose }: { document: Document; onClose: () => void }) {
  const { t } = useTranslation()
  const [path, setPath] = useState(document.path)
  const rename = useMutation({
    mutationFn: () => api('PATCH /documents/:document', { params: { document: document.id }, body: { path } }),
    onSuccess: (saved) => {
      keep(saved)
      onClose()
    },
  })
  const { beside, above } = useFieldErrors(rename.error, ['path'])
  return (
    <Dialog title={t('document.rename')} onClose={onClose}>
      <Form onSubmit={() => rename.mutate()} error={above}>
        <TextField label={t('import.path')} required value={path} error={beside.path} onChange={(event) => setPath(event.target.value)} dir="ltr" spellCheck={false} />
        <DialogActions>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" look="primary" busy={rename.isPending}>
            {t('document.rename')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function Languages({ document }: { document: Document }) {
  const { t } = useTranslation()
  const format = useFormat()
  const locales = [...document.locales].sort((a, b) => format.compare(format.language(a), format.language(b)))
  return (
    <Section title={t('document.languages')}>
      {locales.length ? (
        <Table
          foldable
          caption={t('document.languages')}
          head={
            <>
              <th scope="col">{t('document.language')}</th>
              <th scope="col" className={styles.progressHead}>
                {t('document.progress')}
              </th>
              <th scope="col" className={numberCell}>
                {t('status.approved')}
              </th>
              <th scope="col" className={numberCell}>
                {t('project.left')}
              </th>
              <th scope="col">{t('preview.title')}</th>
              <th scope="col">
                <span className="heard">{t('export.title')}</span>
              </th>
            </>
          }
        >
          {locales.map((tag) => (
            <LanguageRow key={tag} document={document} tag={tag} />
          ))}
        </Table>
      ) : (
        <p>{t('document.noLanguages')}</p>
      )}
    </Section>
  )
}

function LanguageRow({ document, tag }: { document: Document; tag: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const counts = document.progress[tag]
  const total = counts ? totalUnits(counts) : 0
  const mine = document.may.review.includes(tag) ? t('role.reviewer') : document.may.translate.includes(tag) ? t('role.translator') : null
  return (
    <tr>
      <th scope="row">
        <Link to="/$project/$document/$locale" params={{ project: document.project, document: String(document.id), locale: tag }} search={{}} className={styles.language}>
          {format.language(tag)}
        </Link>
        {mine && !document.may.manage ? <span className={styles.mine}>{mine}</span> : null}
      </th>
      <td className={styles.bar}>{counts ? <StackedBar counts={counts} label={format.language(tag)} /> : null}</td>
      <td className={numberCell} data-head={t('status.approved')}>
        {counts && total ? format.percent(counts.approved.units / total) : '–'}
      </td>
      <td className={numberCell} data-head={t('project.left')}>
        {counts ? format.number(wordsLeft(counts)) : '–'}
      </td>
      <td>
        <Link to="/$project/$document/$locale/preview" params={{ project: document.project, document: String(document.id), locale: tag }} search={{}}>
          {t('preview.title')}
          <span className="heard"> {format.language(tag)}</span>
        </Link>
        <FallbackBadge document={document} tag={tag} />
      </td>
      <td className={numberCell}>{document.may.export ? <ExportLocaleMenu document={document.id} locale={tag} language={format.language(tag)} /> : null}</td>
    </tr>
  )
}

/** How many translations an export in this language would leave out; nothing where there are none. */
function FallbackBadge({ document, tag }: { document: Document; tag: string }) {
  const { t } = useTranslation()
  const counts = document.progress[tag]
  const translated = counts ? counts.translated.units + counts.approved.units : 0
  const { data } = useQuery({ ...fallbacksQuery(document.id, tag, 'all'), enabled: translated > 0 })
  if (!data?.fallbacks.length) return null
  return (
    <Link
      to="/$project/$document/$locale"
      params={{ project: document.project, document: String(document.id), locale: tag }}
      search={{ status: 'fallback' }}
      className={styles.fallbacks}
    >
      {t('preview.fallbackCount', { count: data.fallbacks.length })}
    </Link>
  )
}
