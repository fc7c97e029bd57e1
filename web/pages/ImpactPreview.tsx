import { useMutation } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change, Document, Impact } from '../../server/contract/document.js'
import { api, isRefusal } from '../api/client.js'
import { documentQuery, queryClient } from '../api/queries.js'
import { useAnnouncer } from '../components/Announcer.js'
import { Button } from '../components/Button.js'
import { ChangeFilter, ChangeList } from '../components/ChangeList.js'
import { TextField } from '../components/Field.js'
import { Form, FormActions } from '../components/Form.js'
import { nameOperation, OperationProgress } from '../components/OperationProgress.js'
import { Section } from '../components/PageShell.js'
import { Notice, RefusalNotice } from '../components/States.js'
import { StatusIcon } from '../components/StatusIcon.js'
import { numberCell, Table } from '../components/Table.js'
import { useFormat } from '../i18n/format.js'
import styles from './RevisePage.module.css'

/** Only a changed wording of a unit that goes on can keep its meaning; what was split, joined, added or removed is new. */
const positionToKeep = (change: Change): number | null =>
  (change.kind === 'edited' || change.kind === 'moved') && change.diff !== null && change.staleLocales > 0 ? (change.new[0]?.position ?? null) : null
const isSmall = (change: Change): boolean => change.grade.level === 'none' || change.grade.level === 'cosmetic'

interface Preview {
  document: Document
  impact: Impact
  keep: ReadonlySet<number>
  onKeep: (keep: ReadonlySet<number>) => void
  message: string
  onMessage: (message: string) => void
  onBack: () => void
  /** Compares the same text with what is current now. */
  onAgain: () => void
}

/** What a new version does to the translations, before it is published; unit by unit one may say that the meaning stayed. */
export function ImpactPreview(props: Preview) {
  const { t } = useTranslation()
  const { document, impact, keep, onKeep } = props
  const arrival = useRef<HTMLDivElement>(null)
  useEffect(() => arrival.current?.focus({ preventScroll: true }), [])
  const { kind } = useSearch({ from: '/signed-in/$project/$document/revise' })
  const navigate = useNavigate({ from: '/$project/$document/revise' })
  const small = impact.changes.filter(isSmall).flatMap((change) => positionToKeep(change) ?? [])
  const toggle = (position: number) => {
    const next = new Set(keep)
    if (!next.delete(position)) next.add(position)
    onKeep(next)
  }
  return (
    <div className={styles.step} ref={arrival} tabIndex={-1} role="group" aria-label={t('revise.effects')}>
      {impact.problems.length ? <Notice tone="warning">{t('import.problems', { count: impact.problems.length })}</Notice> : null}
      <Effects {...props} />
      <Section title={t('revise.changes', { number: impact.base })}>
        <div className={styles.changeTools}>
          <ChangeFilter summary={impact.summary} kind={kind} onKind={(kind) => void navigate({ search: (before) => ({ ...before, kind }), replace: true, resetScroll: false })} />
          {small.length ? (
            <Button onClick={() => onKeep(new Set([...keep, ...small]))} disabled={small.every((position) => keep.has(position))}>
              {t('revise.keepSmall', { count: small.length })}
            </Button>
          ) : null}
        </div>
        <ChangeList
          key={kind}
          changes={impact.changes}
          kind={kind}
          language={document.sourceLocale}
          decision={(change) => {
            const position = positionToKeep(change)
            return position === null ? null : <KeepBox checked={keep.has(position)} onToggle={() => toggle(position)} />
          }}
        />
      </Section>
      <Publish {...props} />
    </div>
  )
}

function KeepBox({ checked, onToggle }: { checked: boolean; onToggle: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className={styles.keep}>
      <input id={id} type="checkbox" checked={checked} onChange={onToggle} />
      <label htmlFor={id}>{t('revise.keep')}</label>
    </div>
  )
}

function Effects({ document, impact, keep }: Preview) {
  const { t } = useTranslation()
  const format = useFormat()
  const locales = document.locales.filter((tag) => impact.stale[tag] || impact.restored[tag]).sort((a, b) => format.compare(format.language(a), format.language(b)))
  const all = impact.changes.reduce((sum, change) => sum + change.staleLocales, 0)
  const kept = impact.changes.reduce((sum, change) => sum + (keep.has(positionToKeep(change) ?? -1) ? change.staleLocales : 0), 0)
  return (
    <Section title={t('revise.effects')}>
      {all === 0 ? (
        <Notice tone="done">{t('revise.nothingStale')}</Notice>
      ) : (
        <p className={styles.verdict} role="status">
          <StatusIcon status="stale" decorative />
          <span>
            {t('revise.becomeStale', { count: all - kept })}
            {kept ? ` ${t('revise.kept', { count: kept })}` : ''}
          </span>
        </p>
      )}
      {locales.length ? (
        <Table
          caption={t('revise.effects')}
          head={
            <>
              <th scope="col">{t('document.language')}</th>
              <th scope="col" className={numberCell}>
                {t('revise.staleUnits')}
              </th>
              <th scope="col" className={numberCell}>
                {t('revise.staleWords')}
              </th>
              <th scope="col" className={numberCell}>
                {t('revise.restoredUnits')}
              </th>
            </>
          }
        >
          {locales.map((tag) => (
            <tr key={tag}>
              <th scope="row">{format.language(tag)}</th>
              <td className={numberCell}>{format.number(impact.stale[tag]?.units ?? 0)}</td>
              <td className={numberCell}>{format.number(impact.stale[tag]?.words ?? 0)}</td>
              <td className={numberCell}>{format.number(impact.restored[tag]?.units ?? 0)}</td>
            </tr>
          ))}
        </Table>
      ) : null}
      {locales.length ? <p className={styles.hint}>{t('revise.beforeKeeping')}</p> : null}
    </Section>
  )
}

function Publish({ document, impact, keep, message, onMessage, onBack, onAgain }: Preview) {
  const { t } = useTranslation()
  const { toast } = useAnnouncer()
  const navigate = useNavigate()
  const [operation, setOperation] = useState('')
  const positions = impact.changes.flatMap((change) => positionToKeep(change) ?? []).filter((position) => keep.has(position))
  const publish = useMutation({
    mutationFn: () => {
      const name = nameOperation()
      setOperation(name)
      return api('POST /documents/:document/revisions', {
        params: { document: document.id },
        body: { content: { upload: impact.upload }, base: impact.base, keep: positions, message },
        operation: name,
      })
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(documentQuery(document.id).queryKey, saved)
      void queryClient.invalidateQueries({ queryKey: ['project', document.project] })
      toast(t('revise.published', { number: saved.revision }))
      void navigate({ to: '/$project/$document', params: { project: document.project, document: String(document.id) } })
    },
  })
  // Known from the live stream at once, or from the refusal at the latest.
  const overtaken = document.revision !== impact.base || isRefusal(publish.error, 'revision-conflict')
  return (
    <Section title={t('revise.publish')}>
      {overtaken ? (
        <Notice tone="warning" action={<Button onClick={onAgain}>{t('revise.again')}</Button>}>
          {t('revise.overtaken')}
        </Notice>
      ) : (
        <RefusalNotice error={publish.error} />
      )}
      <div className={styles.publish}>
        <Form onSubmit={() => publish.mutate()} label={t('revise.publish')}>
          <TextField label={t('revise.message')} hint={t('revise.messageHint')} maxLength={10000} value={message} onChange={(event) => onMessage(event.target.value)} dir="auto" />
          <FormActions>
            <Button type="submit" look="primary" busy={publish.isPending} disabled={overtaken}>
              {t('revise.publishNumber', { number: impact.base + 1 })}
            </Button>
            <Button onClick={onBack} disabled={publish.isPending}>
              {t('revise.back')}
            </Button>
            {publish.isPending ? <OperationProgress operation={operation} /> : null}
          </FormActions>
        </Form>
      </div>
    </Section>
  )
}
