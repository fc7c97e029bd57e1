import { createContext, type ReactNode, useCallback, useContext, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './Button.js'
import { CrossIcon } from './icons.js'
import styles from './Announcer.module.css'

/** What a notice offers to do, such as taking back what it tells of. */
interface ToastAction {
  label: string
  run(): void
}

interface Announcements {
  /** Says something to those who listen; nothing is seen. */
  announce(text: string): void
  /** Shows and says what was done. It goes by itself, so it never carries the only copy of something important. */
  toast(text: string, action?: ToastAction): void
}

const AnnouncerContext = createContext<Announcements>({ announce: () => {}, toast: () => {} })
export const useAnnouncer = (): Announcements => useContext(AnnouncerContext)

const shownFor = 6000

/** The page's live region and its passing notices. */
export function Announcer({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const [toasts, setToasts] = useState<readonly { id: number; text: string; action: ToastAction | undefined }[]>([])
  const next = useRef(1)
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const value = useMemo<Announcements>(() => {
    const announce = (text: string) => setSaid((before) => ({ text, turn: before.turn + 1 }))
    const toast = (text: string, action?: ToastAction) => {
      const id = next.current++
      announce(text)
      setToasts((all) => [...all.slice(-2), { id, text, action }])
    }
    return { announce, toast }
  }, [])
  return (
    <AnnouncerContext value={value}>
      {children}
      <div className="heard" role="status" aria-live="polite">
        {/* The no-break space makes the same text twice a change. */}
        {said.text + (said.turn % 2 ? '\u00a0' : '')}
      </div>
      <section className={styles.toasts} aria-label={t('shell.notices')}>
        {toasts.map((toast) => (
          <Toast key={toast.id} text={toast.text} action={toast.action} closeLabel={t('action.close')} onDone={() => dismiss(toast.id)} />
        ))}
      </section>
    </AnnouncerContext>
  )
}

function Toast({ text, action, closeLabel, onDone }: { text: string; action: ToastAction | undefined; closeLabel: string; onDone: () => void }) {
  const [held, setHeld] = useState(false)
  const done = useEffectEvent(onDone)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => done(), shownFor)
    return () => clearTimeout(timer)
  }, [held])
  return (
    <div className={styles.toast} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <span>{text}</span>
      {action ? (
        <Button
          look="quiet"
          onClick={() => {
            action.run()
            onDone()
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton label={closeLabel} onClick={onDone}>
        <CrossIcon />
      </IconButton>
    </div>
  )
}
