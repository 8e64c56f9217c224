import type { LucideIcon } from 'lucide-react'
import { Fragment, type ReactElement } from 'react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
  type PopoverProps,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { Kbd } from '../data/kbd.tsx'
import styles from './menu.module.css'

export type MenuEntry = {
  id: string
  label: string
  icon?: LucideIcon
  description?: string
  shortcut?: string
  tone?: 'neutral' | 'danger'
  isDisabled?: boolean
  onAction?: () => void
  /** Goes to a URL instead. */
  href?: string
}

export type MenuGroup = { title?: string; entries: readonly MenuEntry[] }

type MenuProps = {
  /** A Button or IconButton. */
  trigger: ReactElement
  /** Accessible name, as "Actions for AOI Potsdam". */
  label: string
  /** A thin line separates the groups. */
  groups: readonly MenuGroup[]
  placement?: PopoverProps['placement']
}

/** Actions behind a button. Arrow keys move, typing jumps, Enter acts. */
export function Menu({ trigger, label, groups, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={styles.popover}>
        <AriaMenu aria-label={label} className={styles.menu}>
          {groups.map((group, index) => (
            <Fragment key={group.entries[0]?.id ?? index}>
              {index > 0 && <Separator className={styles.separator} />}
              <MenuSection aria-label={group.title ?? label}>
                {group.title && <Header className={styles.title}>{group.title}</Header>}
                {group.entries.map((entry) => (
                  <MenuRow key={entry.id} entry={entry} />
                ))}
              </MenuSection>
            </Fragment>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function MenuRow({ entry }: { entry: MenuEntry }) {
  const { id, label, icon: Icon, description, shortcut, tone, isDisabled, onAction, href } = entry
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      onAction={onAction}
      href={href}
      className={classNames(styles.item, tone === 'danger' && styles.danger)}
    >
      {Icon && <Icon size={15} aria-hidden />}
      <span className={styles.words}>
        <Text slot="label">{label}</Text>
        {description && (
          <Text slot="description" className={styles.description}>
            {description}
          </Text>
        )}
      </span>
      {shortcut && <Kbd keys={shortcut} />}
    </MenuItem>
  )
}
