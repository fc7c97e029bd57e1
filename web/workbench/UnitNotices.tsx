import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitRow } from '../../server/contract/unit.js'
import { Button } from '../components/Button.js'
import { RelativeTime } from '../components/RelativeTime.js'
import { Notice } from '../components/States.js'
import { CodedDiff } from '../editor/CodedDiff.js'
import { CodedText } from '../editor/CodedText.js'
import { useFormat } from '../i18n/format.js'
import { languageProps } from '../i18n/languages.js'
import styles from './ActiveUnit.module.css'
import { CommandButton } from './CommandButton.js'
import { useDesk } from './desk.js'
import type { Editing } from './editing.js'
import type { Entry, Saving } from './outline.js'
import { useCell } from './useCell.js'
import { useUnitDetail } from './useUnitDetail.js'

/** How much the source of a stale unit changed and why, and the switch between its diff and its plain text. */
export function StaleNotice({ stale, plain, onPlain }: { stale: NonNullable<UnitRow['stale']>; plain: boolean; onPlain: (plain: boolean) => void }) {
  const { t } = useTranslation()
  const { level, reasons } = stale.grade
  return (
    <p className={styles.grade}>
      <strong data-level={level}>{t(`grade.level.${level}`)}</strong>
      {reasons.map((reason) => (
        <span key={reason}>{t(`grade.${reason}`)}</span>
      ))}
      <button type="button" className={styles.switch} aria-pressed={plain} onClick={() => onPlain(!plain)}>
        {plain ? t('workbench.stale.showChanges') : t('workbench.stale.showPlain')}
      </button>
    </p>
  )
}

/** What a stale translation could be for the new source: its diff, and why. */
export function RepairNotice({ row }: { row: UnitRow }) {
  const { t } = useTranslation()
  const { bench } = useDesk()
  const repair = useUnitDetail(row.unitId).data?.repair
  if (!repair) return null
  const changes = repair.steps.some(({ reason }) => reason !== 'unchanged')
  return (
    <Notice action={bench.about.may.translate ? <CommandButton command="applyRepair">{t('workbench.repair.use')}</CommandButton> : undefined}>
      <p>{changes ? t('workbench.repair') : t('workbench.repair.nothing')}</p>
      {changes ? (
        <p className={`text ${styles.text}`} {...languageProps(bench.about.locale)}>
          <CodedDiff parts={repair.diff} codes={row.codes} />
        </p>
      ) : null}
      <ul className={styles.steps}>
        {repair.steps.map((step, at) => (
          <li key={at}>
            {t(`repair.${step.reason}`)} {step.before === '' ? null : <del dir="auto">{step.before}</del>} {step.after === '' ? null : <ins dir="auto">{step.after}</ins>}
            {step.plural ? <em> {t('repair.plural')}</em> : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

export function RejectionNotice({ rejection }: { rejection: NonNullable<UnitRow['rejection']> }) {
  const { t } = useTranslation()
  return (
    <Notice tone="warning">
      <p>
        <strong>{t('workbench.rejection', { name: rejection.reviewer.name })}</strong> · <RelativeTime time={rejection.createdAt} />
      </p>
      <p className={styles.said} dir="auto">
        {rejection.note}
      </p>
    </Notice>
  )
}

/** A split or joined unit finds the translation that it came from. */
export function InheritedNotice({ row }: { row: UnitRow }) {
  const { t } = useTranslation()
  const { bench, editor } = useDesk()
  const text = row.inherited ?? ''
  const use = () => {
    editor.current?.replace(text)
    editor.current?.focus()
  }
  return (
    <Notice action={bench.about.may.translate ? <Button onClick={use}>{t('workbench.inherited.use')}</Button> : undefined}>
      <p>{t('workbench.inherited')}</p>
      <p className={`text ${styles.text}`} {...languageProps(bench.about.locale)}>
        <CodedText text={text} codes={row.codes} />
      </p>
    </Notice>
  )
}

/** A draft of an earlier visit is in the editor again. */
export function ResumedNotice({ editing }: { editing: Editing }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { bench, editor } = useDesk()
  const dirty = useCell(editing.dirty)
  const [seen, setSeen] = useState(false)
  if (!editing.resumedFrom || !dirty || seen) return null
  const drop = () => {
    bench.revert()
    editor.current?.focus()
  }
  return (
    <Notice
      action={
        <span className={styles.answers}>
          <Button onClick={() => setSeen(true)}>{t('workbench.resumed.keep')}</Button>
          <Button onClick={drop}>{t('workbench.resumed.drop')}</Button>
        </span>
      }
    >
      <p>{t('workbench.resumed', { time: format.dateTime(editing.resumedFrom) })}</p>
    </Notice>
  )
}

export function RefusedNotice({ id, saving }: { id: number; saving: Saving | null }) {
  const { t } = useTranslation()
  const { bench } = useDesk()
  const why = saving === 'refused' ? bench.refusalOf(id) : null
  return why === null ? null : (
    <Notice tone="error">
      <p>
        <strong>{t('workbench.refused')}</strong> {why}
      </p>
    </Notice>
  )
}

/** Exports leave the saved translation out. */
export function FallbackNotice({ reason }: { reason: NonNullable<Entry['fallback']> }) {
  const { t } = useTranslation()
  return (
    <Notice tone="warning">
      <p>
        <strong>{t(`fallback.${reason}`)}</strong> {t('workbench.leftOut')}
      </p>
    </Notice>
  )
}

/** For reviewers: what became of the text and of its source since somebody last approved. */
export function SinceApproval({ row }: { row: UnitRow }) {
  const { t } = useTranslation()
  const { bench } = useDesk()
  const last = useUnitDetail(row.unitId).data?.lastApproved
  if (!last || last.text === row.target.text) return null
  const { sourceLocale, locale } = bench.about
  const sourceChanged = last.source !== row.source
  return (
    <Notice>
      <p className={styles.label}>
        {t('workbench.sinceApproval', { name: last.reviewer.name })} · <RelativeTime time={last.createdAt} />
      </p>
      {sourceChanged ? (
        <p className={`text ${styles.text}`} {...languageProps(sourceLocale)}>
          <CodedDiff parts={last.sourceDiff} codes={row.codes} />
        </p>
      ) : null}
      <p className={`text ${styles.text}`} {...languageProps(locale)}>
        <CodedDiff parts={last.textDiff} codes={row.codes} />
      </p>
    </Notice>
  )
}
