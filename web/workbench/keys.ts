/** What a key does in the workbench. */
export type Command =
  | 'save'
  | 'approve'
  | 'previous'
  | 'next'
  | 'previousWork'
  | 'nextWork'
  | 'copySource'
  | 'insertCode'
  | 'stillValid'
  | 'applyRepair'
  | 'reject'
  | 'revert'
  | 'split'
  | 'join'
  | 'extendUp'
  | 'extendDown'
  | 'selectAll'
  | 'search'
  | 'goTo'
  | 'comment'
  | 'nextRegion'
  | 'previousRegion'
  | 'togglePanel'
  | 'sheet'

export interface Chord {
  /** As `KeyboardEvent.key`; a letter in lower case. */
  key: string
  /** Ctrl, on a Mac Cmd. */
  mod?: boolean
  alt?: boolean
  /** Undefined: with or without, because on some keyboards the character itself needs it. */
  shift?: boolean | undefined
}

export interface Binding {
  command: Command
  chord: Chord
  /** What it does, as the key sheet says it. */
  text: string
  group: 'work' | 'move' | 'review' | 'view'
  /** Also where somebody types; a key without a modifier must not be. */
  typing: boolean
}

/** Every key of the workbench. The key sheet shows this table, so none can be secret. */
export const bindings: readonly Binding[] = [
  { command: 'save', chord: { key: 'Enter', mod: true, shift: false }, text: 'workbench.key.save', group: 'work', typing: true },
  { command: 'stillValid', chord: { key: 'v', alt: true, shift: false }, text: 'workbench.key.stillValid', group: 'work', typing: true },
  { command: 'applyRepair', chord: { key: 'r', alt: true, shift: false }, text: 'workbench.key.applyRepair', group: 'work', typing: true },
  { command: 'insertCode', chord: { key: 't', alt: true, shift: false }, text: 'workbench.key.insertCode', group: 'work', typing: true },
  { command: 'copySource', chord: { key: 'c', alt: true, shift: false }, text: 'workbench.key.copySource', group: 'work', typing: true },
  { command: 'split', chord: { key: 'k', alt: true, shift: false }, text: 'workbench.key.split', group: 'work', typing: true },
  { command: 'join', chord: { key: 'j', alt: true, shift: false }, text: 'workbench.key.join', group: 'work', typing: true },
  { command: 'revert', chord: { key: 'Escape' }, text: 'workbench.key.revert', group: 'work', typing: true },
  { command: 'previous', chord: { key: 'ArrowUp', alt: true, shift: false }, text: 'workbench.key.previous', group: 'move', typing: true },
  { command: 'next', chord: { key: 'ArrowDown', alt: true, shift: false }, text: 'workbench.key.next', group: 'move', typing: true },
  { command: 'previousWork', chord: { key: 'PageUp', alt: true, shift: false }, text: 'workbench.key.previousWork', group: 'move', typing: true },
  { command: 'nextWork', chord: { key: 'PageDown', alt: true, shift: false }, text: 'workbench.key.nextWork', group: 'move', typing: true },
  { command: 'goTo', chord: { key: 'g', alt: true, shift: false }, text: 'workbench.key.goTo', group: 'move', typing: true },
  { command: 'approve', chord: { key: 'Enter', mod: true, shift: true }, text: 'workbench.key.approve', group: 'review', typing: true },
  { command: 'reject', chord: { key: 'x', alt: true, shift: false }, text: 'workbench.key.reject', group: 'review', typing: true },
  { command: 'extendUp', chord: { key: 'ArrowUp', alt: true, shift: true }, text: 'workbench.key.extendUp', group: 'review', typing: true },
  { command: 'extendDown', chord: { key: 'ArrowDown', alt: true, shift: true }, text: 'workbench.key.extendDown', group: 'review', typing: true },
  { command: 'selectAll', chord: { key: 'a', alt: true, shift: false }, text: 'workbench.key.selectAll', group: 'review', typing: true },
  { command: 'search', chord: { key: 's', alt: true, shift: false }, text: 'workbench.key.search', group: 'view', typing: true },
  { command: 'comment', chord: { key: 'm', alt: true, shift: false }, text: 'workbench.key.comment', group: 'view', typing: true },
  { command: 'togglePanel', chord: { key: 'p', alt: true, shift: false }, text: 'workbench.key.togglePanel', group: 'view', typing: true },
  { command: 'nextRegion', chord: { key: 'F6', shift: false }, text: 'workbench.key.nextRegion', group: 'view', typing: true },
  { command: 'previousRegion', chord: { key: 'F6', shift: true }, text: 'workbench.key.previousRegion', group: 'view', typing: true },
  { command: 'sheet', chord: { key: '?' }, text: 'workbench.key.sheet', group: 'view', typing: false },
  { command: 'sheet', chord: { key: '/', mod: true }, text: 'workbench.key.sheetTyping', group: 'view', typing: true },
]

/** What is read of a `KeyboardEvent`. */
export interface Press {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing: boolean
  getModifierState(name: string): boolean
}

/**
 * The letter of a key. With Alt a Mac types another character, and Arabic, Hebrew or Cyrillic keyboards have no Latin one:
 * there the place of the key decides. Where the key has a Latin letter (QWERTY, AZERTY, Dvorak), that one counts.
 */
function keyOf(press: Press): string {
  if (/^[a-z]$/i.test(press.key)) return press.key.toLowerCase()
  const place = /^Key([A-Z])$/.exec(press.code)
  return place?.[1] && (press.altKey || press.ctrlKey || press.metaKey) ? place[1].toLowerCase() : press.key
}

/** What a key press asks for, or null. While an input method composes, and for AltGr (which types characters), it is always null. */
export function commandOf(press: Press, where: { typing: boolean; mac: boolean }): Command | null {
  if (press.isComposing || press.getModifierState('AltGraph')) return null
  const key = keyOf(press)
  const mod = where.mac ? press.metaKey : press.ctrlKey
  const foreign = where.mac ? press.ctrlKey : press.metaKey
  if (foreign) return null
  const found = bindings.find(
    ({ chord, typing }) =>
      (typing || !where.typing) &&
      chord.key === key &&
      (chord.mod ?? false) === mod &&
      (chord.alt ?? false) === press.altKey &&
      (chord.shift === undefined || chord.shift === press.shiftKey),
  )
  return found?.command ?? null
}

const macNames: Record<string, string> = { Enter: '↩', Escape: 'esc', ArrowUp: '↑', ArrowDown: '↓', PageUp: 'PgUp', PageDown: 'PgDn' }
const names: Record<string, string> = { ...macNames, Enter: 'Enter', Escape: 'Esc' }

/** A chord as it is written on that system's keys, one part a key. */
export function keyCaps(chord: Chord, mac: boolean): string[] {
  const caps: string[] = []
  if (chord.mod) caps.push(mac ? '⌘' : 'Ctrl')
  if (chord.alt) caps.push(mac ? '⌥' : 'Alt')
  if (chord.shift) caps.push(mac ? '⇧' : 'Shift')
  const name = (mac ? macNames : names)[chord.key] ?? chord.key
  return [...caps, name.length === 1 ? name.toUpperCase() : name]
}

/** The first chord of a command, for a button's hint. */
export const chordOf = (command: Command): Chord => (bindings.find((binding) => binding.command === command) as Binding).chord

/** The same as `aria-keyshortcuts` wants it. */
export function ariaKeys(command: Command, mac: boolean): string {
  const { key, mod, alt, shift } = chordOf(command)
  return [mod && (mac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift', key.length === 1 ? key.toUpperCase() : key].filter(Boolean).join('+')
}
