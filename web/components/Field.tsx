import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './Field.module.css'
import { OpenIcon } from './icons.js'

interface Labelled {
  label: ReactNode
  hint?: ReactNode
  /** Why what was typed cannot be taken; stands beside the field and is read with it. */
  error?: ReactNode
}
interface Wiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label, hint and error around a control, wired for assistive technology. */
export function Field({ label, hint, error, children }: Labelled & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId()
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((part) => part !== null)
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described.length ? described.join(' ') : undefined, 'aria-invalid': error ? true : undefined })}
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

export function TextField({ label, hint, error, ...input }: Labelled & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <input className={styles.control} {...input} {...wiring} />}
    </Field>
  )
}

export function TextAreaField({ label, hint, error, className, ...area }: Labelled & ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <textarea className={`${styles.control} ${styles.area} ${className ?? ''}`} {...area} {...wiring} />}
    </Field>
  )
}

export function SelectField({ label, hint, error, ...select }: Labelled & ComponentProps<'select'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => <ChosenFrom className={styles.control} {...select} {...wiring} />}
    </Field>
  )
}

function ChosenFrom({ className, ...select }: ComponentProps<'select'>) {
  return (
    <span className={styles.select}>
      <select className={className} {...select} />
      <OpenIcon aria-hidden="true" />
    </span>
  )
}

/** A select in a toolbar: its label is only heard. */
export function Select({ label, ...select }: { label: string } & ComponentProps<'select'>) {
  return <ChosenFrom aria-label={label} className={`${styles.control} ${styles.compact}`} {...select} />
}

export function CheckField({ label, hint, ...input }: Omit<Labelled, 'error'> & ComponentProps<'input'>) {
  const id = useId()
  return (
    <div className={styles.check}>
      <input id={id} type="checkbox" aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

/** Radio buttons under one question. */
export function Choice<T extends string>({
  label,
  name,
  value,
  options,
  onChange,
}: {
  label: ReactNode
  name: string
  value: T
  options: readonly { value: T; label: ReactNode; hint?: ReactNode }[]
  onChange: (value: T) => void
}) {
  const id = useId()
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      {options.map((option) => (
        <div key={option.value} className={styles.check}>
          <input
            id={`${id}-${option.value}`}
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
            onChange={() => onChange(option.value)}
          />
          <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
          {option.hint ? (
            <p id={`${id}-${option.value}-hint`} className={styles.hint}>
              {option.hint}
            </p>
          ) : null}
        </div>
      ))}
    </fieldset>
  )
}
