import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.js'
import styles from './FileDrop.module.css'
import { UploadIcon } from './icons.js'

/** A place to drop files on, which is a file chooser too. Files above `limit` bytes are not handed on; they are named instead. */
export function FileDrop({
  multiple = false,
  limit,
  accept,
  onFiles,
  children,
}: {
  multiple?: boolean
  limit: number
  accept: string
  onFiles: (files: File[]) => void
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()
  const [over, setOver] = useState(false)
  const [tooLarge, setTooLarge] = useState<string[]>([])
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1)
    setTooLarge(files.filter((file) => file.size > limit).map((file) => file.name))
    const fitting = files.filter((file) => file.size <= limit)
    if (fitting.length) onFiles(fitting)
  }
  return (
    <div className={styles.whole}>
      <div
        className={`${styles.drop} ${over ? styles.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <UploadIcon aria-hidden="true" />
        <input
          id={id}
          type="file"
          className={styles.input}
          multiple={multiple}
          accept={accept}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            take(event.target.files)
            // The same file can be chosen again.
            event.target.value = ''
          }}
        />
        <label htmlFor={id} className={styles.label}>
          {multiple ? t('drop.files') : t('drop.file')}
        </label>
        <p id={`${id}-hint`} className={styles.hint}>
          {children} {t('drop.limit', { size: format.bytes(limit) })}
        </p>
      </div>
      {tooLarge.length ? (
        <p className={styles.error} role="alert">
          {t('drop.tooLarge', { files: format.list(tooLarge), size: format.bytes(limit) })}
        </p>
      ) : null}
    </div>
  )
}
