import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.js'
import { CommandButton } from './CommandButton.js'
import { useDesk } from './desk.js'
import styles from './SelectionBar.module.css'
import { useCell } from './useCell.js'

/** What can be done with all selected units at once. */
export function SelectionBar() {
  const { t } = useTranslation()
  const { bench } = useDesk()
  const selected = useCell(bench.view.selected)
  if (selected.size < 2) return null
  return (
    <div className={styles.bar} role="region" aria-label={t('workbench.selection')}>
      <strong>{t('workbench.selection.count', { count: selected.size })}</strong>
      {bench.about.may.review ? (
        <>
          <CommandButton command="approve" look="primary">
            {t('workbench.action.approve')}
          </CommandButton>
          <CommandButton command="reject">{t('workbench.action.reject')}</CommandButton>
        </>
      ) : null}
      <Button look="quiet" onClick={() => bench.view.clearSelection()}>
        {t('workbench.selection.clear')}
      </Button>
    </div>
  )
}
