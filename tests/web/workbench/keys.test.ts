import { describe, expect, test } from 'vitest'
import { ariaKeys, bindings, chordOf, type Command, commandOf, keyCaps, type Press } from '../../../web/workbench/keys.js'

type Given = Partial<Press> & { altGraph?: boolean }
const press = ({ altGraph = false, ...given }: Given): Press => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  getModifierState: (name) => name === 'AltGraph' && altGraph,
  ...given,
})
const typing = { typing: true, mac: false }

describe('a key press', () => {
  test.each<[string, Given, Command | null]>([
    ['Ctrl+Enter saves', { key: 'Enter', ctrlKey: true }, 'save'],
    ['Ctrl+Shift+Enter approves', { key: 'Enter', ctrlKey: true, shiftKey: true }, 'approve'],
    ['Enter alone is a new line', { key: 'Enter' }, null],
    ['Alt+↓ moves', { key: 'ArrowDown', altKey: true }, 'next'],
    ['Alt+Shift+↓ selects', { key: 'ArrowDown', altKey: true, shiftKey: true }, 'extendDown'],
    ['↓ alone moves the caret', { key: 'ArrowDown' }, null],
    ['Alt+C on an Arabic keyboard goes by the place of the key', { key: 'ؤ', code: 'KeyC', altKey: true }, 'copySource'],
    ['Alt+V on a Dvorak keyboard goes by its letter', { key: 'v', code: 'Period', altKey: true }, 'stillValid'],
    ['an input method keeps its keys', { key: 'Enter', ctrlKey: true, isComposing: true }, null],
    ['AltGr types characters', { key: 'x', ctrlKey: false, altKey: true, altGraph: true }, null],
    ['Ctrl+Alt+Enter is none of ours', { key: 'Enter', ctrlKey: true, altKey: true }, null],
    ['a question mark that is typed is a question mark', { key: '?', shiftKey: true }, null],
    ['Ctrl+/ shows the keys from the editor', { key: '/', ctrlKey: true }, 'sheet'],
    ['also where / needs Shift', { key: '/', ctrlKey: true, shiftKey: true }, 'sheet'],
  ])('%s', (_, given, command) => {
    expect(commandOf(press(given), typing)).toBe(command)
  })

  test('a question mark shows the keys where nobody types', () => {
    expect(commandOf(press({ key: '?', shiftKey: true }), { typing: false, mac: false })).toBe('sheet')
  })

  test('a Mac has Cmd where others have Ctrl, and Option letters are found by their place', () => {
    const mac = { typing: true, mac: true }
    expect(commandOf(press({ key: 'Enter', metaKey: true }), mac)).toBe('save')
    expect(commandOf(press({ key: 'Enter', ctrlKey: true }), mac)).toBeNull()
    expect(commandOf(press({ key: 'ç', code: 'KeyC', altKey: true }), mac)).toBe('copySource')
  })
})

test('no chord means two things', () => {
  const chords = bindings.map(({ chord }) => JSON.stringify([chord.key, chord.mod ?? false, chord.alt ?? false, chord.shift ?? false]))
  expect(new Set(chords).size).toBe(chords.length)
})

test('chords are written as on the keyboard', () => {
  expect(keyCaps(chordOf('approve'), false)).toEqual(['Ctrl', 'Shift', 'Enter'])
  expect(keyCaps(chordOf('approve'), true)).toEqual(['⌘', '⇧', '↩'])
  expect(keyCaps(chordOf('copySource'), false)).toEqual(['Alt', 'C'])
  expect(ariaKeys('save', true)).toBe('Meta+Enter')
})
