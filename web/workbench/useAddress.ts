import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { statuses } from '../../server/workflow/status.js'
import { type Desk, type PanelTab, panelTabs } from './desk.js'
import type { Filter } from './filter.js'

/** What of the workbench stands in the address. */
export interface WorkbenchSearch {
  status?: NonNullable<Filter['status']>
  q?: string
  unit?: number
  panel?: PanelTab | 'none'
}

const filterStatuses = [...statuses, 'draft', 'discussed', 'warned', 'fallback'] as const

/** Reads it from whatever stands there; a wrong value is as none. */
export function readSearch(raw: Record<string, unknown>): WorkbenchSearch {
  const unit = Number(raw.unit)
  return {
    status: filterStatuses.find((status) => status === raw.status),
    q: typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q) || undefined : undefined,
    unit: Number.isInteger(unit) && unit > 0 ? unit : undefined,
    panel: [...panelTabs, 'none' as const].find((tab) => tab === raw.panel),
  }
}

export const filterOf = (search: WorkbenchSearch): Filter => ({ status: search.status ?? null, q: search.q ?? '' })

const settle = 200

/** Keeps the address and the workbench the same: what one does is written there, what comes from there (a link, the back button) is done. */
export function useAddress(desk: Desk, search: WorkbenchSearch): void {
  const navigate = useNavigate()
  const written = useRef(JSON.stringify(search))
  const { bench, panel } = desk

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      const filter = bench.view.filter.get()
      const next: WorkbenchSearch = { status: filter.status ?? undefined, q: filter.q || undefined, unit: bench.view.active.get() ?? undefined, panel: panel.get() ?? 'none' }
      const text = JSON.stringify(next)
      if (text === written.current) return
      written.current = text
      void navigate({ to: '.', search: { ...next }, replace: true, resetScroll: false })
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(write, settle)
    }
    const stops = [bench.view.filter.subscribe(soon), bench.view.active.subscribe(soon), panel.subscribe(soon)]
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [bench, panel, navigate])

  const text = JSON.stringify(search)
  useEffect(() => {
    if (text === written.current) return
    written.current = text
    const now = JSON.parse(text) as WorkbenchSearch
    bench.view.show(filterOf(now))
    if (now.unit !== undefined) bench.open(now.unit)
    if (now.panel) panel.set(now.panel === 'none' ? null : now.panel)
  }, [text, bench, panel])
}
