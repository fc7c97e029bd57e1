import type { ReactNode } from 'react'
import { Button, type ButtonLook } from '../components/Button.js'
import { perform } from './commands.js'
import { useDesk } from './desk.js'
import { KeyHint } from './KeyHint.js'
import { ariaKeys, type Command } from './keys.js'

/** A button that does what a key does, and shows which. */
export function CommandButton({ command, look, children, disabled }: { command: Command; look?: ButtonLook; children: ReactNode; disabled?: boolean }) {
  const desk = useDesk()
  return (
    <Button look={look} disabled={disabled} aria-keyshortcuts={ariaKeys(command, desk.mac)} onClick={() => perform(desk, command)}>
      {children}
      <KeyHint command={command} />
    </Button>
  )
}
