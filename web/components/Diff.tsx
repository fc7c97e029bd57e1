import { useTranslation } from 'react-i18next'
import type { DiffPart } from '../../server/document/diff.js'
import { languageProps } from '../i18n/languages.js'
import styles from './Diff.module.css'

/** A corrected proof: insertions underlined on a tint, deletions struck through on a tint. `side` shows one wording only, with what changed in it. */
export function Diff({ parts, language, side = 'both' }: { parts: readonly DiffPart[]; language: string; side?: 'both' | 'old' | 'new' }) {
  const { t } = useTranslation()
  const shown = parts.filter((part) => part.type === 'same' || side === 'both' || part.type === (side === 'old' ? 'deleted' : 'inserted'))
  return (
    <span {...languageProps(language)}>
      {shown.map((part, index) => {
        if (part.type === 'same') return <span key={index}>{part.text}</span>
        const Tag = part.type === 'inserted' ? 'ins' : 'del'
        return (
          <Tag key={index} className={styles[part.type]}>
            <span className="heard">{part.type === 'inserted' ? t('diff.inserted') : t('diff.deleted')} </span>
            {part.text}
            <span className="heard"> {t('diff.end')}</span>
          </Tag>
        )
      })}
    </span>
  )
}
