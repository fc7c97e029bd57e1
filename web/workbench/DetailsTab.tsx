import { useTranslation } from 'react-i18next'
import type { UnitRow } from '../../server/contract/unit.js'
import { plainText } from '../../server/document/codes.js'
import { CodeChip } from '../editor/CodedText.js'
import { useNameCode } from '../editor/useNameCode.js'
import { useFormat } from '../i18n/format.js'
import { languageProps } from '../i18n/languages.js'
import { CommandButton } from './CommandButton.js'
import { useDesk } from './desk.js'
import styles from './Panel.module.css'
import type { UnitDetail } from './useUnitDetail.js'

/** What the unit is, what its author says about it, and what its codes stand for in the document. */
export function DetailsTab({ detail: { row, splitFrom, joinedWith } }: { detail: UnitDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { bench } = useDesk()
  const number = (bench.outline.entry(row.unitId)?.position ?? row.position) + 1
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('workbench.details.number')}</dt>
        <dd>{t('workbench.details.numberOf', { number, total: bench.outline.size })}</dd>
        <dt>{t('workbench.details.kind')}</dt>
        <dd>{row.kind === 'heading' ? t('workbench.details.heading', { level: row.level }) : t(`kind.${row.kind}`)}</dd>
        <dt>{t('workbench.details.words')}</dt>
        <dd>{format.number(row.words)}</dd>
        {row.key ? (
          <>
            <dt>{t('workbench.details.key')}</dt>
            <dd>
              <code dir="ltr">{row.key}</code>
            </dd>
          </>
        ) : null}
        {splitFrom ? (
          <>
            <dt>{t('workbench.details.splitFrom')}</dt>
            <dd>
              <button type="button" className={styles.jump} onClick={() => bench.open(splitFrom.unitId)}>
                {t('preview.unit', { number: splitFrom.position + 1 })}
              </button>
            </dd>
          </>
        ) : null}
        {joinedWith ? (
          <>
            <dt>{t('workbench.details.joinedWith')}</dt>
            <dd {...languageProps(bench.about.sourceLocale)}>{plainText(joinedWith)}</dd>
          </>
        ) : null}
        {row.note ? (
          <>
            <dt>{t('workbench.details.note')}</dt>
            <dd dir="auto">{row.note}</dd>
          </>
        ) : null}
      </dl>
      {bench.about.may.segment ? (
        <p className={styles.actions}>
          <CommandButton command="split">{t('workbench.action.split')}</CommandButton>
          <CommandButton command="join">{t('workbench.action.join')}</CommandButton>
        </p>
      ) : null}
      {row.codes.length > 0 ? <Codes row={row} /> : null}
    </>
  )
}

function Codes({ row }: { row: UnitRow }) {
  const { t } = useTranslation()
  const nameCode = useNameCode()
  return (
    <>
      <h3>{t('workbench.details.codes')}</h3>
      <ul className={styles.list}>
        {row.codes.map((code) => (
          <li key={code.id} className={styles.code}>
            <CodeChip code={code} side={code.close === undefined ? 'single' : 'open'} all={row.codes} id={code.id} />
            <span>
              {nameCode(code, 'single', code.id)}
              <code className={styles.raw} dir="ltr">
                {code.close === undefined ? code.open : `${code.open}…${code.close}`}
              </code>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
