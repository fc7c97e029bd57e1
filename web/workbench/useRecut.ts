import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api/client.js'
import { useAnnouncer } from '../components/Announcer.js'
import { refusalText } from '../components/refusalText.js'
import type { Desk, Recutting } from './desk.js'
import { refreshDetail } from './useUnitDetail.js'

/** Splits and joins units for the desk: loads the document anew with the first piece open, says what became stale, and offers to take it back. */
export function useRecut(desk: Desk, onReload: () => void): void {
  const { t } = useTranslation()
  const { toast } = useAnnouncer()
  useEffect(() => {
    const { bench } = desk

    const ask = ({ unitId: unit, ...wish }: Recutting, base: number) =>
      wish.kind === 'split'
        ? api('POST /units/:unit/split', { params: { unit }, body: { at: wish.at, base } })
        : api('POST /units/:unit/join', { params: { unit }, body: { base } })

    const reload = (unitId: number) => {
      void refreshDetail(unitId, bench.about.locale)
      onReload()
    }

    const undo = async (wish: Recutting, base: number) => {
      try {
        await ask(wish, base)
        toast(t('workbench.said.undone'))
      } catch (error) {
        toast(t('workbench.said.failed', { why: refusalText(error) }))
      }
      reload(wish.unitId)
    }

    desk.recut.current = async (wish) => {
      const { unitId } = wish
      const length = bench.outline.entry(unitId)?.row?.source.length ?? 0
      try {
        const { revision, stale } = await ask(wish, bench.about.revision)
        const back: Recutting = wish.kind === 'split' ? { kind: 'join', unitId } : { kind: 'split', unitId, at: length }
        const values = { languages: Object.keys(stale).length }
        toast(t(wish.kind === 'split' ? 'workbench.said.split' : 'workbench.said.joined', values), { label: t('action.undo'), run: () => void undo(back, revision) })
        bench.open(unitId)
        reload(unitId)
        return null
      } catch (error) {
        return refusalText(error)
      }
    }
  }, [desk, onReload, t, toast])
}
