import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '../../server/contract/index.js'
import { EmptyState } from '../components/States.js'
import { Table } from '../components/Table.js'
import { languageProps } from '../i18n/languages.js'
import { RenderedText } from './RenderedText.js'

type Preview = AnswerOf<'GET /documents/:document/locales/:locale/preview'>

/** Units of a preview whose translation is left out although its status would let it in. */
export const fallbacksOf = ({ units }: Preview) => units.flatMap((unit) => (isFallback(unit.reason) ? [{ ...unit, reason: unit.reason }] : []))

const isFallback = (reason: string | null) => reason === 'codes' || reason === 'encoding' || reason === 'structure'

/** What is left out of the export, why, and what stands there instead. */
export function Fallbacks({ preview, locale }: { preview: Preview; locale: string }) {
  const { t } = useTranslation()
  const fallbacks = fallbacksOf(preview)
  if (fallbacks.length === 0) return <EmptyState title={t('preview.fallbacks.none')} />
  const { project, documentId, sourceLocale } = preview
  return (
    <Table
      caption={t('preview.fallbacks')}
      head={
        <>
          <th scope="col">{t('preview.fallbacks.unit')}</th>
          <th scope="col">{t('preview.fallbacks.reason')}</th>
          <th scope="col">{t('preview.fallbacks.instead')}</th>
        </>
      }
    >
      {fallbacks.map((unit) => (
        <tr key={unit.unitId}>
          <th scope="row">
            <Link to="/$project/$document/$locale" params={{ project, document: String(documentId), locale }} search={{ unit: unit.unitId }} preload={false}>
              {t('preview.unit', { number: unit.position + 1 })}
            </Link>
          </th>
          <td>{t(`fallback.${unit.reason}`)}</td>
          <td>
            {unit.exported === 'earlier' ? t('preview.fallbacks.earlier') : t('preview.fallbacks.source')}{' '}
            <span className="text" {...languageProps(unit.exported === 'earlier' ? locale : sourceLocale)}>
              <RenderedText text={unit.text} codes={unit.codes} />
            </span>
          </td>
        </tr>
      ))}
    </Table>
  )
}
