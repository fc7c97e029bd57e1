import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { buttonClass, type ButtonLook } from './Button.js'
import styles from './Menu.module.css'

export interface MenuEntry {
  id: string
  label: ReactNode
  /** For finding it by typing, where the label is not plain text. */
  text?: string
  /** Marks the one that is in force. */
  selected?: boolean
  lang?: string
  onAction?: () => void
  href?: string
  download?: boolean
}
export interface MenuGroup {
  id: string
  title?: ReactNode
  entries: readonly MenuEntry[]
}

/** A button that opens a menu. `label` names it where its content is an icon. */
export function Menu({
  label,
  button,
  groups,
  look = 'quiet',
  className,
}: {
  label?: string
  button: ReactNode
  groups: readonly MenuGroup[]
  look?: ButtonLook
  className?: string
}) {
  return (
    <MenuTrigger>
      <AriaButton aria-label={label} className={`${buttonClass(look)} ${className ?? ''}`}>
        {button}
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
          {groups.map((group) => (
            <MenuSection key={group.id} id={group.id} className={styles.group ?? ''} aria-label={group.title ? undefined : label}>
              {group.title ? <Header className={styles.header ?? ''}>{group.title}</Header> : null}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  className={`${styles.entry} ${entry.selected ? styles.selected : ''}`}
                  textValue={entry.text ?? (typeof entry.label === 'string' ? entry.label : entry.id)}
                  onAction={entry.onAction}
                  href={entry.href}
                  download={entry.download}
                  {...(entry.selected ? { 'aria-current': 'true' } : {})}
                >
                  <span lang={entry.lang}>{entry.label}</span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
