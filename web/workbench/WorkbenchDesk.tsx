import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api/client.js'
import { live, useLiveEvent } from '../api/live.js'
import { Button } from '../components/Button.js'
import { Notice } from '../components/States.js'
import { preloadEditor } from '../editor/TargetEditor.js'
import { useCopyingCodes } from '../editor/useCopyingCodes.js'
import { readBookmark, setBookmark } from './bookmark.js'
import { browserStorage } from './browserStorage.js'
import { Desk, DeskContext, type Stand, useDesk } from './desk.js'
import { KeySheet } from './KeySheet.js'
import { Notices } from './Notices.js'
import type { OutlineAnswer } from './outline.js'
import { Panel } from './Panel.js'
import { RejectDialog } from './RejectDialog.js'
import { SelectionBar } from './SelectionBar.js'
import { pause, serverFor } from './server.js'
import { SplitDialog } from './SplitDialog.js'
import { Toolbar } from './Toolbar.js'
import { UnitList } from './UnitList.js'
import { filterOf, useAddress, type WorkbenchSearch } from './useAddress.js'
import { useCell } from './useCell.js'
import { useFallbacks } from './useFallbacks.js'
import { useKeys } from './useKeys.js'
import { useRecut } from './useRecut.js'
import { refreshDetail } from './useUnitDetail.js'
import { Workbench } from './workbench.js'
import styles from './WorkbenchDesk.module.css'

interface Props {
  answer: OutlineAnswer
  accountId: number
  search: WorkbenchSearch
  stand: { current: Stand | null }
  onReload: () => void
}

/** Wide enough for the panel beside both columns. */
const roomForPanel = '(min-width: 75rem)'

function openDesk({ answer, accountId, search, stand }: Props): Desk {
  const place = { accountId, documentId: answer.documentId, locale: answer.locale }
  const storage = browserStorage()
  const bench = new Workbench({ answer, place, storage, server: serverFor(answer.documentId, answer.locale), pause })
  bench.view.show(filterOf(search))
  bench.open(firstUnit(bench, search.unit ?? null, readBookmark(storage, place)))
  bench.view.active.subscribe(() => {
    const open = bench.view.active.get()
    if (open !== null) setBookmark(storage, place, open)
  })
  const beside = window.matchMedia(roomForPanel).matches ? 'discussion' : null
  return new Desk(bench, accountId, search.panel === 'none' ? null : (search.panel ?? beside), stand)
}

/** Where to begin: at the unit that the address names, else where one was last, if the filter shows it, else at the first work. */
function firstUnit({ outline, view }: Workbench, named: number | null, last: number | null): number | null {
  if (named !== null && outline.has(named)) return named
  return last !== null && view.visible.get().includes(last) ? last : view.firstWork()
}

/** The workbench of one document in one language, once its outline is there. */
export function WorkbenchDesk(props: Props) {
  const [desk] = useState(() => openDesk(props))
  const { bench } = desk
  useEffect(() => {
    void preloadEditor()
    bench.start()
    return () => bench.stop()
  }, [bench])
  useKeys(desk)
  useCopyingCodes()
  useAddress(desk, props.search)
  useNews(desk)
  useFallbacks(desk)
  useRecut(desk, props.onReload)
  return (
    <DeskContext value={desk}>
      <Toolbar />
      <NewRevision onReload={props.onReload} />
      <div className={styles.body}>
        <UnitList />
        <Panel />
      </div>
      <SelectionBar />
      <Notices />
      <KeySheet />
      <RejectDialog />
      <SplitDialog />
    </DeskContext>
  )
}

/** Takes in what others do, as it happens. */
function useNews({ bench }: Desk): void {
  const { documentId, locale, revision } = bench.about
  useLiveEvent('unit', (event) => {
    if (event.documentId !== documentId || event.locale !== locale) return
    bench.receive([event.row])
    void refreshDetail(event.row.unitId, locale)
  })
  useLiveEvent('comment', (event) => {
    if (event.documentId !== documentId) return
    bench.outline.mark(event.unitId, { comments: event.open })
    void refreshDetail(event.unitId, locale)
  })
  useLiveEvent('revision', (event) => {
    if (event.documentId === documentId && event.number !== revision) bench.newRevision.set(event.number)
  })
  useEffect(
    () =>
      live.on('reconnected', () => {
        bench.reload()
        void api('GET /documents/:document', { params: { document: documentId } }).then((now) => now.revision !== revision && bench.newRevision.set(now.revision), ignore)
      }),
    [bench, documentId, revision],
  )
}

/** The stream comes back sooner than it matters: the next time asks again. */
const ignore = (): void => {}

function NewRevision({ onReload }: { onReload: () => void }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const number = useCell(desk.bench.newRevision)
  if (number === null) return null
  return (
    <div className={styles.news}>
      <Notice action={<Button onClick={onReload}>{t('workbench.revision.load')}</Button>}>
        <p role="status">{t('workbench.revision', { number })}</p>
      </Notice>
    </div>
  )
}
