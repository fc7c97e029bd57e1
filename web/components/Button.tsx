import type { ComponentProps } from 'react'
import styles from './Button.module.css'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'

/** Classes of a button, for links that look like one. */
export const buttonClass = (look: ButtonLook = 'plain'): string => `${styles.button} ${styles[look]}`

/** `busy` keeps focus and place while a request runs, and takes no second click. */
export function Button({ look = 'plain', busy = false, className, onClick, type = 'button', ...rest }: ComponentProps<'button'> & { look?: ButtonLook; busy?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      className={`${buttonClass(look)} ${className ?? ''}`}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

/** A button that is only an icon: its name is for those who listen, and a tooltip. */
export function IconButton({ label, ...rest }: Omit<ComponentProps<typeof Button>, 'aria-label' | 'title'> & { label: string }) {
  return <Button look="quiet" {...rest} className={`${styles.icon} ${rest.className ?? ''}`} aria-label={label} title={label} />
}
