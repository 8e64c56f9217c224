import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SubmittedOrder } from '#src/contract/orders.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import type { ItemProblem } from '../order-problems.ts'
import styles from './cart.module.css'

/** What the quote and the map have to do with one item of the cart. */
export type CartItem = {
  quoted: SubmittedOrder['order_items'][number] | undefined
  isQuoteCurrent: boolean
  problems: readonly ItemProblem[]
  onHoverChange: (isHovered: boolean) => void
}

type CartCardProps = Omit<CartItem, 'problems'> & {
  title: string
  areaKm2: number
  removeLabel: string
  onRemove: () => void
  children: ReactNode
}

/** The frame of what becomes one order item: its area, its part of the price, and the way out of the cart. */
export function CartCard(props: CartCardProps) {
  const { title, areaKm2, quoted, isQuoteCurrent, removeLabel, onRemove, onHoverChange, children } = props
  return (
    <div
      className={styles.group}
      onPointerEnter={() => onHoverChange(true)}
      onPointerLeave={() => onHoverChange(false)}
    >
      <Section
        title={title}
        summary={
          <span className={styles.groupSummary}>
            <span data-figures>{formatAreaKm2(areaKm2)}</span>
            <span className={isQuoteCurrent ? undefined : styles.stale}>
              <Tokens amount={quoted?.final_amount ?? undefined} isStrong />
            </span>
          </span>
        }
        actions={<IconButton icon={X} size="s" label={removeLabel} onPress={onRemove} />}
      >
        {children}
      </Section>
    </div>
  )
}
