import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { Button, type ButtonLook } from './Button.js'
import type { MenuGroup } from './menuEntries.js'

// A menu weighs as much as a page, and the first view opens none.
const load = () => import('./MenuPopover.js')
const MenuPopover = lazy(load)

interface MenuButton {
  label: string
  icon?: ReactNode
  /** Only the icon is seen; the label is heard, and a tooltip. */
  iconOnly?: boolean
  groups: readonly MenuGroup[]
  look?: ButtonLook
  className?: string
}

/** A button that opens a menu. */
export function Menu({ label, icon, iconOnly = false, groups, look = 'quiet', className }: MenuButton) {
  const trigger = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const preload = () => void load()
  return (
    <>
      <Button
        ref={trigger}
        look={look}
        className={className}
        {...(iconOnly ? { 'aria-label': label, title: label } : {})}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {icon}
        {iconOnly ? null : label}
      </Button>
      {open ? (
        <Suspense>
          <MenuPopover label={label} groups={groups} trigger={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
