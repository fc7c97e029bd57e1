import { useTranslation } from 'react-i18next'
import type { Translation } from '../../server/contract/unit.js'
import { wordDiff } from '../../server/document/diff.js'
import { Button } from '../components/Button.js'
import { RelativeTime } from '../components/RelativeTime.js'
import { StatusIcon } from '../components/StatusIcon.js'
import { CodedDiff } from '../editor/CodedDiff.js'
import { CodedText } from '../editor/CodedText.js'
import { languageProps } from '../i18n/languages.js'
import { useDesk } from './desk.js'
import styles from './Panel.module.css'
import type { UnitDetail } from './useUnitDetail.js'

/** All texts that the unit ever had in this language, newest first, each with what became of the one before. */
export function HistoryTab({ detail }: { detail: UnitDetail }) {
  const { t } = useTranslation()
  const { history } = detail
  if (history.length === 0) return <p className={styles.none}>{t('workbench.history.none')}</p>
  return (
    <ol className={styles.list}>
      {history.map((translation, index) => (
        <Former key={translation.id} translation={translation} before={history[index + 1]} detail={detail} />
      ))}
    </ol>
  )
}

function Former({ translation, before, detail }: { translation: Translation; before: Translation | undefined; detail: UnitDetail }) {
  const { t } = useTranslation()
  const { bench, editor } = useDesk()
  const { sourceLocale, locale, may } = bench.about
  const { codes, wordingId } = detail.row
  const restore = () => {
    editor.current?.replace(translation.text)
    editor.current?.focus()
  }
  return (
    <li className={styles.item}>
      <p className={styles.who}>
        <strong>{translation.author ? <bdi>{translation.author.name}</bdi> : t('workbench.somebody')}</strong> <RelativeTime time={translation.createdAt} />
        <Origin translation={translation} />
        {translation.current ? <span className={styles.badge}>{t('workbench.history.current')}</span> : null}
      </p>
      <p className="text" {...languageProps(locale)}>
        {before ? <CodedDiff parts={wordDiff(before.text, translation.text, locale)} codes={codes} /> : <CodedText text={translation.text} codes={codes} />}
      </p>
      {translation.wordingId !== wordingId ? (
        <details className={styles.source}>
          <summary>{t('workbench.history.otherSource')}</summary>
          <p className="text" {...languageProps(sourceLocale)}>
            <CodedDiff parts={wordDiff(translation.source, detail.row.source, sourceLocale)} codes={codes} />
          </p>
        </details>
      ) : null}
      {translation.verdicts.map((verdict) => (
        <p key={`${verdict.createdAt}${verdict.reviewer.id}`} className={styles.verdict}>
          <StatusIcon status={verdict.kind === 'approve' ? 'approved' : 'rejected'} decorative />
          <span>
            {verdict.kind === 'approve' ? t('workbench.history.approved', { name: verdict.reviewer.name }) : t('workbench.history.rejected', { name: verdict.reviewer.name })}{' '}
            <RelativeTime time={verdict.createdAt} />
            {verdict.note ? (
              <span className={styles.words} dir="auto">
                {verdict.note}
              </span>
            ) : null}
          </span>
        </p>
      ))}
      {may.translate && !translation.current ? (
        <Button look="quiet" onClick={restore}>
          {t('workbench.history.restore')}
        </Button>
      ) : null}
    </li>
  )
}

function Origin({ translation }: { translation: Translation }) {
  const { t } = useTranslation()
  const names: Record<string, string> = {
    memory: t('workbench.origin.memory'),
    machine: t('workbench.origin.machine'),
    repair: t('workbench.origin.repair'),
    import: t('workbench.origin.import'),
    propagation: t('workbench.origin.propagation'),
  }
  const name = translation.originDetail === 'still-valid' ? t('workbench.origin.stillValid') : names[translation.origin]
  return name ? <span className={styles.badge}>{name}</span> : null
}
