import { useTranslation } from 'react-i18next'
import type { Cue } from '../../server/document/cue.js'
import styles from './ActiveUnit.module.css'

/** When a caption is shown, and for how long. */
export function CueTimes({ cue }: { cue: Cue }) {
  const { t } = useTranslation()
  return (
    <p className={styles.note}>
      <span dir="ltr">{`${clock(cue.start)} – ${clock(cue.end)}`}</span> · {t('workbench.cue.seconds', { seconds: (cue.end - cue.start) / 1000 })}
    </p>
  )
}

/** "1:02:03.450", as subtitlers write it in every language. */
function clock(milliseconds: number): string {
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0')
  const seconds = Math.floor(milliseconds / 1000)
  return `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}.${pad(milliseconds % 1000, 3)}`
}
