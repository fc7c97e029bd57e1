import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Document } from '../../server/contract/document.js'
import { sourceTextQuery } from '../api/queries.js'
import { Button } from '../components/Button.js'
import { TextAreaField } from '../components/Field.js'
import { FileDrop } from '../components/FileDrop.js'
import { Form, FormActions } from '../components/Form.js'
import { useSourceFiles } from '../components/sourceFiles.js'
import { Loaded } from '../components/States.js'
import { Tabs } from '../components/Tabs.js'
import { useFormat } from '../i18n/format.js'
import { languageProps } from '../i18n/languages.js'
import type { ReviseWay } from '../search.js'
import styles from './RevisePage.module.css'

/** A new version as it is given: each way keeps its own text while another is looked at. */
export interface NewSource {
  by: ReviseWay
  file: File | null
  pasted: string
  /** Empty until something was changed in the current text. */
  edited: string
}
export const emptySource: NewSource = { by: 'file', file: null, pasted: '', edited: '' }

interface SourceFormProps {
  document: Document
  source: NewSource
  busy: boolean
  onChange: (source: NewSource) => void
  onSubmit: (source: NewSource) => void
}

/** Upload, paste or edit a new version of the source. */
export function SourceForm({ document, source, busy, onChange, onSubmit }: SourceFormProps) {
  const { t } = useTranslation()
  const { by = 'file' } = useSearch({ from: '/signed-in/$project/$document/revise' })
  const navigate = useNavigate({ from: '/$project/$document/revise' })
  const shared = { document, source, busy, onChange, onSubmit }
  return (
    <Tabs
      label={t('revise.ways')}
      selected={by}
      onSelect={(way) => void navigate({ search: (before) => ({ ...before, by: way === 'file' ? undefined : way }), replace: true, resetScroll: false })}
      tabs={[
        { id: 'file', label: t('revise.upload'), content: <UploadWay {...shared} /> },
        { id: 'paste', label: t('revise.paste'), content: <PasteWay {...shared} /> },
        { id: 'edit', label: t('revise.edit'), content: <EditWay {...shared} /> },
      ]}
    />
  )
}

function PreviewButton({ busy, disabled }: { busy: boolean; disabled: boolean }) {
  const { t } = useTranslation()
  return (
    <FormActions>
      <Button type="submit" look="primary" busy={busy} disabled={disabled}>
        {t('revise.preview')}
      </Button>
      <span className={styles.hint}>{t('revise.previewHint')}</span>
    </FormActions>
  )
}

function UploadWay({ source, busy, onChange, onSubmit }: SourceFormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { accept, limit } = useSourceFiles()
  return (
    <Form onSubmit={() => onSubmit({ ...source, by: 'file' })} label={t('revise.upload')}>
      <FileDrop accept={accept} limit={limit} onFiles={([file]) => onChange({ ...source, file: file ?? null })} />
      {source.file ? (
        <p>
          <bdi>{source.file.name}</bdi> · {format.bytes(source.file.size)}
        </p>
      ) : null}
      <PreviewButton busy={busy} disabled={!source.file} />
    </Form>
  )
}

function PasteWay({ document, source, busy, onChange, onSubmit }: SourceFormProps) {
  const { t } = useTranslation()
  return (
    <Form onSubmit={() => onSubmit({ ...source, by: 'paste' })} label={t('revise.paste')}>
      <TextAreaField
        label={t('revise.pasted')}
        hint={t('revise.pastedHint', { format: document.format })}
        required
        rows={16}
        className={styles.source}
        value={source.pasted}
        onChange={(event) => onChange({ ...source, pasted: event.target.value })}
        {...languageProps(document.sourceLocale)}
      />
      <PreviewButton busy={busy} disabled={!source.pasted} />
    </Form>
  )
}

function EditWay({ document, source, busy, onChange, onSubmit }: SourceFormProps) {
  const { t } = useTranslation()
  const text = useQuery(sourceTextQuery(document.id, document.revision))
  return (
    <Loaded query={text}>
      {(current) => {
        const edited = source.edited || current
        return (
          <Form onSubmit={() => onSubmit({ ...source, by: 'edit', edited })} label={t('revise.edit')}>
            <TextAreaField
              label={t('revise.edited', { number: document.revision })}
              required
              rows={24}
              className={styles.source}
              value={edited}
              onChange={(event) => onChange({ ...source, edited: event.target.value })}
              {...languageProps(document.sourceLocale)}
            />
            <PreviewButton busy={busy} disabled={edited === current} />
          </Form>
        )
      }}
    </Loaded>
  )
}
