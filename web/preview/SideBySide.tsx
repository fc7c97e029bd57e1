import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerOf } from '../../server/contract/index.js'
import type { PreviewUnit } from '../../server/contract/preview.js'
import { languageProps } from '../i18n/languages.js'
import { RenderedText } from './RenderedText.js'
import styles from './SideBySide.module.css'

type Preview = AnswerOf<'GET /documents/:document/locales/:locale/preview'>

/** The localized document beside its source, unit by unit; each leads to its place in the workbench. Only what is near the screen is in the page. */
export function SideBySide({ preview, locale, unit }: { preview: Preview; locale: string; unit: number | undefined }) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const { units } = preview
  const first = Math.max(
    0,
    units.findIndex(({ unitId }) => unitId === unit),
  )
  const guess = (index: number): number => 28 + 24 * Math.ceil(Math.max(units[index]!.source.length, units[index]!.text.length) / 60)
  const rows = useVirtualizer({
    count: units.length,
    getScrollElement: () => scroller.current,
    estimateSize: guess,
    getItemKey: (index) => units[index]!.unitId,
    initialOffset: () => Array.from({ length: first }, (_, index) => guess(index)).reduce((sum, size) => sum + size, 0),
    overscan: 10,
  })
  return (
    <div ref={scroller} className={styles.scroller}>
      <div className={styles.list} role="list" aria-label={t('preview.list', { total: units.length })} style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            ref={rows.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={units.length}
            aria-posinset={index + 1}
            className={styles.place}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Row preview={preview} locale={locale} unit={units[index]!} />
          </div>
        ))}
      </div>
    </div>
  )
}

function Row({ preview, locale, unit }: { preview: Preview; locale: string; unit: PreviewUnit }) {
  const { t } = useTranslation()
  const { project, documentId, sourceLocale } = preview
  const reason = unit.reason && t(`preview.reason.${unit.reason}`)
  return (
    <Link
      to="/$project/$document/$locale"
      params={{ project, document: String(documentId), locale }}
      search={{ unit: unit.unitId }}
      preload={false}
      className={styles.row}
      data-kind={unit.kind}
      data-level={unit.level}
      data-exported={unit.exported}
    >
      <span className={styles.number}>
        {unit.position + 1}
        {reason ? (
          <span className={styles.reason} data-reason={unit.reason}>
            {reason}
          </span>
        ) : null}
      </span>
      <span className={`text ${styles.side}`} {...languageProps(sourceLocale)}>
        <RenderedText text={unit.source} codes={unit.codes} />
      </span>
      <span className={`text ${styles.side} ${styles.localized}`} {...languageProps(unit.exported === 'source' ? sourceLocale : locale)}>
        <RenderedText text={unit.text} codes={unit.codes} />
      </span>
    </Link>
  )
}
