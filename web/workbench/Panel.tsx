import { useTranslation } from 'react-i18next'
import { IconButton } from '../components/Button.js'
import { CrossIcon } from '../components/icons.js'
import { Skeleton } from '../components/Skeleton.js'
import { ErrorState } from '../components/States.js'
import { CommentForm } from './CommentForm.js'
import { DetailsTab } from './DetailsTab.js'
import { type PanelTab, useDesk } from './desk.js'
import { DiscussionTab } from './DiscussionTab.js'
import { HistoryTab } from './HistoryTab.js'
import styles from './Panel.module.css'
import { PanelTabs } from './PanelTabs.js'
import { useCell, useEntry } from './useCell.js'
import { type UnitDetail, useUnitDetail } from './useUnitDetail.js'

/** Beside the text: what is said about the open unit, what it was before, and what it is made of. */
export function Panel() {
  const { t } = useTranslation()
  const { bench, panel } = useDesk()
  const tab = useCell(panel)
  const active = useCell(bench.view.active)
  if (tab === null) return null
  return (
    <aside className={styles.panel} data-region="panel" tabIndex={-1} aria-label={t('workbench.panel')}>
      <IconButton label={t('workbench.panel.close')} className={styles.close} onClick={() => panel.set(null)}>
        <CrossIcon aria-hidden="true" />
      </IconButton>
      {active === null ? <p className={styles.none}>{t('workbench.panel.none')}</p> : <OfUnit key={active} id={active} />}
    </aside>
  )
}

function OfUnit({ id }: { id: number }) {
  const { t } = useTranslation()
  const { bench, panel } = useDesk()
  const tab = useCell(panel) ?? 'discussion'
  const open = useEntry(bench.outline, id)?.comments ?? 0
  const detail = useUnitDetail(id)
  const names = {
    discussion: open > 0 ? t('workbench.panel.discussionOpen', { count: open }) : t('workbench.panel.discussion'),
    history: t('workbench.panel.history'),
    details: t('workbench.panel.details'),
  }
  return (
    <PanelTabs label={t('workbench.panel')} selected={tab} names={names} onSelect={(next) => panel.set(next)}>
      {detail.data ? (
        <Content tab={tab} detail={detail.data} />
      ) : detail.isError ? (
        <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
      ) : (
        <Skeleton lines={4} />
      )}
      {/* There before the discussion is: who asked for it types at once. */}
      {tab === 'discussion' && bench.about.may.comment ? <CommentForm unit={id} /> : null}
    </PanelTabs>
  )
}

function Content({ tab, detail }: { tab: PanelTab; detail: UnitDetail }) {
  if (tab === 'discussion') return <DiscussionTab detail={detail} />
  return tab === 'history' ? <HistoryTab detail={detail} /> : <DetailsTab detail={detail} />
}
