import { useEffect } from 'react'
import { perform } from './commands.js'
import type { Desk } from './desk.js'
import { commandOf } from './keys.js'

const typingIn = (element: EventTarget | undefined): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable || element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)

/** Whether Esc belongs to something else: a menu, a field of the toolbar, the panel. */
const escapesElsewhere = (element: EventTarget | undefined): boolean => element instanceof Element && element !== document.body && !inList(element)
const inList = (element: Element): boolean => {
  const root = element.getRootNode()
  return (root instanceof ShadowRoot ? root.host : element).closest('[data-region="list"]') !== null
}

/** Listens before the editor does, so that no key of the workbench ends up as text. A modal dialog has its keys to itself. */
export function useKeys(desk: Desk): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.composedPath()[0]
      if (event.keyCode === composingKey || document.querySelector('dialog[open]')) return
      const command = commandOf(event, { typing: typingIn(target), mac: desk.mac })
      if (!command || (command === 'revert' && escapesElsewhere(target))) return
      event.preventDefault()
      event.stopPropagation()
      perform(desk, command)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [desk])
}

/** Safari sends the Enter that ends a composition as an ordinary key, but with this code. */
const composingKey = 229
