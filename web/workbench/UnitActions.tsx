import { useTranslation } from 'react-i18next'
import type { UnitRow } from '../../server/contract/unit.js'
import { RelativeTime } from '../components/RelativeTime.js'
import { StatusLabel } from '../components/StatusIcon.js'
import styles from './ActiveUnit.module.css'
import { CommandButton } from './CommandButton.js'
import { useDesk } from './desk.js'
import type { Editing } from './editing.js'
import { useCell } from './useCell.js'

/** What can be done with the open unit, each with its key. */
export function UnitActions({ row, editing }: { row: UnitRow; editing: Editing }) {
  const { t } = useTranslation()
  const { bench } = useDesk()
  const dirty = useCell(editing.dirty)
  const { translate, review } = bench.about.may
  const { status, text, author, savedAt } = row.target
  return (
    <div className={styles.actions}>
      {translate ? (
        <CommandButton command="save" look="primary">
          {t('workbench.action.save')}
        </CommandButton>
      ) : null}
      {translate && status === 'stale' && !dirty ? <CommandButton command="stillValid">{t('workbench.action.stillValid')}</CommandButton> : null}
      {review && (status === 'translated' || status === 'rejected') ? <CommandButton command="approve">{t('workbench.action.approve')}</CommandButton> : null}
      {review && (status === 'translated' || status === 'approved') ? <CommandButton command="reject">{t('workbench.action.reject')}</CommandButton> : null}
      {translate && !text && !dirty ? (
        <CommandButton command="copySource" look="quiet">
          {t('workbench.action.copySource')}
        </CommandButton>
      ) : null}
      <CommandButton command="comment" look="quiet">
        {t('workbench.action.comment')}
      </CommandButton>
      {translate && dirty ? (
        <CommandButton command="revert" look="quiet">
          {t('workbench.action.revert')}
        </CommandButton>
      ) : null}
      <span className={styles.state}>
        <StatusLabel status={dirty ? 'draft' : status} />
        {!dirty && author && savedAt ? (
          <span>
            <bdi>{author.name}</bdi> · <RelativeTime time={savedAt} />
          </span>
        ) : null}
      </span>
    </div>
  )
}
