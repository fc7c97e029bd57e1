import { describe, expect, test } from 'vitest'
import { isWork, neighbour, nextNeeding } from '../../../web/workbench/nextUnit.js'
import { ListView } from '../../../web/workbench/listView.js'
import { Outline } from '../../../web/workbench/outline.js'
import { outlineOf, rowOf } from './samples.js'

const everybody = { translate: true, review: true }
const view = (...statuses: Parameters<typeof outlineOf>) => new ListView(new Outline(outlineOf(...statuses).units), everybody)

describe('an outline', () => {
  test('tells only those who watch the unit that changed', () => {
    const outline = new Outline(outlineOf('missing', 'missing').units)
    const told: number[] = []
    outline.watch(1, () => told.push(1))
    const stop = outline.watch(2, () => told.push(2))
    outline.receive([rowOf(2, 'Zwei')])
    stop()
    outline.receive([rowOf(2, 'Zwo')])
    expect(told).toEqual([2])
  })

  test('counts by status, and passes over units of other documents', () => {
    const outline = new Outline(outlineOf('missing', 'stale', 'approved').units)
    outline.receive([rowOf(1, 'Eins'), rowOf(99, 'Fremd')])
    expect(outline.counts.get()).toEqual({ missing: 0, stale: 1, rejected: 0, translated: 1, approved: 1 })
  })
})

describe('a filter', () => {
  test('by status shows those units in document order', () => {
    const list = view('stale', 'missing', 'stale')
    list.show({ status: 'stale', q: '' })
    expect(list.visible.get()).toEqual([1, 3])
  })

  test('keeps a unit in view that was just finished, until the filter changes', () => {
    const list = view('stale', 'missing', 'stale')
    list.show({ status: 'stale', q: '' })
    list.outline.receive([rowOf(1, 'Eins')])
    list.refresh()
    expect(list.visible.get()).toEqual([1, 3])
    list.show({ status: null, q: '' })
    list.show({ status: 'stale', q: '' })
    expect(list.visible.get()).toEqual([3])
  })

  test('by warnings shows the units in whose translation checks found something', () => {
    const list = view('translated', 'translated', 'approved')
    const findings = [{ check: 'line-count' as const, severity: 'warning' as const, values: { lines: 3, limit: 2 }, range: null }]
    list.show({ status: 'warned', q: '' })
    list.outline.receive([rowOf(1, 'Eins'), rowOf(2, 'Zwei', { findings }), rowOf(3, 'Drei', { findings, status: 'approved' })])
    list.refresh()
    expect(list.visible.get()).toEqual([2, 3])
    expect(list.outline.warned.get()).toBe(2)
  })

  test('by text finds source and target whatever the case, and looks through codes', () => {
    const list = view('missing', 'translated', 'missing')
    list.outline.receive([rowOf(1, '', { source: 'We <1>welcome</1>d them.' }), rowOf(2, 'Willkommen'), rowOf(3)])
    list.show({ status: null, q: 'WELCOMED' })
    expect(list.visible.get()).toEqual([1])
    list.show({ status: null, q: 'willkommen' })
    expect(list.visible.get()).toEqual([2])
  })

  test('by text finds more as texts come in', () => {
    const list = view('missing', 'missing')
    list.show({ status: null, q: 'source 2' })
    expect(list.visible.get()).toEqual([])
    list.outline.receive([rowOf(2)])
    list.refresh()
    expect(list.visible.get()).toEqual([2])
  })
})

describe('moving', () => {
  test('to the neighbour stops at both ends', () => {
    expect(neighbour([4, 5, 6], 5, 1)).toBe(6)
    expect(neighbour([4, 5, 6], 6, 1)).toBeNull()
    expect(neighbour([4, 5, 6], 4, -1)).toBeNull()
    expect(neighbour([4, 5, 6], null, -1)).toBe(6)
    expect(neighbour([], null, 1)).toBeNull()
  })

  test('to the next that needs work goes round, and never answers the unit it started from', () => {
    const needs = (id: number) => id !== 2
    expect(nextNeeding([1, 2, 3], 1, 1, needs)).toBe(3)
    expect(nextNeeding([1, 2, 3], 3, 1, needs)).toBe(1)
    expect(nextNeeding([1, 2, 3], 1, -1, needs)).toBe(3)
    expect(nextNeeding([1, 2], 1, 1, needs)).toBeNull()
    expect(nextNeeding([1, 2, 3], null, 1, needs)).toBe(1)
  })

  test.each([
    ['missing', 'translate', true],
    ['stale', 'translate', true],
    ['rejected', 'translate', true],
    ['translated', 'translate', false],
    ['translated', 'review', true],
    ['missing', 'review', false],
    ['approved', 'either', false],
  ] as const)('a %s unit is work to %s: %s', (status, purpose, work) => {
    expect(isWork(status, purpose, { status: null, q: '' }, everybody)).toBe(work)
  })

  test('under a filter by status, that status is the work', () => {
    expect(isWork('approved', 'translate', { status: 'approved', q: '' }, everybody)).toBe(true)
    expect(isWork('missing', 'translate', { status: 'approved', q: '' }, everybody)).toBe(false)
  })

  test('somebody who may not review has no reviews to do', () => {
    expect(isWork('translated', 'either', { status: null, q: '' }, { translate: true, review: false })).toBe(false)
  })
})

describe('a selection', () => {
  test('grows and shrinks from the open unit, in the order of the list', () => {
    const list = view('missing', 'missing', 'missing', 'missing')
    list.active.set(2)
    expect(list.extend(1)).toBe(3)
    list.extend(1)
    expect([...list.selected.get()]).toEqual([2, 3, 4])
    list.extend(-1)
    expect([...list.selected.get()]).toEqual([2, 3])
    list.selectTo(1)
    expect([...list.selected.get()]).toEqual([1, 2])
  })

  test('of all takes only what the filter shows', () => {
    const list = view('stale', 'missing', 'stale')
    list.show({ status: 'stale', q: '' })
    list.selectAll()
    expect([...list.selected.get()]).toEqual([1, 3])
  })
})
