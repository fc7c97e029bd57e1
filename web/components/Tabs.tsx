import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import styles from './Tabs.module.css'

export interface TabEntry<Id extends string> {
  id: Id
  label: ReactNode
  content: ReactNode
}

/** Tabs whose choice lives outside, in the address. */
export function Tabs<Id extends string>({
  label,
  selected,
  onSelect,
  tabs,
  className,
}: {
  label: string
  selected: Id
  onSelect: (id: Id) => void
  tabs: readonly TabEntry<Id>[]
  className?: string
}) {
  return (
    <AriaTabs className={`${styles.tabs} ${className ?? ''}`} selectedKey={selected} onSelectionChange={(key) => onSelect(key as Id)}>
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab ?? ''}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
