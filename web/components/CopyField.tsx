import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnouncer } from './Announcer.js'
import { Button } from './Button.js'
import styles from './CopyField.module.css'
import field from './Field.module.css'
import { CheckIcon, CopyIcon } from './icons.js'

/** Something to be handed on, such as a link: selected on focus, copied by a press. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const { t } = useTranslation()
  const { announce } = useAnnouncer()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
      announce(t('copy.done'))
    } catch {
      // No permission, or not a secure page: it is selected for the keyboard's own copy.
      input.current?.select()
    }
  }
  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {label}
      </label>
      <div className={styles.row}>
        <input
          id={id}
          ref={input}
          className={`${field.control} ${styles.value}`}
          readOnly
          value={value}
          dir="ltr"
          aria-describedby={hint ? `${id}-hint` : undefined}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()}>
          {copied ? <CheckIcon aria-hidden="true" /> : <CopyIcon aria-hidden="true" />}
          {copied ? t('copy.done') : t('copy.copy')}
        </Button>
      </div>
      {hint ? (
        <p id={`${id}-hint`} className={field.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
