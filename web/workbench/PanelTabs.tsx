import type { KeyboardEvent, ReactNode } from 'react'
import { type PanelTab, panelTabs } from './desk.js'
import styles from './PanelTabs.module.css'

interface PanelTabsProps {
  label: string
  selected: PanelTab
  names: Record<PanelTab, ReactNode>
  onSelect: (tab: PanelTab) => void
  children: ReactNode
}

/** Tabs after the ARIA pattern, with nothing but a few elements: they are made anew with every unit that is opened, so they must cost nothing. */
export function PanelTabs({ label, selected, names, onSelect, children }: PanelTabsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
    const here = panelTabs.indexOf(selected)
    const last = panelTabs.length - 1
    const to = { [forward]: here === last ? 0 : here + 1, [backward]: here === 0 ? last : here - 1, Home: 0, End: last }[event.key]
    const tab = to === undefined ? undefined : panelTabs[to]
    if (!tab || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onSelect(tab)
    event.currentTarget.querySelector<HTMLElement>(`#panel-tab-${tab}`)?.focus()
  }
  return (
    <>
      <div role="tablist" tabIndex={-1} aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
        {panelTabs.map((tab) => (
          <button
            key={tab}
            id={`panel-tab-${tab}`}
            type="button"
            role="tab"
            aria-selected={tab === selected}
            aria-controls="panel-content"
            tabIndex={tab === selected ? 0 : -1}
            className={styles.tab}
            onClick={() => onSelect(tab)}
          >
            {names[tab]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="panel-content" aria-labelledby={`panel-tab-${selected}`} className={styles.content}>
        {children}
      </div>
    </>
  )
}
