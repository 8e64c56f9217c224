import { ChevronRight } from 'lucide-react'
import { Breadcrumb as AriaBreadcrumb, Breadcrumbs, Link } from 'react-aria-components'
import styles from './breadcrumb.module.css'

type BreadcrumbProps = {
  label: string
  /** From far to near; the last one is where we are and needs no address. */
  items: readonly { label: string; href?: string }[]
}

/** Where a screen sits among its parents. */
export function Breadcrumb({ label, items }: BreadcrumbProps) {
  return (
    <nav aria-label={label}>
      <Breadcrumbs className={styles.list}>
        {items.map((item, index) => (
          <AriaBreadcrumb key={`${index}-${item.label}`} className={styles.item}>
            <Link href={item.href} className={styles.link}>
              {item.label}
            </Link>
            {index < items.length - 1 && <ChevronRight size={12} aria-hidden />}
          </AriaBreadcrumb>
        ))}
      </Breadcrumbs>
    </nav>
  )
}
