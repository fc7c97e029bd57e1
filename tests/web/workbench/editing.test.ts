import { describe, expect, test } from 'vitest'
import { defaultChecks } from '../../../server/checks/settings.js'
import { type Draft, Shelf } from '../../../web/workbench/drafts.js'
import { clashOf, Editing } from '../../../web/workbench/editing.js'
import { MemoryStorage, place, rowOf } from './samples.js'

function open(row = rowOf(1, 'Eins'), storage = new MemoryStorage()) {
  const shelf = new Shelf<Draft>(storage, 'draft', place)
  const editing = new Editing(row, shelf.get(1), { keep: (draft) => shelf.put(1, draft), drop: () => shelf.remove(1) }, defaultChecks)
  return { editing, shelf, storage }
}

describe('drafts', () => {
  test('every keystroke is kept, and offered again after a crash', () => {
    const { editing, storage } = open()
    for (const text of ['Eins ', 'Eins u', 'Eins un']) editing.type(text)
    const again = open(rowOf(1, 'Eins'), storage)
    expect(again.editing.text).toBe('Eins un')
    expect(again.editing.dirty.get()).toBe(true)
    expect(again.editing.resumedFrom).not.toBeNull()
  })

  test('typing back to what is saved leaves no draft', () => {
    const { editing, shelf } = open()
    editing.type('Eins!')
    editing.type('Eins')
    expect(shelf.units()).toEqual([])
    expect(editing.dirty.get()).toBe(false)
  })

  test('are kept apart by account, document and language', () => {
    const storage = new MemoryStorage()
    const mine = new Shelf<string>(storage, 'draft', place)
    mine.put(1, 'Eins')
    for (const other of [{ accountId: 2 }, { documentId: 2 }, { locale: 'de-AT' }]) expect(new Shelf<string>(storage, 'draft', { ...place, ...other }).units()).toEqual([])
    expect(mine.units()).toEqual([1])
  })

  test('what is damaged in the storage counts as nothing', () => {
    const storage = new MemoryStorage()
    storage.setItem('stele.draft.1.1.de.1', '{"text":')
    expect(new Shelf(storage, 'draft', place).get(1)).toBeNull()
  })
})

describe('when others change the open unit', () => {
  test('their text is taken over where nothing was written', () => {
    const { editing } = open()
    expect(editing.receive(rowOf(1, 'Einz', { version: 2 }))).toBe(true)
    expect(editing.text).toBe('Einz')
    expect(editing.base.version).toBe(2)
    expect(editing.clash.get()).toBeNull()
  })

  test('what was written stays, and the clash is shown', () => {
    const { editing } = open()
    editing.type('Mine')
    expect(editing.receive(rowOf(1, 'Theirs', { version: 2 }))).toBe(false)
    expect(editing.text).toBe('Mine')
    expect(editing.clash.get()).toBe('target')
    expect(editing.base.version).toBe(1)
  })

  test('keeping mine saves over the version that was seen', () => {
    const { editing, shelf } = open()
    editing.type('Mine')
    editing.receive(rowOf(1, 'Theirs', { version: 2 }))
    editing.rebase()
    expect(editing.clash.get()).toBeNull()
    expect(editing.base.version).toBe(2)
    expect(shelf.get(1)).toMatchObject({ text: 'Mine', version: 2 })
  })

  test('taking theirs leaves no draft', () => {
    const { editing, shelf } = open()
    editing.type('Mine')
    editing.receive(rowOf(1, 'Theirs', { version: 2 }))
    editing.revert()
    expect(editing.text).toBe('Theirs')
    expect(shelf.units()).toEqual([])
  })

  test('the same text from somebody else is no clash', () => {
    const { editing } = open()
    editing.type('Same')
    editing.receive(rowOf(1, 'Same', { version: 2 }))
    expect(editing.clash.get()).toBeNull()
    expect(editing.dirty.get()).toBe(false)
  })

  test('a new source wording under a written text is a clash', () => {
    const { editing } = open()
    editing.type('Mine')
    editing.receive(rowOf(1, 'Eins', { wordingId: 99, source: 'New source.', status: 'stale' }))
    expect(editing.clash.get()).toBe('source')
    expect(editing.base.source).toBe('Source 1.')
    editing.rebase()
    expect(editing.base).toMatchObject({ wordingId: 99, source: 'New source.' })
  })

  test('a verdict, which changes neither text nor version, is no clash', () => {
    expect(clashOf({ wordingId: 1, source: 'Source 1.', version: 1 }, rowOf(1, 'Eins', { status: 'approved' }), 'Mine')).toBeNull()
  })

  test('a save of one’s own that is confirmed while one writes on is no clash', () => {
    const { editing } = open()
    editing.type('Zwei')
    editing.type('Zwei und drei')
    editing.confirm(rowOf(1, 'Zwei', { version: 2 }))
    expect(editing.clash.get()).toBeNull()
    expect(editing.dirty.get()).toBe(true)
    expect(editing.base.version).toBe(2)
  })
})

describe('codes', () => {
  const row = rowOf(1, '', { source: 'Read <1>this</1>.', codes: [{ id: 1, type: 'strong', open: '**', close: '**' }] })

  test('missing ones are known at once', () => {
    const { editing } = open(row)
    editing.type('Lies <1>dies.')
    expect(editing.faults.get().map(({ type, code }) => `${type} ${code}`)).toContain('missing </1>')
    editing.type('Lies <1>dies</1>.')
    expect(editing.faults.get()).toEqual([])
  })

  test('an empty text lacks nothing yet', () => {
    expect(open(row).editing.faults.get()).toEqual([])
  })
})

describe('warnings', () => {
  const caption = rowOf(1, '', { source: 'The harbour was quiet.', cue: { start: 0, end: 1000 } })
  const warned = (editing: Editing) => editing.warnings.get().map(({ check, values }) => `${check} ${Object.values(values).join(' ')}`)

  test('of a caption come and go with what is typed', () => {
    const { editing } = open(caption)
    expect(warned(editing)).toEqual([])
    editing.type('Der Hafen lag so still.')
    expect(warned(editing)).toEqual(['reading-speed 23 20'])
    editing.type('Der Hafen\nlag\nstill.')
    expect(warned(editing)).toEqual(['line-count 3 2'])
    editing.type('Still lag der Hafen.')
    expect(warned(editing)).toEqual([])
  })

  test('follow the times of a new version', () => {
    const { editing } = open(rowOf(1, 'Der Hafen lag so still.', { cue: { start: 0, end: 1000 } }))
    expect(warned(editing)).toHaveLength(1)
    editing.receive(rowOf(1, 'Der Hafen lag so still.', { cue: { start: 0, end: 2000 } }))
    expect(warned(editing)).toEqual([])
  })

  test('are not asked of a paragraph', () => {
    const { editing } = open()
    editing.type('a'.repeat(500))
    expect(warned(editing)).toEqual([])
  })
})
