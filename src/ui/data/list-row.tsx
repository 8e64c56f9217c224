import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import styles from './list.module.css'
import type { VirtualRow } from './virtual-list.tsx'

type ListRowProps = {
  title: ReactNode
  /** A quieter second line. */
  meta?: ReactNode
  /** Before the words and outside what is pressed: a checkbox. */
  check?: ReactNode
  /** Before the words, inside: a thumbnail, a swatch, an icon. */
  lead?: ReactNode
  /** Right-aligned, inside: a number, a state. */
  value?: ReactNode
  /** After everything and outside: icon buttons. */
  actions?: ReactNode
  isSelected?: boolean
  /** Elsewhere, such as on a map, the pointer is over what the row stands for. */
  isPointed?: boolean
  onPress?: () => void
  /** Goes to a URL; then `onPress` is not needed. */
  href?: string
  /** Also when the keyboard reaches or leaves the row: the map shows what the list points at. */
  onHoverChange?: (isHovered: boolean) => void
  /** In a VirtualList: where the row lies, and whether Tab stops at it. */
  virtual?: VirtualRow
}

/** One dense row that can be opened, selected and pointed at. */
export function ListRow(props: ListRowProps) {
  const { title, meta, check, lead, value, actions, isSelected, isPointed, onPress, href, onHoverChange, virtual } =
    props
  const content = (
    <>
      {lead}
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {meta && <span className={styles.meta}>{meta}</span>}
      </span>
      {value !== undefined && <span className={styles.value}>{value}</span>}
    </>
  )
  const main = {
    'data-row-main': '',
    'aria-current': isSelected || undefined,
    className: styles.main,
    tabIndex: virtual && !virtual.isTabStop ? -1 : undefined,
  } as const
  return (
    <li
      ref={virtual?.ref}
      style={virtual && { transform: `translateY(${virtual.topPx}px)` }}
      data-index={virtual?.index}
      data-pointed={isPointed || undefined}
      aria-posinset={virtual && virtual.index + 1}
      aria-setsize={virtual?.setSize}
      className={classNames(styles.row, isSelected && styles.selected, meta !== undefined && styles.tall)}
      onPointerEnter={onHoverChange && (() => onHoverChange(true))}
      onPointerLeave={onHoverChange && (() => onHoverChange(false))}
      onFocus={onHoverChange && (() => onHoverChange(true))}
      onBlur={onHoverChange && (() => onHoverChange(false))}
    >
      {check}
      {href === undefined ? (
        <button type="button" {...main} onClick={onPress}>
          {content}
        </button>
      ) : (
        <Link {...main} href={href}>
          {content}
        </Link>
      )}
      {actions && <span className={styles.actions}>{actions}</span>}
    </li>
  )
}
