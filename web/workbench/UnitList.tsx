import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
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
  const { bench, stand } = useDesk()
  const ids = useCell(bench.view.visible)
  const active = useCell(bench.view.active)
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const stacked = width < stackedBelow
  const column = stacked ? width - 80 : Math.min(width, 1600) / 2 - 70
  const activeIndex = active === null ? -1 : ids.indexOf(active)

  const guess = (index: number): number => guessHeight(bench.outline.entry(ids[index] ?? 0) ?? { kind: 'paragraph', level: 0, characters: 80 }, column, stacked)
  // The page begins where the open unit is, so that its texts are the first that are asked for.
  const [begin] = useState(() => {
    let offset = -200
    for (let index = 0; index < activeIndex; index++) offset += guess(index)
    return Math.max(0, offset)
  })
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: guess,
    initialOffset: begin,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 14,
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

  useBringing(scroller, active, () => {
    const index = active === null ? -1 : bench.view.visible.get().indexOf(active)
    const item = rows.measurementsCache[index]
    const box = scroller.current
    if (!item || !box) return
    if (stand.current?.unitId !== active) stand.current = null
    const top = item.start - box.scrollTop
    if (stand.current) box.scrollTop = item.start - stand.current.top
    else if (top < box.clientHeight * 0.08 || top + Math.min(item.size, 200) > box.clientHeight * 0.75) rows.scrollToIndex(index, { align: 'center' })
  })

  useLayoutEffect(() => {
    const box = scroller.current
    return () => {
      const row = box?.querySelector('[data-active]')
      const unitId = bench.view.active.get()
      stand.current = box && row && unitId !== null ? { unitId, top: row.getBoundingClientRect().top - box.getBoundingClientRect().top } : null
    }
  }, [bench, stand])

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

/** When to look again whether the open unit is before the eyes, in milliseconds: rows take their real heights as their texts come in. */
const looks = [60, 180, 400, 800]

/** Brings a unit before the eyes when it is opened, and leaves the page alone as soon as somebody scrolls. */
function useBringing(element: React.RefObject<HTMLElement | null>, active: number | null, bring: () => void): void {
  const latest = useEffectEvent(bring)
  useLayoutEffect(() => {
    const box = element.current
    if (active === null || !box) return
    latest()
    const timers = looks.map((pause) => setTimeout(() => latest(), pause))
    const stop = () => timers.forEach(clearTimeout)
    const gestures = ['wheel', 'touchmove', 'pointerdown'] as const
    for (const gesture of gestures) box.addEventListener(gesture, stop, { passive: true })
    return () => {
      stop()
      for (const gesture of gestures) box.removeEventListener(gesture, stop)
    }
  }, [element, active])
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
