import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Document } from '../../server/contract/document.js'
import { ApiRefusal, api } from '../api/client.js'
import { documentQuery } from '../api/queries.js'
import { Button } from '../components/Button.js'
import { nameOperation, OperationProgress } from '../components/OperationProgress.js'
import { PageShell } from '../components/PageShell.js'
import { ErrorState, Loaded, RefusalNotice } from '../components/States.js'
import { languageProps } from '../i18n/languages.js'
import { ImpactPreview } from './ImpactPreview.js'
import { emptySource, type NewSource, SourceForm } from './SourceForm.js'
import styles from './RevisePage.module.css'

export default function RevisePage() {
  const { t } = useTranslation()
  const { project, document: id } = useParams({ from: '/signed-in/$project/$document/revise' })
  const query = useQuery(documentQuery(Number(id)))
  const document = query.data
  const name = document ? (document.title ?? document.path) : id
  return (
    <PageShell
      title={t('revise.of', { name })}
      heading={t('revise.title')}
      facts={document ? <bdi>{document.path}</bdi> : null}
      crumbs={[
        { label: <bdi>{document?.projectName ?? project}</bdi>, to: '/$project', params: { project } },
        { label: document ? <span {...languageProps(document.sourceLocale)}>{name}</span> : name, to: '/$project/$document', params: { project, document: id } },
      ]}
    >
      <Loaded query={query}>
        {(document) =>
          document.may.manage ? (
            <Revise key={document.id} document={document} />
          ) : (
            <ErrorState error={new ApiRefusal(document.archivedAt ? 'document-archived' : 'forbidden', '')} />
          )
        }
      </Loaded>
    </PageShell>
  )
}

async function previewOf(document: Document, source: NewSource, operation: string, signal: AbortSignal) {
  const content =
    source.by === 'file' && source.file
      ? { upload: (await api('POST /projects/:project/uploads', { params: { project: document.project }, body: source.file, signal })).sha256 }
      : { text: source.by === 'edit' ? source.edited : source.pasted }
  return api('POST /documents/:document/preview', { params: { document: document.id }, body: { content }, operation, signal })
}

/** First the new text, then what it would do, then the word that makes it so. Going back loses neither text nor decisions. */
function Revise({ document }: { document: Document }) {
  const { t } = useTranslation()
  const [source, setSource] = useState(emptySource)
  const [keep, setKeep] = useState<ReadonlySet<number>>(new Set())
  const [message, setMessage] = useState('')
  const [operation, setOperation] = useState('')
  const abort = useRef<AbortController | null>(null)
  const preview = useMutation({
    mutationFn: (chosen: NewSource) => {
      const name = nameOperation()
      const controller = new AbortController()
      setOperation(name)
      abort.current = controller
      return previewOf(document, chosen, name, controller.signal)
    },
  })
  const cancelled = preview.error instanceof DOMException && preview.error.name === 'AbortError'
  if (preview.data)
    return (
      <ImpactPreview
        document={document}
        impact={preview.data}
        keep={keep}
        onKeep={setKeep}
        message={message}
        onMessage={setMessage}
        onBack={() => preview.reset()}
        onAgain={() => preview.mutate(source)}
      />
    )
  return (
    <div className={styles.step}>
      <RefusalNotice error={cancelled ? null : preview.error} />
      <SourceForm
        document={document}
        source={source}
        busy={preview.isPending}
        onChange={setSource}
        onSubmit={(chosen) => {
          setKeep(new Set())
          preview.mutate(chosen)
        }}
      />
      {preview.isPending ? (
        <p className={styles.running}>
          <OperationProgress operation={operation} />
          <Button look="quiet" onClick={() => abort.current?.abort()}>
            {t('action.cancel')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}
