import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.js'
import styles from './ActiveUnit.module.css'
import type { Editing } from './editing.js'
import { WarningIcon } from './icons.js'
import { useCell } from './useCell.js'

/** What checks find in the text, while it is written. Those who listen hear which ones, when that changes; the figures change with every key. */
export function Findings({ editing }: { editing: Editing }) {
  const { t } = useTranslation()
  const format = useFormat()
  const warnings = useCell(editing.warnings)
  const names = [...new Set(warnings.map(({ check }) => t(`check.name.${check}`)))]
  return (
    <div className={styles.findings} data-reserved={editing.timed || undefined}>
      {warnings.length > 0 ? (
        <ul>
          {warnings.map(({ check, values }, index) => (
            <li key={`${check}${index}`} className={styles.finding}>
              <WarningIcon aria-hidden="true" /> {t(`check.${check}`, values)}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="heard" role="status">
        {names.length > 0 ? t('workbench.warnings', { count: names.length, checks: format.list(names) }) : ''}
      </p>
    </div>
  )
}
