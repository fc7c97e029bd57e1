import { useMatch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useAnnouncer } from './Announcer.js'
import { AppHeader, type Crumb } from './AppHeader.js'
import styles from './PageShell.module.css'

let lastPath: string | null = null

/** Names the page in the tab and, after a navigation, moves focus to its heading, which says its name to those who listen. */
export function useArrival(title: string): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const said = useRef(title)
  const { announce } = useAnnouncer()
  // Of this very page: the router's own location changes while the page that is left is still shown.
  const pathname = useMatch({ strict: false, select: (match) => match.pathname })
  useEffect(() => {
    if (lastPath !== null && lastPath !== pathname) heading.current?.focus({ preventScroll: true })
    lastPath = pathname
  }, [pathname])
  useEffect(() => {
    document.title = `${title} · Stele`
    // The name was not known yet when focus arrived.
    if (said.current !== title && document.activeElement === heading.current) announce(title)
    said.current = title
  }, [title, announce])
  return heading
}

interface Shell {
  /** Of the browser's tab, and the heading unless `heading` says it with more. */
  title: string
  heading?: ReactNode
  /** Small facts below the heading. */
  facts?: ReactNode
  crumbs?: readonly Crumb[]
  actions?: ReactNode
  /** Navigation between the pages of one thing. */
  tabs?: ReactNode
  width?: 'form' | 'page' | 'wide'
  children: ReactNode
}

/** Header, heading and main part of a page. */
export function PageShell({ title, heading, facts, crumbs, actions, tabs, width = 'page', children }: Shell) {
  const arrival = useArrival(title)
  return (
    <>
      <AppHeader crumbs={crumbs} />
      <main id="main" tabIndex={-1} className={`${styles.main} ${styles[width]}`}>
        <div className={styles.top}>
          <div className={styles.name}>
            <h1 ref={arrival} tabIndex={-1}>
              {heading ?? title}
            </h1>
            {facts ? <p className={styles.facts}>{facts}</p> : null}
          </div>
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </div>
        {tabs}
        {children}
      </main>
    </>
  )
}

/** A part of a page under a small heading. */
export function Section({ title, actions, children, id }: { title: ReactNode; actions?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className={styles.section} id={id}>
      <div className={styles.sectionTop}>
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
