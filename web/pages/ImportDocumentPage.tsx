import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiRefusal } from '../api/client.js'
import { projectQuery, queryClient } from '../api/queries.js'
import { Button, IconButton } from '../components/Button.js'
import { useAnnouncer } from '../components/Announcer.js'
import { TextAreaField, TextField } from '../components/Field.js'
import { FileDrop } from '../components/FileDrop.js'
import { Form, FormActions } from '../components/Form.js'
import { CrossIcon } from '../components/icons.js'
import { OperationProgress } from '../components/OperationProgress.js'
import { PageShell, Section } from '../components/PageShell.js'
import { useRefusalText } from '../components/refusalText.js'
import { ErrorState, Loaded, Notice } from '../components/States.js'
import { useSourceFiles } from '../components/sourceFiles.js'
import { StatusIcon } from '../components/StatusIcon.js'
import { useFormat } from '../i18n/format.js'
import { languageProps } from '../i18n/languages.js'
import { type ImportItem, type ImportQueue, useImportQueue } from './importQueue.js'
import styles from './ImportDocument.module.css'

export default function ImportDocumentPage() {
  const { t } = useTranslation()
  const { project: slug } = useParams({ from: '/signed-in/$project/import' })
  const query = useQuery(projectQuery(slug))
  return (
    <PageShell title={t('import.title')} crumbs={[{ label: query.data?.name ?? slug, to: '/$project', params: { project: slug } }]} width="form">
      <Loaded query={query}>
        {(project) => (project.may.manage ? <Import project={slug} sourceLocale={project.sourceLocale} /> : <ErrorState error={new ApiRefusal('forbidden', '')} />)}
      </Loaded>
    </PageShell>
  )
}

function Import({ project, sourceLocale }: { project: string; sourceLocale: string }) {
  const { t } = useTranslation()
  const { toast } = useAnnouncer()
  const format = useFormat()
  const { names, accept, limit } = useSourceFiles()
  const queue = useImportQueue(project, (document) => {
    void queryClient.invalidateQueries({ queryKey: ['project', project] })
    toast(t('import.done', { path: document.path, count: document.revisions[0]?.units ?? 0 }))
  })
  return (
    <>
      <FileDrop multiple accept={accept} limit={limit} onFiles={(files) => queue.add(files.map((file) => ({ path: file.webkitRelativePath || file.name, content: file })))}>
        {t('import.formats', { formats: format.list(names) })}
      </FileDrop>
      {queue.items.length ? <Queue queue={queue} project={project} /> : null}
      <Paste sourceLocale={sourceLocale} onAdd={(path, text) => queue.add([{ path, content: text }])} />
    </>
  )
}

function Queue({ queue, project }: { queue: ImportQueue; project: string }) {
  const { t } = useTranslation()
  const open = queue.items.filter((item) => item.state === 'waiting' || item.state === 'refused').length
  const running = queue.items.some((item) => item.state === 'running')
  return (
    <Section title={t('import.list')}>
      <ul className={styles.queue}>
        {queue.items.map((item) => (
          <QueueItem key={item.id} item={item} queue={queue} project={project} />
        ))}
      </ul>
      {running || open ? (
        <FormActions>
          {running ? (
            <Button onClick={queue.cancel}>{t('action.cancel')}</Button>
          ) : (
            <Button look="primary" onClick={() => void queue.run()}>
              {t('import.run', { count: open })}
            </Button>
          )}
        </FormActions>
      ) : null}
    </Section>
  )
}

function QueueItem({ item, queue, project }: { item: ImportItem; queue: ImportQueue; project: string }) {
  const { t } = useTranslation()
  const refusalText = useRefusalText()
  return (
    <li className={styles.item}>
      {item.document ? (
        <p className={styles.done}>
          <StatusIcon status="approved" decorative />
          <Link to="/$project/$document" params={{ project, document: String(item.document.id) }}>
            <bdi>{item.document.path}</bdi>
          </Link>
          <span className={styles.facts}>{t('import.result', { units: item.document.revisions[0]?.units ?? 0, words: item.document.revisions[0]?.words ?? 0 })}</span>
        </p>
      ) : item.state === 'running' ? (
        <p className={styles.done}>
          <bdi>{item.path}</bdi>
          <OperationProgress operation={item.operation} />
        </p>
      ) : (
        <div className={styles.waiting}>
          <TextField
            label={t('import.path')}
            value={item.path}
            error={item.error ? refusalText(item.error) : undefined}
            onChange={(event) => queue.rename(item.id, event.target.value)}
            dir="ltr"
            spellCheck={false}
          />
          <IconButton label={t('import.drop', { path: item.path })} onClick={() => queue.remove(item.id)}>
            <CrossIcon aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {item.problems.length ? (
        <Notice tone="warning">
          {t('import.problems', { count: item.problems.length })}
          <ul>
            {item.problems.slice(0, 5).map((problem) => (
              <li key={`${problem.start} ${problem.code}`}>{problem.message}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </li>
  )
}

function Paste({ sourceLocale, onAdd }: { sourceLocale: string; onAdd: (path: string, text: string) => void }) {
  const { t } = useTranslation()
  const [path, setPath] = useState('')
  const [text, setText] = useState('')
  return (
    <Section title={t('import.paste')}>
      <Form
        label={t('import.paste')}
        onSubmit={() => {
          onAdd(path.trim(), text)
          setPath('')
          setText('')
        }}
      >
        <TextField
          label={t('import.path')}
          hint={t('import.pathHint')}
          required
          value={path}
          onChange={(event) => setPath(event.target.value)}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
        />
        <TextAreaField label={t('import.text')} required rows={8} value={text} onChange={(event) => setText(event.target.value)} {...languageProps(sourceLocale)} />
        <FormActions>
          <Button type="submit">{t('import.add')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
