import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading, type DisclosureProps } from 'react-aria-components'
import styles from './section.module.css'

type SectionProps = Pick<DisclosureProps, 'isExpanded' | 'onExpandedChange' | 'isDisabled'> & {
  title: string
  /** Said beside the title even when folded: a count, a total. */
  summary?: ReactNode
  /** Icon buttons at the right, outside the fold button. */
  actions?: ReactNode
  /** Open unless said otherwise. */
  defaultExpanded?: boolean
  headingLevel?: 2 | 3 | 4
  children: ReactNode
}

/** A titled part of a panel that folds; a thin line above in place of a box. */
export function Section(props: SectionProps) {
  const { title, summary, actions, defaultExpanded = true, headingLevel = 3, children, ...disclosure } = props
  return (
    <Disclosure {...disclosure} defaultExpanded={defaultExpanded} className={styles.section}>
      <div className={styles.header}>
        <Heading level={headingLevel} className={styles.heading}>
          <Button slot="trigger" className={styles.trigger}>
            <ChevronRight size={14} aria-hidden className={styles.chevron} />
            <span className={styles.title}>{title}</span>
            {summary !== undefined && <span className={styles.summary}>{summary}</span>}
          </Button>
        </Heading>
        {actions}
      </div>
      <DisclosurePanel className={styles.panel}>
        <div className={styles.body}>{children}</div>
      </DisclosurePanel>
    </Disclosure>
  )
}
