import { type RefObject, useEffect, useRef } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { MenuGroup } from './menuEntries.js'
import styles from './MenuPopover.module.css'

/** What a menu's button opens. */
export default function MenuPopover({
  label,
  groups,
  trigger,
  onClose,
}: {
  label: string
  groups: readonly MenuGroup[]
  trigger: RefObject<HTMLButtonElement | null>
  onClose: () => void
}) {
  const menu = useRef<HTMLDivElement>(null)
  // React Aria takes a click that a key or a screen reader made for one that leaves the focus to others: a frame later it finds the page inert, and the focus nowhere.
  useEffect(() => {
    const settled = () => {
      if (!menu.current?.contains(document.activeElement)) menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    }
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(settled)))
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <Popover className={styles.popover ?? ''} placement="bottom end" triggerRef={trigger} isOpen onOpenChange={(open) => (open ? undefined : onClose())} aria-label={label}>
      <Menu ref={menu} className={styles.menu ?? ''} aria-label={label} autoFocus="first" onClose={onClose}>
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
      </Menu>
    </Popover>
  )
}
