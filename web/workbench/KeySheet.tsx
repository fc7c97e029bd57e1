import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.js'
import { Dialog, DialogActions } from '../components/Dialog.js'
import { useDesk } from './desk.js'
import { Keys } from './KeyHint.js'
import styles from './KeySheet.module.css'
import { bindings } from './keys.js'
import { useCell } from './useCell.js'

/** All keys, drawn from the table that they are read from. */
export function KeySheet() {
  const { t } = useTranslation()
  const { keySheet, mac } = useDesk()
  if (!useCell(keySheet)) return null
  const groups = [
    { id: 'work', name: t('workbench.keys.work') },
    { id: 'move', name: t('workbench.keys.move') },
    { id: 'review', name: t('workbench.keys.review') },
    { id: 'view', name: t('workbench.keys.view') },
  ] as const
  const close = () => keySheet.set(false)
  return (
    <Dialog title={t('workbench.keys.title')} onClose={close} wide>
      <div className={styles.groups}>
        {groups.map(({ id, name }) => (
          <section key={id}>
            <h3 className={styles.name}>{name}</h3>
            <dl className={styles.list}>
              {bindings
                .filter((binding) => binding.group === id)
                .map(({ chord, text }) => (
                  <div key={text} className={styles.line}>
                    <dt>{t(text)}</dt>
                    <dd>
                      <Keys chord={chord} mac={mac} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <DialogActions>
        <Button onClick={close}>{t('action.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
