import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import styles from './tabs.module.css'

export type TabItem<Id extends string> = {
  id: Id
  label: string
  icon?: LucideIcon
  /** A count beside the label. */
  count?: number
  isDisabled?: boolean
  content: ReactNode
}

type TabsProps<Id extends string> = {
  /** Accessible name, such as "Parts of the AOI". */
  label: string
  tabs: readonly TabItem<Id>[]
  /** Controlled when given, as by the URL. */
  selected?: Id
  onChange?: (id: Id) => void
  /** The panel below scrolls and the tabs stay, when the tabs fill a panel. */
  isFilling?: boolean
}

/** Parts of one thing. Arrow keys move, the content follows. */
export function Tabs<Id extends string>({ label, tabs, selected, onChange, isFilling }: TabsProps<Id>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const picked = tabs.find((tab) => tab.id === key)
        if (picked) onChange?.(picked.id)
      }}
      className={classNames(styles.tabs, isFilling && styles.filling)}
    >
      <TabList aria-label={label} className={styles.list}>
        {tabs.map(({ id, label: name, icon: Icon, count, isDisabled }) => (
          <Tab key={id} id={id} isDisabled={isDisabled} className={styles.tab}>
            {Icon && <Icon size={14} aria-hidden />}
            {name}
            {count !== undefined && <span className={styles.count}>{count.toLocaleString('en-GB')}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
