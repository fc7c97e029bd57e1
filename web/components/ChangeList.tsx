import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change, ChangeSide, ChangeSummary } from '../../server/contract/document.js'
import { languageProps } from '../i18n/languages.js'
import { type ChangeKind, changeKinds } from '../search.js'
import { Button } from './Button.js'
import styles from './ChangeList.module.css'
import { Diff, Numbered } from './Diff.js'
import { StatusIcon } from './StatusIcon.js'

const shownAtOnce = 100

/** What each kind of change is called, and its mark in the margin. */
export function useChangeNames(): Record<ChangeKind, string> {
  const { t } = useTranslation()
  return { edited: t('change.edited'), moved: t('change.moved'), split: t('change.split'), merged: t('change.merged'), added: t('change.added'), removed: t('change.removed') }
}

const marks: Record<ChangeKind, string> = { edited: '≠', moved: '↕', split: '⑂', merged: '⋎', added: '+', removed: '−' }

/** Counts by kind of change; a press shows only that kind. */
export function ChangeFilter({ summary, kind, onKind }: { summary: ChangeSummary; kind: ChangeKind | undefined; onKind: (kind: ChangeKind | undefined) => void }) {
  const { t } = useTranslation()
  const names = useChangeNames()
  const total = changeKinds.reduce((sum, each) => sum + summary[each], 0)
  return (
    <div className={styles.filter} role="group" aria-label={t('change.filter')}>
      <Button look="quiet" aria-pressed={kind === undefined} onClick={() => onKind(undefined)}>
        {t('change.all', { count: total })}
      </Button>
      {changeKinds
        .filter((each) => summary[each] > 0)
        .map((each) => (
          <Button key={each} look="quiet" aria-pressed={kind === each} onClick={() => onKind(kind === each ? undefined : each)}>
            <span aria-hidden="true">{marks[each]}</span>
            {t('change.count', { kind: names[each], count: summary[each] })}
          </Button>
        ))}
      <span className={styles.same}>{t('change.same', { count: summary.same })}</span>
    </div>
  )
}

interface List {
  changes: readonly Change[]
  kind: ChangeKind | undefined
  language: string
  /** What can be decided about a change, below its text. */
  decision?: (change: Change) => ReactNode
}

/** Changes in the order of the new version, as a corrected proof with what happened in the margin. */
export function ChangeList({ changes, kind, language, decision }: List) {
  const { t } = useTranslation()
  const [count, setCount] = useState(shownAtOnce)
  const wanted = changes.filter((change) => change.kind !== 'same' && (!kind || change.kind === kind))
  if (!wanted.length) return <p className={styles.none}>{t('change.none')}</p>
  return (
    <>
      <ol className={styles.list}>
        {wanted.slice(0, count).map((change) => (
          <ChangeRow key={`${change.old[0]?.position ?? ''} ${change.new[0]?.position ?? ''}`} change={change} language={language} decision={decision?.(change)} />
        ))}
      </ol>
      {wanted.length > count ? (
        <div>
          <Button onClick={() => setCount(count + shownAtOnce)}>{t('change.more', { count: wanted.length - count })}</Button>
        </div>
      ) : null}
    </>
  )
}

function ChangeRow({ change, language, decision }: { change: Change; language: string; decision: ReactNode }) {
  const { t } = useTranslation()
  const names = useChangeNames()
  if (change.kind === 'same') return null
  const graded = change.kind !== 'added' && change.kind !== 'removed' && change.grade.level !== 'none'
  return (
    <li className={styles.change}>
      <div className={styles.margin}>
        <span className={styles.kind}>
          <span className={styles.mark} aria-hidden="true">
            {marks[change.kind]}
          </span>
          {names[change.kind]}
        </span>
        <Places change={change} />
        {graded ? (
          <span className={styles.grade}>
            <b>{t(`grade.level.${change.grade.level}`)}</b>
            {change.grade.reasons.map((reason) => (
              <span key={reason}>{t(`grade.${reason}`)}</span>
            ))}
          </span>
        ) : null}
        {change.staleLocales > 0 ? (
          <span className={styles.stale}>
            <StatusIcon status="stale" decorative />
            {t('change.stale', { count: change.staleLocales })}
          </span>
        ) : null}
      </div>
      <div className={styles.body}>
        <ChangedText change={change} language={language} />
        {decision}
      </div>
    </li>
  )
}

function Places({ change }: { change: Change }) {
  const { t } = useTranslation()
  const from = change.old[0]
  const to = change.new[0]
  const place = (side: ChangeSide) => side.position + 1
  if (change.kind === 'moved' && from && to) return <span className={styles.place}>{t('change.movedFrom', { from: place(from), to: place(to) })}</span>
  const at = to ?? from
  return at ? <span className={styles.place}>{t('change.unit', { number: place(at) })}</span> : null
}

function ChangedText({ change, language }: { change: Change; language: string }) {
  const { t } = useTranslation()
  const kind = change.new[0]?.kind ?? change.old[0]?.kind
  const look = `text ${styles.text} ${kind === 'heading' ? styles.heading : ''}`
  if (change.diff)
    return (
      <p className={look} {...languageProps(language)}>
        <Diff parts={change.diff} language={language} />
      </p>
    )
  if (change.kind === 'added' || change.kind === 'removed') {
    const type = change.kind === 'added' ? 'inserted' : 'deleted'
    return [...change.new, ...change.old].map((side) => (
      <p key={side.position} className={look} {...languageProps(language)}>
        <Diff parts={[{ type, text: side.text }]} language={language} />
      </p>
    ))
  }
  if (change.kind === 'split' || change.kind === 'merged')
    return (
      <>
        <Sides title={t('change.before')} sides={change.old} look={look} language={language} />
        <Sides title={t('change.after')} sides={change.new} look={look} language={language} />
      </>
    )
  return change.new.map((side) => (
    <p key={side.position} className={look} {...languageProps(language)}>
      <Numbered text={side.text} />
    </p>
  ))
}

function Sides({ title, sides, look, language }: { title: string; sides: readonly ChangeSide[]; look: string; language: string }) {
  return (
    <div className={styles.sides}>
      <span className={styles.sidesTitle}>{title}</span>
      {sides.map((side) => (
        <p key={side.position} className={look} {...languageProps(language)}>
          <Numbered text={side.text} />
        </p>
      ))}
    </div>
  )
}
