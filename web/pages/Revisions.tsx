import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Document, Revision } from '../../server/contract/document.js'
import { address, api } from '../api/client.js'
import { compareQuery, documentQuery, queryClient } from '../api/queries.js'
import { useAnnouncer } from '../components/Announcer.js'
import { Button } from '../components/Button.js'
import { ChangeFilter, ChangeList } from '../components/ChangeList.js'
import { Confirm } from '../components/Dialog.js'
import { Select } from '../components/Field.js'
import { Section } from '../components/PageShell.js'
import { RelativeTime } from '../components/RelativeTime.js'
import { Loaded, RefusalNotice } from '../components/States.js'
import { useFormat } from '../i18n/format.js'
import styles from './Revisions.module.css'

/** The source's versions as a timeline, and what changed between any two. */
export function Revisions({ document }: { document: Document }) {
  const { t } = useTranslation()
  const { from, to } = useSearch({ from: '/signed-in/$project/$document' })
  const [reverting, setReverting] = useState<Revision | null>(null)
  return (
    <>
      <Section title={t('document.revisions')}>
        <ol className={styles.timeline}>
          {document.revisions.map((revision) => (
            <RevisionItem key={revision.number} document={document} revision={revision} onRevert={() => setReverting(revision)} />
          ))}
        </ol>
      </Section>
      {from && to && from !== to ? <Comparison document={document} from={from} to={to} /> : null}
      {reverting ? <Revert document={document} revision={reverting} onClose={() => setReverting(null)} /> : null}
    </>
  )
}

function RevisionItem({ document, revision, onRevert }: { document: Document; revision: Revision; onRevert: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate({ from: '/$project/$document' })
  const current = revision.number === document.revision
  return (
    <li className={`${styles.revision} ${current ? styles.current : ''}`}>
      <div className={styles.what}>
        <p className={styles.name}>
          <b>{t('revision.number', { number: revision.number })}</b>
          {current ? <span className={styles.badge}>{t('document.current')}</span> : null}
        </p>
        {revision.message ? (
          <p className={styles.message} dir="auto">
            {revision.message}
          </p>
        ) : null}
        <p className={styles.facts}>
          <bdi>{revision.author?.name ?? t('activity.system')}</bdi>
          <RelativeTime time={revision.createdAt} />
          <span>{t('import.result', { units: revision.units, words: revision.words })}</span>
          <a href={address('/documents/:document/revisions/:number/content', { document: document.id, number: revision.number })} download>
            {t('document.source', { size: format.bytes(revision.bytes) })}
          </a>
        </p>
      </div>
      <div className={styles.actions}>
        {revision.number > 1 ? (
          <Button look="quiet" onClick={() => void navigate({ search: { from: revision.number - 1, to: revision.number }, resetScroll: false })}>
            {t('document.whatChanged')}
          </Button>
        ) : null}
        {document.may.manage && !current && document.archivedAt === null ? (
          <Button look="quiet" onClick={onRevert}>
            {t('document.revert')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

function Comparison({ document, from, to }: { document: Document; from: number; to: number }) {
  const { t } = useTranslation()
  const { kind } = useSearch({ from: '/signed-in/$project/$document' })
  const navigate = useNavigate({ from: '/$project/$document' })
  const set = (change: { from?: number; to?: number; kind?: typeof kind }) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
  const query = useQuery(compareQuery(document.id, from, to))
  const options = document.revisions.map((revision) => (
    <option key={revision.number} value={revision.number}>
      {t('revision.number', { number: revision.number })}
    </option>
  ))
  return (
    <Section
      title={t('document.comparison')}
      actions={
        <span className={styles.pair}>
          <Select label={t('document.from')} value={from} onChange={(event) => set({ from: Number(event.target.value) })}>
            {options}
          </Select>
          <span aria-hidden="true" className={styles.arrow}>
            →
          </span>
          <Select label={t('document.to')} value={to} onChange={(event) => set({ to: Number(event.target.value) })}>
            {options}
          </Select>
          <Button look="quiet" onClick={() => set({ from: undefined, to: undefined, kind: undefined })}>
            {t('action.close')}
          </Button>
        </span>
      }
    >
      <Loaded query={query}>
        {({ summary, changes }) => (
          <>
            <ChangeFilter summary={summary} kind={kind} onKind={(kind) => set({ kind })} />
            <ChangeList key={`${from} ${to} ${kind}`} changes={changes} kind={kind} language={document.sourceLocale} />
          </>
        )}
      </Loaded>
    </Section>
  )
}

/** An earlier version is published again: with it come the translations and approvals that were made for it. */
function Revert({ document, revision, onClose }: { document: Document; revision: Revision; onClose: () => void }) {
  const { t } = useTranslation()
  const { toast } = useAnnouncer()
  const revert = useMutation({
    mutationFn: () =>
      api('POST /documents/:document/revisions', {
        params: { document: document.id },
        body: { content: { revertTo: revision.number }, base: document.revision, message: t('document.revertMessage', { number: revision.number }) },
      }),
    onSuccess: (saved) => {
      queryClient.setQueryData(documentQuery(document.id).queryKey, saved)
      void queryClient.invalidateQueries({ queryKey: ['project', document.project] })
      toast(t('revise.published', { number: saved.revision }))
      onClose()
    },
  })
  return (
    <Confirm
      title={t('document.revertAsk', { number: revision.number })}
      verb={t('document.revert')}
      look="primary"
      busy={revert.isPending}
      onConfirm={() => revert.mutate()}
      onClose={onClose}
    >
      <p>{t('document.revertWhat')}</p>
      <RefusalNotice error={revert.error} />
    </Confirm>
  )
}
