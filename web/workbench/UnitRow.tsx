import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusIcon } from '../components/StatusIcon.js'
import { CodedText } from '../editor/CodedText.js'
import { languageProps } from '../i18n/languages.js'
import { ActiveUnit } from './ActiveUnit.js'
import { useDesk } from './desk.js'
import { AlertIcon, CommentIcon, FallbackIcon, SendingIcon, WaitingIcon } from './icons.js'
import type { Entry } from './outline.js'
import { KeyName } from './KeyName.js'
import styles from './UnitRow.module.css'
import { useCellPart, useEntry } from './useCell.js'

/** One unit in the list. Renders when this unit changes, is opened or is selected, and at no other time. */
export const UnitRow = memo(function UnitRow({ id }: { id: number }) {
  const { bench } = useDesk()
  const entry = useEntry(bench.outline, id)
  const active = useCellPart(bench.view.active, (open) => open === id)
  const selected = useCellPart(bench.view.selected, (all) => all.has(id))
  if (!entry) return null
  const { row } = entry
  return (
    <div className={styles.row} data-kind={entry.kind} data-level={entry.level} data-active={active || undefined} data-selected={selected || undefined}>
      <Gutter entry={entry} active={active} selected={selected} />
      {row ? active ? <ActiveUnit entry={entry} row={row} /> : <ReadUnit entry={entry} row={row} /> : <Waiting characters={entry.characters} />}
    </div>
  )
})

/** Number, status and what else is to know at a glance. The number opens the unit. */
function Gutter({ entry, active, selected }: { entry: Entry; active: boolean; selected: boolean }) {
  const { t } = useTranslation()
  const { bench } = useDesk()
  const status = entry.draft ? 'draft' : entry.status
  const place = t('workbench.place', { number: entry.position + 1, total: bench.outline.size, status: t(`status.${status}`) })
  return (
    <div className={styles.gutter}>
      <button
        type="button"
        className={styles.number}
        data-open={entry.id}
        aria-label={selected ? t('workbench.place.selected', { place }) : place}
        aria-current={active || undefined}
        title={t(`status.${status}`)}
        onClick={(event) => (event.shiftKey ? bench.view.selectTo(entry.id) : bench.open(entry.id))}
      >
        {entry.position + 1}
        <StatusIcon status={status} decorative />
      </button>
      {entry.comments > 0 ? (
        <span className={styles.mark} title={t('workbench.comments', { count: entry.comments })}>
          <CommentIcon aria-hidden="true" />
          <span className="heard">{t('workbench.comments', { count: entry.comments })}</span>
          <span aria-hidden="true">{entry.comments}</span>
        </span>
      ) : null}
      {entry.fallback ? <FallbackMark reason={entry.fallback} /> : null}
      {entry.saving ? <SavingMark saving={entry.saving} /> : null}
    </div>
  )
}

function FallbackMark({ reason }: { reason: NonNullable<Entry['fallback']> }) {
  const { t } = useTranslation()
  const text = t(`fallback.${reason}`)
  return (
    <span className={`${styles.mark} ${styles.refused}`} title={text}>
      <FallbackIcon aria-hidden="true" />
      <span className="heard">{text}</span>
    </span>
  )
}

function SavingMark({ saving }: { saving: NonNullable<Entry['saving']> }) {
  const { t } = useTranslation()
  const text = { sending: t('workbench.saving.sending'), waiting: t('workbench.saving.waiting'), conflict: t('workbench.saving.conflict'), refused: t('workbench.saving.refused') }[
    saving
  ]
  const Icon = saving === 'sending' ? SendingIcon : saving === 'waiting' ? WaitingIcon : AlertIcon
  return (
    <span className={`${styles.mark} ${styles[saving]}`} title={text}>
      <Icon aria-hidden="true" />
      <span className="heard">{text}</span>
    </span>
  )
}

type Loaded = { entry: Entry; row: NonNullable<Entry['row']> }

function ReadUnit({ entry, row }: Loaded) {
  const { bench } = useDesk()
  const { sourceLocale, locale } = bench.about
  // A click anywhere opens; the button in the gutter is the same for keys and for those who listen.
  const open = (event: React.MouseEvent) => {
    if (event.shiftKey) {
      event.preventDefault()
      bench.view.selectTo(entry.id)
    } else if (document.getSelection()?.isCollapsed !== false) bench.open(entry.id)
  }
  const draft = entry.draft ? bench.drafts.get(entry.id)?.text : undefined
  return (
    <div className={styles.pair} onMouseDown={(event) => event.shiftKey && event.preventDefault()} onClick={open}>
      <div className={`text ${styles.source}`} {...languageProps(sourceLocale)}>
        {row.key ? <KeyName name={row.key} /> : null}
        <CodedText text={row.source} codes={row.codes} />
      </div>
      <div className={`text ${styles.target}`} {...languageProps(locale)} data-old={entry.status === 'stale' || undefined} data-draft={draft !== undefined || undefined}>
        <CodedText text={draft ?? row.target.text} codes={row.codes} />
      </div>
    </div>
  )
}

function Waiting({ characters }: { characters: number }) {
  const size = `${Math.min(96, 18 + characters / 2)}%`
  return (
    <div className={styles.pair} aria-hidden="true">
      <span className={styles.waiting} style={{ inlineSize: size }} />
      <span className={styles.waiting} style={{ inlineSize: size }} />
    </div>
  )
}
