import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnouncer } from '../components/Announcer.js'
import { useDesk } from './desk.js'
import { useCell } from './useCell.js'

/** Says what the workbench has to say: all of it to those who listen, the loud part also to the eye. */
export function Notices() {
  const { t } = useTranslation()
  const { announce, toast } = useAnnouncer()
  const { bench } = useDesk()
  const notice = useCell(bench.notice)
  useEffect(() => {
    if (!notice) return
    const text = t(notice.text, notice.values)
    if (notice.loud) toast(text)
    else announce(text)
  }, [notice, t, announce, toast])

  const active = useCell(bench.view.active)
  useEffect(() => {
    const entry = active === null ? undefined : bench.outline.entry(active)
    if (entry) announce(t('workbench.place', { number: entry.position + 1, total: bench.outline.size, status: t(`status.${entry.draft ? 'draft' : entry.status}`) }))
  }, [active, bench, t, announce])
  return null
}
