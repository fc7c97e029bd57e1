import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.js'
import { Dialog, DialogActions } from '../components/Dialog.js'
import { TextAreaField } from '../components/Field.js'
import { rejectWith } from './commands.js'
import { useDesk } from './desk.js'
import { useCell } from './useCell.js'

/** Asks why, for one translation or all selected ones. */
export function RejectDialog() {
  const ids = useCell(useDesk().rejecting)
  return ids ? <Reason key={ids.join()} ids={ids} /> : null
}

function Reason({ ids }: { ids: readonly number[] }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const [note, setNote] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const close = () => desk.rejecting.set(null)
  const reject = async () => {
    if (!note.trim()) return setError(t('workbench.reject.needed'))
    setBusy(true)
    const done = await rejectWith(desk, ids, note.trim())
    setBusy(false)
    if (done) close()
    else setError(t('workbench.reject.failed'))
  }
  return (
    <Dialog title={t('workbench.reject.title', { count: ids.length })} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void reject()
        }}
      >
        <TextAreaField
          label={t('workbench.reject.reason')}
          hint={t('workbench.reject.hint')}
          error={error}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) void reject()
          }}
        />
        <DialogActions>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button look="danger" type="submit" busy={busy}>
            {t('workbench.action.reject')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
