import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { parseText } from '../../server/document/codes.js'
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
        if (part.type === 'same') return <Numbered key={index} text={part.text} />
        const Tag = part.type === 'inserted' ? 'ins' : 'del'
        return (
          <Tag key={index} className={styles[part.type]}>
            <span className="heard">{part.type === 'inserted' ? t('diff.inserted') : t('diff.deleted')} </span>
            <Numbered text={part.text} />
            <span className="heard"> {t('diff.end')}</span>
          </Tag>
        )
      })}
    </span>
  )
}

/** A text with its codes as numbers, where what they stand for is not known or does not matter. */
export function Numbered({ text }: { text: string }) {
  const { t } = useTranslation()
  return parseText(text).map((part, index) =>
    part.type === 'text' ? (
      <Fragment key={index}>{part.text}</Fragment>
    ) : (
      <span key={index} className={`${styles.code} ${styles[part.type]}`} role="img" aria-label={t('diff.code', { number: part.id })}>
        {part.id}
      </span>
    ),
  )
}
