import { flushSync } from 'react-dom'
import type { Command } from './keys.js'
import type { Desk } from './desk.js'
import type { Direction, Purpose } from './nextUnit.js'
import type { VerdictKind } from './ports.js'
import { knownDetail } from './useUnitDetail.js'

/** What each command does. Buttons and keys come here alike. */
export function perform(desk: Desk, command: Command): void {
  const { bench } = desk
  switch (command) {
    case 'save':
      return save(desk)
    case 'approve':
      return void approve(desk)
    case 'reject':
      return askReason(desk)
    case 'stillValid':
      return void bench.stillValid().then((done) => done && bench.goOn('translate'))
    case 'applyRepair':
      return applyRepair(desk)
    case 'previous':
      return step(desk, -1)
    case 'next':
      return step(desk, 1)
    case 'previousWork':
      return bench.goOn('either', -1)
    case 'nextWork':
      return bench.goOn('either', 1)
    case 'copySource':
      return copySource(desk)
    case 'insertCode':
      return insertCode(desk)
    case 'split':
      return split(desk)
    case 'join':
      return void join(desk)
    case 'revert':
      return revert(desk)
    case 'extendUp':
      return extend(desk, -1)
    case 'extendDown':
      return extend(desk, 1)
    case 'selectAll':
      bench.view.selectAll()
      return bench.say('workbench.said.selected', { count: bench.view.selected.get().size })
    case 'sheet':
      return desk.keySheet.set(true)
    case 'search':
      return focusOn('[data-workbench="search"]')
    case 'goTo':
      return focusOn('[data-workbench="number"]')
    case 'comment':
      // At once: what is typed next belongs to the comment.
      flushSync(() => desk.panel.set('discussion'))
      return focusOn('[data-workbench="comment"]')
    case 'togglePanel':
      return desk.panel.set(desk.panel.get() ? null : 'discussion')
    case 'nextRegion':
      return moveRegion(desk, 1)
    case 'previousRegion':
      return moveRegion(desk, -1)
  }
}

function step({ bench }: Desk, direction: Direction): void {
  const to = bench.view.neighbour(direction)
  if (to === null) bench.say(direction === 1 ? 'workbench.said.lastUnit' : 'workbench.said.firstUnit')
  else bench.open(to)
}

function save({ bench }: Desk): void {
  if (bench.save().type !== 'declined') bench.goOn('translate')
}

/** Approves what is selected, or the open unit after saving what was written in it. */
async function approve(desk: Desk): Promise<void> {
  const { bench } = desk
  if (!bench.about.may.review) return bench.say('workbench.said.noReviewer', {}, true)
  const selected = bench.view.selected.get()
  if (selected.size > 1) return judgeSelected(desk, 'approve', '')
  const id = bench.view.active.get()
  if (id === null) return
  const saved = bench.save()
  if (saved.type === 'declined') return
  if (saved.type === 'queued') {
    if ((await saved.outcome).type !== 'saved') return
    if (!bench.about.selfApproval) return bench.say('workbench.said.savedNotApproved', {}, true)
  }
  if (await bench.judge('approve', [id])) goOnFrom(desk, id, 'review')
}

async function judgeSelected({ bench }: Desk, kind: VerdictKind, note: string): Promise<void> {
  if (await bench.judge(kind, bench.view.selected.get(), note)) bench.view.clearSelection()
}

function askReason({ bench, rejecting }: Desk): void {
  if (!bench.about.may.review) return bench.say('workbench.said.noReviewer', {}, true)
  const selected = bench.view.selected.get()
  const active = bench.view.active.get()
  if (selected.size > 1) rejecting.set([...selected])
  else if (active !== null && bench.outline.entry(active)?.row?.target.translationId) rejecting.set([active])
  else bench.say('workbench.said.nothingToJudge', {}, true)
}

/** Rejects what the dialog asked about; false where that failed and the dialog should stay. */
export async function rejectWith(desk: Desk, ids: readonly number[], note: string): Promise<boolean> {
  const done = await desk.bench.judge('reject', ids, note)
  if (!done) return false
  desk.bench.view.clearSelection()
  if (ids.length === 1 && ids[0] !== undefined) goOnFrom(desk, ids[0], 'review')
  return true
}

/** Goes on unless the person went somewhere else while the server was asked. */
function goOnFrom({ bench }: Desk, id: number, purpose: Purpose): void {
  if (bench.view.active.get() === id) bench.goOn(purpose)
}

function copySource({ bench, editor }: Desk): void {
  const open = bench.editing.get()
  const row = open && bench.outline.entry(open.unitId)?.row
  if (!row || !bench.about.may.translate) return
  editor.current?.replace(row.source)
  editor.current?.focus()
  bench.say('workbench.said.sourceCopied')
}

/** Puts the proposed repair into the editor, where it is read before it is saved. */
function applyRepair({ bench, editor }: Desk): void {
  const open = bench.editing.get()
  const isStale = open && bench.outline.entry(open.unitId)?.row?.stale
  const text = isStale && knownDetail(open.unitId, bench.about.locale)?.repair?.text
  if (!text || !bench.about.may.translate) return bench.say('workbench.said.noRepair')
  open.repair(text)
  editor.current?.replace(text)
  editor.current?.focus()
  bench.say('workbench.said.repairApplied')
}

function insertCode({ bench, editor }: Desk): void {
  const open = bench.editing.get()
  const row = open && bench.outline.entry(open.unitId)?.row
  if (!row || !bench.about.may.translate) return
  if (editor.current?.insertMissing(row.source)) editor.current.focus()
  else bench.say('workbench.said.noCodeMissing')
}

/** The open unit, where this person may split and join units. */
function unitToRecut({ bench }: Desk): number | null {
  const id = bench.view.active.get()
  if (!bench.about.may.segment) bench.say('workbench.said.noSegment', {}, true)
  return bench.about.may.segment && id !== null && bench.outline.entry(id)?.row ? id : null
}

function split(desk: Desk): void {
  const id = unitToRecut(desk)
  if (id !== null) desk.splitting.set(id)
}

async function join(desk: Desk): Promise<void> {
  const unitId = unitToRecut(desk)
  const why = unitId === null ? null : await desk.recut.current?.({ kind: 'join', unitId })
  if (why) desk.bench.say('workbench.said.failed', { why }, true)
}

/** Esc: gives up the selection, else goes back to what is saved, else leaves the unit. */
function revert({ bench }: Desk): void {
  if (bench.view.selected.get().size > 0) return bench.view.clearSelection()
  if (bench.revert()) return
  const left = bench.view.active.get()
  bench.open(null)
  if (left !== null) requestAnimationFrame(() => focusOn(`[data-open="${left}"]`))
}

function extend({ bench }: Desk, direction: Direction): void {
  if (bench.view.extend(direction) !== null) bench.say('workbench.said.selected', { count: bench.view.selected.get().size })
}

const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus()

/** The parts of the page that F6 goes round. */
function moveRegion({ editor }: Desk, direction: Direction): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const now = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(now + direction + regions.length) % regions.length]
  if (next?.dataset.region === 'list' && editor.current) editor.current.focus()
  else next?.focus()
}
