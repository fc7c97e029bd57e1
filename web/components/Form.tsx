import type { ReactNode } from 'react'
import { isRefusal } from '../api/client.js'
import styles from './Form.module.css'
import { useRefusalText } from './refusalText.js'
import { RefusalNotice } from './States.js'

/** Refusals that are about one field, beside those that name theirs. */
const fieldOfRefusal: Record<string, string> = { 'email-taken': 'email', 'slug-taken': 'slug', 'slug-reserved': 'slug', 'path-taken': 'path', 'path-invalid': 'path' }

function refusedField(error: unknown): string | null {
  if (!isRefusal(error)) return null
  if (error.code === 'invalid-input') return String(error.details.field).split('.')[1] ?? null
  return fieldOfRefusal[error.code] ?? null
}

/** What to say beside a field after a refused request, and what is left to say above the form. */
export function useFieldErrors<F extends string>(error: unknown, fields: readonly F[]): { beside: Partial<Record<F, string>>; above: unknown } {
  const refusalText = useRefusalText()
  const field = refusedField(error)
  const own = fields.find((each) => each === field)
  if (own === undefined) return { beside: {}, above: error }
  const text = isRefusal(error, 'invalid-input') ? String(error.details.reason) : refusalText(error)
  return { beside: { [own]: text } as Partial<Record<F, string>>, above: null }
}

/** A form that keeps what was typed whatever the server says. */
export function Form({ onSubmit, error, children, label }: { onSubmit: () => void; error?: unknown; children: ReactNode; label?: string }) {
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <RefusalNotice error={error} />
      {children}
    </form>
  )
}

export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
