import { useTranslation } from 'react-i18next'
import type { UnitRow } from '../../server/contract/unit.js'
import type { CodeFault } from '../../server/document/codes.js'
import { CodeChip } from '../editor/CodedText.js'
import { type CodeSide, locateCodes } from '../editor/locateCodes.js'
import styles from './ActiveUnit.module.css'
import { CommandButton } from './CommandButton.js'
import type { Editing } from './editing.js'
import { useCell } from './useCell.js'

const sideOf = (code: string): CodeSide => locateCodes(code)[0]?.side ?? 'single'

/** What is wrong with the codes of the text, while it is written: missing ones can be put in by key. */
export function CodeFaults({ editing, row }: { editing: Editing; row: UnitRow }) {
  const { t } = useTranslation()
  const faults = useCell(editing.faults)
  const missing = faults.filter((fault) => fault.type === 'missing')
  const others = faults.filter((fault) => fault.type !== 'missing')
  const chip = ({ id, code }: CodeFault, index: number) => (
    <CodeChip key={index} id={id} side={sideOf(code)} code={row.codes.find((each) => each.id === id) ?? null} all={row.codes} />
  )
  const names: Record<CodeFault['type'], string> = {
    missing: t('workbench.fault.missing'),
    extra: t('workbench.fault.extra'),
    crossed: t('workbench.fault.crossed'),
    unclosed: t('workbench.fault.unclosed'),
    unopened: t('workbench.fault.unopened'),
    misplaced: t('workbench.fault.misplaced'),
  }
  return (
    <div className={styles.faults} role="status">
      {missing.length > 0 ? (
        <p className={styles.fault}>
          {names.missing} {missing.map(chip)} <CommandButton command="insertCode">{t('workbench.action.insertCode')}</CommandButton>
        </p>
      ) : null}
      {others.map((fault, index) => (
        <p key={`${fault.type}${fault.code}`} className={styles.fault}>
          {names[fault.type]} {chip(fault, index)}
        </p>
      ))}
    </div>
  )
}
