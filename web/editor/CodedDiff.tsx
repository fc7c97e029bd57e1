import { useTranslation } from 'react-i18next'
import type { DiffPart } from '../../server/document/diff.js'
import type { Code } from '../../server/document/unit.js'
import marks from '../components/Diff.module.css'
import { CodedText } from './CodedText.js'

/** What became of a text, as a corrected proof with its codes as chips. */
export function CodedDiff({ parts, codes }: { parts: readonly DiffPart[]; codes: readonly Code[] }) {
  const { t } = useTranslation()
  return parts.map((part, index) => {
    if (part.type === 'same') return <CodedText key={index} text={part.text} codes={codes} />
    const Tag = part.type === 'inserted' ? 'ins' : 'del'
    return (
      <Tag key={index} className={marks[part.type]}>
        <span className="heard">{part.type === 'inserted' ? t('diff.inserted') : t('diff.deleted')} </span>
        <CodedText text={part.text} codes={codes} />
        <span className="heard"> {t('diff.end')}</span>
      </Tag>
    )
  })
}
