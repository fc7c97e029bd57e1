import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.js'
import { EmptyState } from '../components/States.js'
import { useDesk } from './desk.js'
import { everything } from './filter.js'
import { guessHeight } from './rowHeight.js'
import { UnitRow } from './UnitRow.js'
import styles from './UnitList.module.css'
import { useCell } from './useCell.js'

const stackedBelow = 800

/** The document: every unit in its order, of which only those near the screen are in the page. */
export function UnitList() {
  const { t } = useTranslation()
  const { bench } = useDesk()
  const ids = useCell(bench.view.visible)
  const active = useCell(bench.view.active)
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const stacked = width < stackedBelow
  const column = stacked ? width - 80 : Math.min(width, 1600) / 2 - 70
  const activeIndex = active === null ? -1 : ids.indexOf(active)

  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guessHeight(bench.outline.entry(ids[index] ?? 0) ?? { kind: 'paragraph', level: 0, characters: 80 }, column, stacked),
    getItemKey: (index) => ids[index] ?? index,
    overscan: 12,
    initialRect: { width: 1200, height: 900 },
    // The open unit stays in the page wherever one scrolls: its editor keeps caret and undo.
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range)
        if (activeIndex === -1 || shown.includes(activeIndex)) return shown
        return activeIndex < range.startIndex ? [activeIndex, ...shown] : [...shown, activeIndex]
      },
      [activeIndex],
    ),
  })
  const items = rows.getVirtualItems()
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {}
  useEffect(() => bench.look(startIndex, endIndex + 20), [bench, startIndex, endIndex, ids])

  // Brings the open unit before the eyes, unless it is there.
  useLayoutEffect(() => {
    const box = scroller.current
    if (activeIndex === -1 || !box) return
    const item = rows.measurementsCache[activeIndex]
    const top = (item?.start ?? 0) - box.scrollTop
    if (top < box.clientHeight * 0.08 || top + Math.min(item?.size ?? 0, 200) > box.clientHeight * 0.75) rows.scrollToIndex(activeIndex, { align: 'center' })
    // Only when another unit is opened: what else moves must not move the page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [active])

  return (
    <div ref={scroller} className={styles.scroller} data-region="list" tabIndex={-1} data-stacked={stacked || undefined}>
      {ids.length === 0 ? (
        <EmptyState title={t('workbench.empty.title')} action={<Button onClick={() => bench.view.show(everything)}>{t('workbench.empty.all')}</Button>}>
          <p>{t('workbench.empty.text')}</p>
        </EmptyState>
      ) : null}
      <div className={styles.list} role="list" aria-label={t('workbench.list', { total: ids.length })} style={{ blockSize: rows.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            ref={rows.measureElement}
            data-index={item.index}
            role="listitem"
            aria-setsize={ids.length}
            aria-posinset={item.index + 1}
            className={styles.place}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <UnitRow id={item.key as number} />
          </div>
        ))}
      </div>
    </div>
  )
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(1200)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return
    const observer = new ResizeObserver(() => setWidth(box.clientWidth))
    observer.observe(box)
    setWidth(box.clientWidth)
    return () => observer.disconnect()
  }, [element])
  return width
}
