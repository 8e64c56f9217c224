import {
  AudioWaveform,
  Database,
  Frame,
  PackageSearch,
  ReceiptText,
  Search,
  Settings,
  ShoppingCart,
  Sigma,
  Workflow,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useCart } from '#src/cart/cart-store.ts'
import { paths } from '#src/paths.ts'
import { ConnectionBadge } from './connection-badge.tsx'
import styles from './navigation.module.css'
import { ProjectSwitcher } from './project-switcher.tsx'
import { SwathMark } from './swath-mark.tsx'
import { words } from './words.ts'

/** `covers`: further addresses that belong to the same place. */
const screens: readonly { href: string; label: string; icon: LucideIcon; covers?: readonly string[] }[] = [
  { href: paths.explore(), label: words.explore, icon: Search },
  { href: paths.aois(), label: words.aois, icon: Frame },
  { href: paths.desk(), label: words.desk, icon: AudioWaveform },
  { href: paths.indices(), label: words.indices, icon: Sigma },
  { href: paths.workflows(), label: words.workflows, icon: Workflow },
  { href: paths.cart(), label: words.cart, icon: ShoppingCart },
  { href: paths.orders(), label: words.orders, icon: ReceiptText, covers: [paths.orderItem('')] },
  {
    href: paths.catalogs(),
    label: words.catalog,
    icon: PackageSearch,
    covers: [paths.deliveries(), paths.stores()],
  },
  { href: paths.data(), label: words.data, icon: Database },
]

/** The rail at the left: where one can go, which project, which service. `children` are further buttons above the settings. */
export function Navigation({ children }: { children?: ReactNode }) {
  const inCart = useCart().length
  return (
    <nav aria-label={words.navigation} className={styles.rail}>
      <NavLink to={paths.explore()} aria-label="Swath" className={styles.mark}>
        <SwathMark />
      </NavLink>
      <ProjectSwitcher />
      <hr className={styles.rule} />
      {screens.map(({ href, ...screen }) => (
        <RailLink key={href} href={href} {...screen} count={href === paths.cart() ? inCart : 0} />
      ))}
      <span className={styles.spacer} />
      <span className={styles.extra}>{children}</span>
      <RailLink href={paths.settings()} label={words.settings} icon={Settings} />
      <ConnectionBadge />
    </nav>
  )
}

type RailLinkProps = {
  href: string
  label: string
  icon: LucideIcon
  covers?: readonly string[]
  count?: number
}

function RailLink({ href, label, icon: Icon, covers = [], count = 0 }: RailLinkProps) {
  const { pathname } = useLocation()
  const isHere = [href, ...covers].some((address) => `${pathname}/`.startsWith(`${address}/`.replace('//', '/')))
  return (
    <Link to={href} aria-current={isHere ? 'page' : undefined} className={styles.item}>
      <span className={styles.icon}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        {count > 0 && (
          <span className={styles.count} aria-hidden>
            {count > 99 ? '99+' : count}
          </span>
        )}
      </span>
      <span className={styles.label}>{label}</span>
      {count > 0 && <span className={styles.hidden}>, {words.inCart(count)}</span>}
    </Link>
  )
}
