import { useTranslation } from 'react-i18next'
import type { UnitRow } from '../../server/contract/unit.js'
import { wordDiff } from '../../server/document/diff.js'
import { Button } from '../components/Button.js'
import { Notice } from '../components/States.js'
import { CodedDiff } from '../editor/CodedDiff.js'
import { useFormat } from '../i18n/format.js'
import { languageProps } from '../i18n/languages.js'
import styles from './ActiveUnit.module.css'
import { perform } from './commands.js'
import { useDesk } from './desk.js'
import type { Editing } from './editing.js'
import { useCell } from './useCell.js'

/** Somebody changed the translation or the source while one was writing: both texts, what differs, and the answers. Nothing is overwritten unasked. */
export function ClashNotice({ editing, row, onTogether }: { editing: Editing; row: UnitRow; onTogether: (theirs: string | null) => void }) {
  const clash = useCell(editing.clash)
  if (clash === 'target') return <TargetClash editing={editing} row={row} onTogether={onTogether} />
  if (clash === 'source') return <SourceClash editing={editing} row={row} />
  return null
}

function TargetClash({ editing, row, onTogether }: { editing: Editing; row: UnitRow; onTogether: (theirs: string | null) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const desk = useDesk()
  const { locale } = desk.bench.about
  const { author, savedAt, text } = row.target
  const keepMine = () => {
    editing.rebase()
    onTogether(null)
    perform(desk, 'save')
  }
  const together = () => {
    editing.rebase()
    onTogether(text)
    desk.editor.current?.focus()
  }
  const takeTheirs = () => {
    onTogether(null)
    desk.bench.revert()
    desk.editor.current?.focus()
  }
  return (
    <Notice tone="error">
      <p>
        <strong>{t('workbench.clash.target', { name: author?.name ?? t('workbench.somebody'), time: savedAt ? format.dateTime(savedAt) : '' })}</strong>
      </p>
      <p className={styles.label}>{t('workbench.clash.diff')}</p>
      <p className={`text ${styles.text}`} {...languageProps(locale)}>
        <CodedDiff parts={wordDiff(text, editing.text, locale)} codes={row.codes} />
      </p>
      <div className={`${styles.answers} ${styles.below}`}>
        <Button onClick={keepMine}>{t('workbench.clash.mine')}</Button>
        <Button onClick={takeTheirs}>{t('workbench.clash.take')}</Button>
        <Button onClick={together}>{t('workbench.clash.together')}</Button>
      </div>
    </Notice>
  )
}

function SourceClash({ editing, row }: { editing: Editing; row: UnitRow }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const { sourceLocale } = desk.bench.about
  return (
    <Notice tone="error">
      <p>
        <strong>{t('workbench.clash.source')}</strong>
      </p>
      <p className={`text ${styles.text}`} {...languageProps(sourceLocale)}>
        <CodedDiff parts={wordDiff(editing.base.source, row.source, sourceLocale)} codes={row.codes} />
      </p>
      <div className={`${styles.answers} ${styles.below}`}>
        <Button
          onClick={() => {
            editing.rebase()
            desk.editor.current?.focus()
          }}
        >
          {t('workbench.clash.goOn')}
        </Button>
        <Button onClick={() => desk.bench.revert()}>{t('workbench.clash.drop')}</Button>
      </div>
    </Notice>
  )
}
