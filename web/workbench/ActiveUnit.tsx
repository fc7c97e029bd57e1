import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitRow as Row } from '../../server/contract/unit.js'
import { CodedDiff } from '../editor/CodedDiff.js'
import { CodedText } from '../editor/CodedText.js'
import type { EditorHandle } from '../editor/mountEditor.js'
import { TargetEditor } from '../editor/TargetEditor.js'
import { languageProps } from '../i18n/languages.js'
import { ClashNotice } from './ClashNotice.js'
import { CodeFaults } from './CodeFaults.js'
import { CueTimes } from './CueTimes.js'
import { useDesk } from './desk.js'
import type { Editing } from './editing.js'
import { Findings } from './Findings.js'
import type { Entry } from './outline.js'
import { UnitActions } from './UnitActions.js'
import { FallbackNotice, InheritedNotice, RefusedNotice, RejectionNotice, RepairNotice, ResumedNotice, SinceApproval, StaleNotice } from './UnitNotices.js'
import { KeyName } from './KeyName.js'
import styles from './ActiveUnit.module.css'
import { useCell } from './useCell.js'

/** The open unit: source, editor, and everything to know and to do about it. */
export function ActiveUnit({ entry, row }: { entry: Entry; row: Row }) {
  const { bench } = useDesk()
  const editing = useCell(bench.editing)
  const [theirs, setTheirs] = useState<string | null>(null)
  if (editing?.unitId !== entry.id) return null
  return (
    <div className={styles.unit}>
      <div className={styles.pair}>
        <Source row={row} />
        <div className={styles.target}>
          <Target key={`${entry.id}-${row.wordingId}`} entry={entry} row={row} editing={editing} />
          <CodeFaults editing={editing} row={row} />
          <Findings editing={editing} />
          {theirs === null ? null : <Reference text={theirs} row={row} />}
        </div>
      </div>
      <ClashNotice editing={editing} row={row} onTogether={setTheirs} />
      <RefusedNotice id={entry.id} saving={entry.saving} />
      {entry.fallback ? <FallbackNotice reason={entry.fallback} /> : null}
      <ResumedNotice editing={editing} />
      {row.stale ? <RepairNotice row={row} /> : null}
      {row.rejection ? <RejectionNotice rejection={row.rejection} /> : null}
      {row.inherited && (!row.target.text || row.stale) ? <InheritedNotice row={row} /> : null}
      {row.target.status === 'translated' && bench.about.may.review ? <SinceApproval row={row} /> : null}
      <UnitActions row={row} editing={editing} />
    </div>
  )
}

/** The source; of a stale unit what became of it, with a way to see it plain. */
function Source({ row }: { row: Row }) {
  const { bench } = useDesk()
  const { sourceLocale } = bench.about
  const [plain, setPlain] = useState(false)
  return (
    <div className={styles.source}>
      <div className={`text ${styles.text}`} {...languageProps(sourceLocale)} data-shape>
        {row.key ? <KeyName name={row.key} /> : null}
        {row.stale && !plain ? <CodedDiff parts={row.stale.diff} codes={row.codes} /> : <CodedText text={row.source} codes={row.codes} />}
      </div>
      {row.stale ? <StaleNotice stale={row.stale} plain={plain} onPlain={setPlain} /> : null}
      {row.cue ? <CueTimes cue={row.cue} /> : null}
      {row.note ? <p className={styles.note}>{row.note}</p> : null}
    </div>
  )
}

function Target({ entry, row, editing }: { entry: Entry; row: Row; editing: Editing }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const { bench } = desk
  const replaced = useCell(bench.replaced)
  const hold = useCallback(
    (handle: EditorHandle | null) => {
      desk.editor.current = handle
    },
    [desk],
  )
  // The text was changed from outside: reverted, taken over from somebody else, given back by a refused save.
  useEffect(() => desk.editor.current?.replace(editing.text), [desk, editing, replaced])
  return (
    <TargetEditor
      ref={hold}
      text={editing.text}
      codes={row.codes}
      locale={bench.about.locale}
      label={t('workbench.editor', { number: entry.position + 1, total: bench.outline.size, status: t(`status.${entry.status}`) })}
      readOnly={!bench.about.may.translate}
      autoFocus={desk.takesFocus}
      onType={(text) => editing.type(text)}
    />
  )
}

/** What somebody else saved, while one brings both together. */
function Reference({ text, row }: { text: string; row: Row }) {
  const { t } = useTranslation()
  const { bench } = useDesk()
  const { locale } = bench.about
  return (
    <div className={styles.reference}>
      <p className={styles.label}>{t('workbench.clash.theirs')}</p>
      <div className={`text ${styles.text}`} {...languageProps(locale)}>
        <CodedText text={text} codes={row.codes} />
      </div>
    </div>
  )
}
